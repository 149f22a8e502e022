import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChatState } from '../client/state'
import { withHuman } from '../client/state'
import { Avatar } from './avatar'
import { useChat } from './context'
import { ChevronDownIcon, HeadsetIcon, MoreIcon } from './icons'
import { standingOf } from './standing'

export function Header({ state, onEnd }: { state: ChatState; onEnd: () => void }) {
  const { visitor, words, minimise } = useChat()
  const { text } = words
  const agent = state.conversation?.state === 'held' ? state.conversation.agent : null
  const standing = standingOf(state, words)
  const human = withHuman(state.conversation)
  return (
    <header class="header">
      <Avatar kind={agent ? 'agent' : 'bot'} name={agent?.name} picture={agent?.avatar} size={38} />
      <div class="header-words">
        <h1>{state.site?.name ?? text.title}</h1>
        <p role="status" aria-live="polite" title={`${standing.who} ${standing.sentence}`.trim()}>
          <span class={`dot dot-${standing.tone}`} aria-hidden="true" />
          <span class="standing">{standing.who && <b>{standing.who} </b>}{standing.sentence}</span>
        </p>
      </div>
      <button type="button" class="pill" disabled={human || state.phase !== 'ready'} onClick={() => void visitor.askForHuman()}
        title={human ? (state.conversation?.state === 'held' ? text.humanThere : text.humanAsked) : undefined}>
        <HeadsetIcon />{text.human}
      </button>
      <MoreMenu enabled={state.conversation !== null && state.conversation.state !== 'closed'} onEnd={onEnd} />
      {minimise && (
        <button type="button" class="tool" aria-label={text.minimise} title={text.minimise} onClick={minimise}><ChevronDownIcon /></button>
      )}
    </header>
  )
}

function MoreMenu({ enabled, onEnd }: { enabled: boolean; onEnd: () => void }) {
  const { words: { text } } = useChat()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      const left = event instanceof KeyboardEvent ? event.key === 'Escape' : !root.current?.contains(event.target as Node)
      if (!left) return
      event.preventDefault()
      setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', away)
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', away)
    }
  }, [open])
  if (!enabled) return null
  return (
    <div class="menu-root" ref={root}>
      <button type="button" class="tool" aria-label={text.more} title={text.more} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <MoreIcon />
      </button>
      {open && (
        <div class="menu" role="menu">
          <button type="button" role="menuitem" onClick={() => { setOpen(false); onEnd() }}>{text.end}</button>
        </div>
      )}
    </div>
  )
}
