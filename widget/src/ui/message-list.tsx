import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message } from '../client/protocol'
import type { ChatState } from '../client/state'
import { find } from '../client/timeline'
import { countUnread, isForCustomer } from '../client/unread'
import { dayLabel } from '../text/time'
import { Avatar } from './avatar'
import { useChat } from './context'
import { Greeting, Menu } from './entry'
import { ArrowDownIcon } from './icons'
import { MessageRow, type RowActs } from './message-row'
import { OutgoingRow, UploadRow } from './pending-row'
import { nameOf } from './preview'
import { type Row, keyOf, layRows } from './rows'
import { useScroll } from './use-scroll'

const WINDOW = 120

interface MessageListProps {
  state: ChatState
  looking: boolean
  onQuote: (message: Message) => void
  onView: (address: string) => void
}

export function MessageList({ state, looking, onQuote, onView }: MessageListProps) {
  const { visitor, words } = useChat()
  const { text } = words
  const list = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(WINDOW)
  const fresh = useFresh(state, looking)
  const rows = useMemo(
    () => layRows({ messages: state.messages, outgoing: state.outgoing, pictures: state.pictures, conversation: state.conversation, fresh }),
    [state.messages, state.outgoing, state.pictures, state.conversation, fresh])
  const shown = rows.slice(-drawn)
  const tail = rows.at(-1)
  const mine = tail?.type === 'outgoing' || tail?.type === 'upload'
  const { atEnd, toEnd, watch } = useScroll(list, shown[0]?.key ?? '', tail?.key ?? '', mine, shown.length + (state.agentTyping ? 0.5 : 0))

  useEffect(() => visitor.attend(looking && atEnd), [visitor, looking, atEnd])

  const olderThere = drawn < rows.length || (state.timeline.older !== null && state.timeline.older !== undefined)
  const over = isOver(state)
  const scrolled = () => {
    watch()
    if (list.current && list.current.scrollTop < 160) {
      if (drawn < rows.length) setDrawn(drawn + WINDOW)
      else if (olderThere && state.history === 'idle') void visitor.loadOlder()
    }
  }

  const acts = useMemo<RowActs>(() => ({
    view: onView,
    quote: onQuote,
    jump: (message) => jumpTo(list.current, message),
  }), [onView, onQuote])

  return (
    <div class="list-frame">
      <div class="list" ref={list} onScroll={scrolled} role="log" aria-label={text.messages} tabIndex={0}>
        <div class="list-rows">
          {state.history === 'loading' && rows.length > 0 && <p class="line">{text.older}</p>}
          {state.history === 'failed' && (
            <p class="line" role="alert">{text.olderFailed} <button type="button" class="link" onClick={() => void visitor.loadOlder()}>{text.retry}</button></p>
          )}
          {!olderThere && <Greeting state={state} withMenu={over && rows.length === 0} />}
          {shown.map((row) => <Drawn key={row.key} row={row} state={state} acts={acts} />)}
          {state.agentTyping && <Typing state={state} />}
          {state.conversation?.state === 'closed' && <p class="line">{text.closedHint}</p>}
          {over && rows.length > 0 && <div class="again"><Menu state={state} /></div>}
        </div>
      </div>
      {!atEnd && (
        <button type="button" class={`latest ${state.unread ? 'latest-new' : ''}`} onClick={() => toEnd(true)}>
          <ArrowDownIcon />{state.unread ? text.newMessages(state.unread) : text.latest}
        </button>
      )}
    </div>
  )
}

function Drawn({ row, state, acts }: { row: Row; state: ChatState; acts: RowActs }) {
  const { words } = useChat()
  const { text } = words
  switch (row.type) {
    case 'day': return <p class="day"><span>{dayLabel(row.at, new Date(), words)}</span></p>
    case 'fresh': return <p class="fresh"><span>{text.unreadHere}</span></p>
    case 'line': return (
      <p class="line">{row.message.kind === 'system' ? words.pick(row.message.body) : text.recalled(nameOf(row.message, words))}</p>
    )
    case 'message': {
      const { message, mine, first, last, delivery } = row
      const quoted = message.replyTo ? find(state.timeline, message.conversationId, message.replyTo.seq) : undefined
      return <MessageRow message={message} mine={mine} first={first} last={last} delivery={delivery} quoted={quoted} acts={acts} />
    }
    case 'outgoing': return <OutgoingRow item={row.item} first={row.first} last={row.last} link={state.link} onView={acts.view} />
    case 'upload': return <UploadRow picture={row.picture} first={row.first} />
  }
}

function Typing({ state }: { state: ChatState }) {
  const { words } = useChat()
  const agent = state.conversation?.agent
  return (
    <div class="row row-theirs row-first" aria-label={words.text.standing.typing}>
      <div class="row-avatar"><Avatar kind="agent" name={agent?.name} picture={agent?.avatar} /></div>
      <div class="row-body"><div class="bubble typing"><i /><i /><i /></div></div>
    </div>
  )
}

/** Nothing is being talked about: the menu may ask what it shall be. */
function isOver({ conversation, messages, outgoing, pictures }: ChatState): boolean {
  if (outgoing.length + pictures.length > 0 || (conversation && conversation.state !== 'closed')) return false
  const last = messages.at(-1)
  return last === undefined || (last.kind === 'system' && last.body.event === 'closed')
}

/** Remembers what was the first unread entry when the customer came to look, so that the line stays while he reads. */
function useFresh(state: ChatState, looking: boolean): string | null {
  const [fresh, setFresh] = useState<string | null>(null)
  const unread = looking ? 0 : countUnread(state.messages, state.marks)
  const ready = state.messages.length > 0
  useEffect(() => {
    if (looking || unread === 0) return
    const first = state.messages.find((message) => isForCustomer(message) && message.seq > (state.marks[message.conversationId] ?? 0))
    setFresh(first ? keyOf(first) : null)
  }, [looking, unread, ready])
  return fresh
}

function jumpTo(list: HTMLDivElement | null, message: Message): void {
  const target = list?.querySelector<HTMLElement>(`[data-conversation="${message.conversationId}"][data-seq="${message.seq}"]`)
  if (!target) return
  target.scrollIntoView({ block: 'center', behavior: 'smooth' })
  target.classList.add('row-found')
  setTimeout(() => target.classList.remove('row-found'), 1600)
}
