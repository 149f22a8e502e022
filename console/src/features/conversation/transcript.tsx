import { Skeleton } from 'antd'
import type { Message } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { clockTime, exactTime } from '@/shared/time/format'
import { Failure } from '@/shared/ui/states'
import { useTranscript } from './api'
import { MessageContent } from './message-content'

/** One conversation to read, small, inside the file. */
export function Transcript({ conversationId, customer }: { conversationId: string; customer: string }) {
  const t = useText()
  const transcript = useTranscript(conversationId, true)
  if (transcript.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} className="transcript" />
  if (transcript.isError) return <Failure problem={transcript.error} onRetry={() => void transcript.refetch()} />
  return (
    <div className="transcript scroll" role="log" aria-label={t('records.transcript')} tabIndex={0}>
      {transcript.data.items.map((message) => (
        <TranscriptLine key={message.seq} message={message} customer={customer} />
      ))}
    </div>
  )
}

function TranscriptLine({ message, customer }: { message: Message; customer: string }) {
  const t = useText()
  const language = useLanguage()
  if (message.kind === 'recall') return null
  if (message.kind === 'system') return <p className="transcript-system">{inLanguage(message.body, language)}</p>
  const name = message.author.kind === 'customer' ? customer : (message.author.name ?? t('author.bot'))
  return (
    <div className={`transcript-line is-${message.kind === 'note' ? 'note' : message.author.kind}`}>
      <p className="faint small" title={exactTime(message.sentAt)}>
        {name} {clockTime(message.sentAt)}
      </p>
      {message.recalled ? <span className="faint">{t('message.recalled-short')}</span> : <MessageContent message={message} />}
    </div>
  )
}
