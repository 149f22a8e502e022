import { memo } from 'react'
import type { Message, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { clockTime, exactTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { useDesk } from './desk'
import { MessageActions } from './message-actions'
import { MessageContent } from './message-content'
import type { Mark } from './marks'
import { Quote } from './quote'

interface Props {
  message: Message
  row: Row
  isFollowing: boolean
  mark: Mark | undefined
}

/** A message of the record: the customer's at the left, ours, the bot's and notes at the right. */
export const MessageBubble = memo(function MessageBubble({ message, row, isFollowing, mark }: Props) {
  const t = useText()
  const { me } = useDesk()
  const { author } = message
  const isCustomer = author.kind === 'customer'
  const isMine = author.kind === 'agent' && author.id === me.id
  const name = isCustomer ? (author.name ?? row.customer.name) : (author.name ?? t('author.bot'))
  if (message.recalled) {
    return (
      <p className="system" title={exactTime(message.sentAt)}>
        {isMine ? t('message.recalled-by-me') : t('message.recalled', { name })}
      </p>
    )
  }
  const kind = message.kind === 'note' ? 'note' : author.kind
  return (
    <article
      className={`line is-${kind}${isFollowing ? ' is-following' : ''}`}
      data-message={`${message.conversationId}/${message.seq}`}
      aria-label={t('message.from', { name })}
    >
      <span className="line-face">
        {!isFollowing && <Face name={name} picture={isCustomer ? row.customer.avatar : author.avatar} size={32} />}
      </span>
      <div className="line-text">
        {!isFollowing && (
          <p className="line-author">
            <span>{name}</span>
            {author.kind === 'bot' && <span className="bot-chip">{t('author.bot-chip')}</span>}
            {message.kind === 'note' && <span className="note-chip">{t('author.note-chip')}</span>}
            <time dateTime={message.sentAt} title={exactTime(message.sentAt)}>
              {clockTime(message.sentAt)}
            </time>
          </p>
        )}
        <div className="line-row">
          <div className={`bubble is-${message.kind}`} title={isFollowing ? exactTime(message.sentAt) : undefined}>
            {message.replyTo && <Quote quoted={message.replyTo} />}
            <MessageContent message={message} />
          </div>
          {mark && <span className={`read-mark is-${mark}`}>{t(`mark.${mark}`)}</span>}
          <MessageActions message={message} row={row} isMine={isMine} />
        </div>
      </div>
    </article>
  )
})
