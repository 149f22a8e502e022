import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { Mark } from '@/shared/ui/mark'
import { useConversation, useThread } from './api'
import { ComposerPlace } from './composer-place'
import { ConversationHeader } from './conversation-header'
import { useDesk } from './desk'
import { DropArea } from './drop-area'
import { LeadBanner } from './lead-banner'
import { EntryCard } from './entry-card'
import { useOpenConversation } from './live'
import { useKeptRow } from './use-kept-row'
import { MessageList } from './message-list'
import './conversation-pane.css'

export function ConversationPane({ conversationId }: { conversationId: string | undefined }) {
  const t = useText()
  const known = useKeptRow(conversationId)
  const { data: row, error, refetch } = useConversation(conversationId, known)
  if (!conversationId) {
    return (
      <section className="pane is-empty">
        <Nothing picture={<Mark size={56} />} sentence={t('pane.empty')} hint={t('pane.empty-hint')} />
      </section>
    )
  }
  if (!row) {
    return (
      <section className="pane">
        {error ? <Failure problem={error} onRetry={() => void refetch()} /> : <ListSkeleton rows={1} height={72} />}
      </section>
    )
  }
  return <OpenConversation key={row.id} row={row} />
}

function OpenConversation({ row }: { row: Row }) {
  const t = useText()
  const { me } = useDesk()
  const thread = useThread(row.customer.id)
  useOpenConversation(row, me, thread.data)
  return (
    <section className="pane" aria-label={t('pane.label', { name: row.customer.name })}>
      <DropArea row={row}>
        <ConversationHeader row={row} />
        <LeadBanner row={row} />
        {row.entry?.product && row.state !== 'closed' && <EntryCard row={row} card={row.entry.product} />}
        <MessageList row={row} thread={thread.data} problem={thread.error} onRetry={() => void thread.refetch()} />
        <ComposerPlace row={row} />
      </DropArea>
    </section>
  )
}
