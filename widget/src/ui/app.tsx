import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../client/protocol'
import { Banners } from './banners'
import { CallBack } from './call-back'
import { Composer } from './composer'
import { type Chat, ChatContext, useChat, useChatState } from './context'
import { Dialog } from './dialog'
import { Header } from './header'
import { EchoMark, CloseIcon } from './icons'
import { LeaveMessage } from './leave-message'
import { MessageList } from './message-list'

export function App({ chat, looking }: { chat: Chat; looking: boolean }) {
  const { visitor, words } = chat
  const { text } = words
  const state = useChatState(visitor)
  const [sheet, setSheet] = useState<'leave' | 'call-back' | 'end' | null>(null)
  const [viewed, setViewed] = useState<string | null>(null)
  const [quote, setQuote] = useState<Message | null>(null)
  const [dropping, setDropping] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const closeSheet = useCallback(() => setSheet(null), [])
  const quoteAway = useCallback(() => setQuote(null), [])

  useEffect(() => {
    if (looking && state.phase === 'ready' && matchMedia('(hover: hover)').matches) field.current?.focus()
  }, [looking, state.phase])

  // Escape leaves what is open; when nothing is, it folds the window away.
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) chat.minimise?.()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [chat.minimise])

  if (state.phase === 'failed') return <ChatContext.Provider value={chat}><Failed state={state} /></ChatContext.Provider>

  const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  return (
    <ChatContext.Provider value={chat}>
      <main class="chat"
        onDragOver={(event) => { if (files(event)) { event.preventDefault(); setDropping(true) } }}
        onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false) }}
        onDrop={(event) => {
          if (!files(event)) return
          event.preventDefault()
          setDropping(false)
          for (const file of event.dataTransfer?.files ?? []) void visitor.sendPicture(file)
        }}>
        <Header state={state} onEnd={() => setSheet('end')} />
        <Banners state={state} onLeave={() => setSheet('leave')} onCallBack={() => setSheet('call-back')} />
        {state.phase === 'starting' ? <Skeleton /> : <MessageList state={state} looking={looking} onQuote={setQuote} onView={setViewed} />}
        <Composer state={state} field={field} quote={quote} onQuoteAway={quoteAway} />
        {dropping && <div class="drop">{text.pictureDrop}</div>}
      </main>
      {sheet === 'leave' && <LeaveMessage onClose={closeSheet} />}
      {sheet === 'call-back' && <CallBack onClose={closeSheet} />}
      {sheet === 'end' && (
        <Dialog title={text.endAsk} onClose={closeSheet}>
          <h2>{text.endAsk}</h2>
          <p>{text.endHint}</p>
          <div class="form-foot">
            <button type="button" class="button button-plain" onClick={closeSheet}>{text.endNo}</button>
            <button type="button" class="button button-brand" onClick={() => { closeSheet(); void visitor.end() }}>{text.endYes}</button>
          </div>
        </Dialog>
      )}
      {viewed && (
        <Dialog title={text.picturePreview} onClose={() => setViewed(null)} wide>
          <img class="viewed" src={viewed} alt={text.pictureAlt} onClick={() => setViewed(null)} />
          <button type="button" class="tool viewed-close" aria-label={text.close} onClick={() => setViewed(null)}><CloseIcon size={22} /></button>
        </Dialog>
      )}
    </ChatContext.Provider>
  )
}

function Skeleton() {
  return (
    <div class="list-frame" aria-hidden="true">
      <div class="skeleton"><i class="bone bone-round" /><i class="bone bone-long" /><i class="bone bone-short" /></div>
    </div>
  )
}

function Failed({ state }: { state: ReturnType<typeof useChatState> }) {
  const { visitor, words, minimise } = useChat()
  const { text } = words
  return (
    <main class="chat chat-failed">
      <EchoMark size={56} />
      <h1>{text.failed}</h1>
      <p>{state.failure ? words.pick(state.failure) : ''}</p>
      <small class="code">{state.failure?.code}</small>
      <button type="button" class="button button-brand" onClick={() => void visitor.begin()}>{text.retry}</button>
      {minimise && <button type="button" class="button button-plain" onClick={minimise}>{text.minimise}</button>}
    </main>
  )
}
