import { ArrowDownOutlined } from '@ant-design/icons'
import { Button, Skeleton, Spin } from 'antd'
import { useMemo } from 'react'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { dayTitle, exactTime } from '@/shared/time/format'
import { Failure } from '@/shared/ui/states'
import { useDesk } from './desk'
import { entriesOf, type Entry } from './entries'
import { marksOf, type Mark } from './marks'
import { MessageBubble } from './message-bubble'
import { OutgoingBubble } from './outgoing-bubble'
import { SystemLine } from './system-line'
import type { Thread } from './thread'
import { TypingPreview } from './typing-preview'
import { useScroll } from './use-scroll'
import './message-list.css'

interface Props {
  row: Row
  thread: Thread | undefined
  problem: unknown
  onRetry(): void
}

export function MessageList({ row, thread, problem, onRetry }: Props) {
  const t = useText()
  if (thread) return <Messages row={row} thread={thread} />
  if (problem) {
    return (
      <div className="messages">
        <Failure problem={problem} onRetry={onRetry} />
      </div>
    )
  }
  return (
    <div className="messages" aria-busy="true" aria-label={t('state.loading')}>
      <div className="messages-column is-skeleton">
        {[220, 320, 180, 260].map((width, index) => (
          <Skeleton.Node key={width} active style={{ width, height: 40 }} className={index % 2 ? 'is-right' : ''} />
        ))}
      </div>
    </div>
  )
}

function Messages({ row, thread }: { row: Row; thread: Thread }) {
  const t = useText()
  const entries = useMemo(() => entriesOf(thread, row.id), [thread, row.id])
  const { me } = useDesk()
  const marks = marksOf(entries, row, me.id)
  const { place, onScroll, isLoadingOlder, newBelow, isAway, toBottom } = useScroll(row, thread, entries)
  return (
    <div className="messages-frame">
      <div className="messages scroll" ref={place} onScroll={onScroll} role="log" aria-label={t('messages.label')} tabIndex={-1}>
        <div className="messages-column">
          <div className="messages-top">
            {isLoadingOlder ? <Spin size="small" /> : !thread.next && <span>{t('messages.beginning')}</span>}
          </div>
          {entries.map((entry) => (
            <Line key={entry.key} entry={entry} row={row} mark={marks.get(entry.key)} />
          ))}
          {entries.length === 0 && <p className="messages-none">{t('messages.none')}</p>}
          <TypingPreview conversationId={row.id} />
        </div>
      </div>
      {isAway && (
        <Button className="to-bottom" shape="round" size="small" icon={<ArrowDownOutlined />} onClick={toBottom}>
          {newBelow > 0 ? t('messages.new-below', { n: newBelow }) : t('messages.to-newest')}
        </Button>
      )}
    </div>
  )
}

function Line({ entry, row, mark }: { entry: Entry; row: Row; mark: Mark | undefined }) {
  const t = useText()
  switch (entry.kind) {
    case 'day':
      return (
        <p className="day" title={exactTime(entry.at)}>
          <span>{dayTitle(entry.at, now(), t)}</span>
        </p>
      )
    case 'start':
      return (
        <p className="conversation-start" title={exactTime(entry.at)} data-conversation={entry.conversationId}>
          {entry.conversationId === row.id ? t('messages.this-conversation') : t('messages.next-conversation')}
        </p>
      )
    case 'system':
      return <SystemLine message={entry.message} />
    case 'message':
      return <MessageBubble message={entry.message} row={row} isFollowing={entry.isFollowing} mark={mark} />
    case 'outgoing':
      return <OutgoingBubble message={entry.message} row={row} isFollowing={entry.isFollowing} />
  }
}
