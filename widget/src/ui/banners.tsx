import { useEffect, useState } from 'preact/hooks'
import type { ChatState } from '../client/state'
import { useChat } from './context'
import { CloseIcon, CloudOffIcon, WarnIcon } from './icons'

/** One strip at a time under the header, the most pressing first. */
export function Banners({ state, onLeave, onCallBack }: { state: ChatState; onLeave: () => void; onCallBack: () => void }) {
  const { visitor, words } = useChat()
  const { text } = words
  const broken = useLasting(state.link === 'broken' && state.phase === 'ready', 1200)
  const conversation = state.conversation
  return (
    <div class="banners">
      {broken && (
        <div class="banner banner-off" role="alert">
          <CloudOffIcon /><span>{state.outgoing.length > 0 ? text.link.broken : text.link.brokenIdle}</span>
        </div>
      )}
      {state.notice && (
        <div class="banner banner-warn" role="alert">
          <WarnIcon /><span>{words.pick(state.notice)}</span>
          <button type="button" class="tool tool-small" aria-label={text.close} onClick={() => visitor.dismissNotice()}><CloseIcon /></button>
        </div>
      )}
      {state.welcomeBack && (
        <div class="banner banner-brand" role="status">
          <span>{conversation && conversation.state !== 'closed' ? text.welcomeBack : text.welcomeBackClosed}</span>
          <button type="button" class="link" onClick={() => visitor.dismissWelcomeBack()}>{text.welcomeBackAway}</button>
        </div>
      )}
      {conversation?.promisedAt && (conversation.state === 'queued' || conversation.state === 'reception') && (
        <div class="banner banner-brand" role="status">
          <span>
            {conversation.hours?.open === false ? `${text.closedNow} · ` : ''}
            {text.promised(promiseTime(conversation.promisedAt, words.language))}
          </span>
        </div>
      )}
      {conversation?.state === 'queued' && !conversation.leftMessage && !conversation.promisedAt && (
        <div class="banner banner-queue">
          <span class="queue-pulse" aria-hidden="true" />
          <span class="banner-two">
            <b>{text.leaveTitleWaiting}</b>
            <small>{conversation.queue?.estimateSeconds === null ? text.leaveHintUnknown : text.leaveHintWaiting}</small>
          </span>
          <button type="button" class="button button-soft" onClick={onCallBack}>{text.callBack}</button>
          <button type="button" class="button button-soft" onClick={onLeave}>{text.leave}</button>
        </div>
      )}
    </div>
  )
}

function promiseTime(at: string, language: string): string {
  return new Date(at).toLocaleString(language, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })
}

/** True only after the condition has lasted: a short hiccup is not worth a strip. */
function useLasting(condition: boolean, after: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!condition) {
      setLasting(false)
      return
    }
    const timer = setTimeout(() => setLasting(true), after)
    return () => clearTimeout(timer)
  }, [condition, after])
  return lasting
}
