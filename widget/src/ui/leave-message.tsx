import { useState } from 'preact/hooks'
import { Refusal } from '../client/protocol'
import { useChat } from './context'
import { isContact } from './contact'
import { Dialog } from './dialog'

export function LeaveMessage({ onClose }: { onClose: () => void }) {
  const { visitor, words } = useChat()
  const { text } = words
  const [question, setQuestion] = useState('')
  const [contact, setContact] = useState('')
  const [trouble, setTrouble] = useState<{ field?: 'question' | 'contact'; sentence: string } | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    if (!question.trim()) return setTrouble({ field: 'question', sentence: text.leaveTextMissing })
    if (!isContact(contact)) return setTrouble({ field: 'contact', sentence: text.leaveContactWrong })
    setBusy(true)
    try {
      await visitor.leaveMessage(question.trim(), contact.trim())
      onClose()
    } catch (refusal) {
      setTrouble({ sentence: refusal instanceof Refusal ? words.pick(refusal) : String(refusal) })
      setBusy(false)
    }
  }

  return (
    <Dialog title={text.leaveTitle} onClose={onClose}>
      <form class="form" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
        <h2>{text.leaveTitle}</h2>
        <label>
          <span>{text.leaveText}</span>
          <textarea rows={4} value={question} maxLength={2000} placeholder={text.leaveTextHint} aria-invalid={trouble?.field === 'question'}
            onInput={(event) => { setQuestion(event.currentTarget.value); setTrouble(null) }} />
        </label>
        <label>
          <span>{text.leaveContact}</span>
          <input type="text" value={contact} maxLength={120} placeholder={text.leaveContactHint} autocomplete="tel" aria-invalid={trouble?.field === 'contact'}
            onInput={(event) => { setContact(event.currentTarget.value); setTrouble(null) }} />
        </label>
        <p class="form-trouble" role="alert">{trouble?.sentence}</p>
        <div class="form-foot">
          <button type="button" class="button button-plain" onClick={onClose}>{text.leaveCancel}</button>
          <button type="submit" class="button button-brand" disabled={busy}>{text.leaveSubmit}</button>
        </div>
      </form>
    </Dialog>
  )
}
