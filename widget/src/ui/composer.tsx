import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Card, Message } from '../client/protocol'
import type { ChatState } from '../client/state'
import { PICTURE_TYPES } from '../client/uploads'
import { safeAddress } from './addresses'
import { useChat } from './context'
import { EmojiPicker } from './emoji-picker'
import { CloseIcon, PictureIcon, SendIcon, SmileIcon } from './icons'
import { nameOf, previewOf } from './preview'

interface ComposerProps {
  state: ChatState
  field: RefObject<HTMLTextAreaElement>
  quote: Message | null
  onQuoteAway: () => void
}

export function Composer({ state, field, quote, onQuoteAway }: ComposerProps) {
  const { visitor, words } = useChat()
  const { text } = words
  const [draft, setDraft] = useState('')
  const [picking, setPicking] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const issue = state.site?.menu.find((entry) => entry.issue === state.issue)

  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 120)}px`
  }, [draft, field])

  useEffect(() => { if (quote) field.current?.focus() }, [quote, field])
  useEffect(() => { if (state.issue) field.current?.focus() }, [state.issue, field])

  const send = () => {
    if (!draft.trim()) return
    visitor.say(draft, quote?.seq)
    setDraft('')
    setPicking(false)
    onQuoteAway()
    field.current?.focus()
  }
  const write = (value: string) => {
    setDraft(value)
    visitor.typing(value)
  }
  const insert = (emoji: string) => {
    const area = field.current
    const [from, to] = area ? [area.selectionStart, area.selectionEnd] : [draft.length, draft.length]
    write(draft.slice(0, from) + emoji + draft.slice(to))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + emoji.length, from + emoji.length)
    })
  }
  const pictures = (files: FileList | null | undefined) => {
    for (const file of files ?? []) void visitor.sendPicture(file, quote?.seq)
    if (files?.length) onQuoteAway()
  }

  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); send() }}>
      <Offer state={state} />
      {(quote || issue) && (
        <div class="attached">
          {issue && (
            <span class="attachment">
              <span>{text.menuChosen(issue.label)}</span>
              <button type="button" class="tool tool-small" aria-label={text.menuRemove} onClick={() => visitor.choose(null)}><CloseIcon size={14} /></button>
            </span>
          )}
          {quote && (
            <span class="attachment attachment-wide">
              <span><b>{text.quoting(nameOf(quote, words))}</b> {previewOf(quote, words)}</span>
              <button type="button" class="tool tool-small" aria-label={text.quoteAway} onClick={onQuoteAway}><CloseIcon size={14} /></button>
            </span>
          )}
        </div>
      )}
      {picking && <EmojiPicker onPick={insert} onClose={() => { setPicking(false); field.current?.focus() }} />}
      <div class="composer-line">
        <button type="button" class="tool" aria-label={text.emoji} title={text.emoji} aria-expanded={picking} onClick={() => setPicking(!picking)}><SmileIcon /></button>
        <button type="button" class="tool" aria-label={text.picture} title={text.picture} onClick={() => chooser.current?.click()}><PictureIcon /></button>
        <input ref={chooser} type="file" accept={PICTURE_TYPES.join(',')} multiple hidden tabIndex={-1} aria-hidden="true"
          onChange={(event) => { pictures(event.currentTarget.files); event.currentTarget.value = '' }} />
        <textarea ref={field} rows={1} value={draft} aria-label={text.input} placeholder={text.inputHint} maxLength={4000} enterkeyhint="send"
          onInput={(event) => write(event.currentTarget.value)}
          onPaste={(event) => {
            if (event.clipboardData?.files.length) { event.preventDefault(); pictures(event.clipboardData.files) }
          }}
          onKeyDown={(event) => {
            // Enter also confirms a word of the input method: that is not sending.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) { event.preventDefault(); send() }
            if (event.key === 'Escape' && (quote || picking)) { event.preventDefault(); setPicking(false); onQuoteAway() }
          }} />
        <button type="submit" class="button button-send" aria-label={text.send} disabled={!draft.trim()}><SendIcon /></button>
      </div>
    </form>
  )
}

/** The agent of this conversation has seen the product already. */
function wasSent({ conversation, messages }: ChatState, offer: Card): boolean {
  return conversation !== null && messages.some((message) =>
    message.kind === 'card' && message.conversationId === conversation.id && (message.body.sku ?? message.body.title) === (offer.sku ?? offer.title))
}

function Offer({ state }: { state: ChatState }) {
  const { visitor, words: { text } } = useChat()
  const offer = state.offer
  if (!offer || state.phase !== 'ready' || wasSent(state, offer)) return null
  const picture = safeAddress(offer.image)
  return (
    <div class="offer">
      {picture && <img src={picture} alt="" width={44} height={44} />}
      <span class="offer-words"><small>{text.offer}</small><b>{offer.title}</b></span>
      {offer.price && <span class="price">{text.price(offer.price)}</span>}
      <button type="button" class="button button-soft" onClick={() => visitor.sendCard(offer)}>{text.offerSend}</button>
      <button type="button" class="tool tool-small" aria-label={text.offerAway} onClick={() => visitor.putOfferAway()}><CloseIcon size={14} /></button>
    </div>
  )
}
