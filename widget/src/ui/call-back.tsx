import { useState } from 'preact/hooks'
import { Refusal } from '../client/protocol'
import { useChat } from './context'
import { Dialog } from './dialog'

/** Today and tomorrow, each full hour from the next but one: enough to choose from, never a time that is over. */
export function hoursToChoose(now: Date): Date[] {
  const first = new Date(now)
  first.setHours(first.getHours() + 2, 0, 0, 0)
  return Array.from({ length: 30 }, (_, step) => new Date(first.getTime() + step * 3_600_000)).filter(
    (time) => time.getHours() >= 8 && time.getHours() <= 21,
  )
}

export function CallBack({ onClose }: { onClose: () => void }) {
  const { visitor, words } = useChat()
  const { text, language } = words
  const [phone, setPhone] = useState('')
  const [when, setWhen] = useState('')
  const [about, setAbout] = useState('')
  const [trouble, setTrouble] = useState<{ field?: 'phone'; sentence: string } | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    if (phone.replace(/[\s+()-]/g, '').length < 7) return setTrouble({ field: 'phone', sentence: text.callBackPhoneWrong })
    setBusy(true)
    try {
      await visitor.askForCallBack(phone.trim(), when || null, about.trim())
      onClose()
    } catch (refusal) {
      setTrouble({ sentence: refusal instanceof Refusal ? words.pick(refusal) : String(refusal) })
      setBusy(false)
    }
  }

  return (
    <Dialog title={text.callBackTitle} onClose={onClose}>
      <form class="form" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
        <h2>{text.callBackTitle}</h2>
        <label>
          <span>{text.callBackPhone}</span>
          <input type="tel" value={phone} maxLength={40} autocomplete="tel" aria-invalid={trouble?.field === 'phone'}
            onInput={(event) => { setPhone(event.currentTarget.value); setTrouble(null) }} />
        </label>
        <label>
          <span>{text.callBackWhen}</span>
          <select value={when} onChange={(event) => setWhen(event.currentTarget.value)}>
            <option value="">{text.callBackSoon}</option>
            {hoursToChoose(new Date()).map((time) => (
              <option key={time.toISOString()} value={time.toISOString()}>
                {time.toLocaleString(language, { month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.callBackText}</span>
          <textarea rows={2} value={about} maxLength={1000} onInput={(event) => setAbout(event.currentTarget.value)} />
        </label>
        <p class="form-trouble" role="alert">{trouble?.sentence}</p>
        <div class="form-foot">
          <button type="button" class="button button-plain" onClick={onClose}>{text.leaveCancel}</button>
          <button type="submit" class="button button-brand" disabled={busy}>{text.callBackSubmit}</button>
        </div>
      </form>
    </Dialog>
  )
}
