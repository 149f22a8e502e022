import { ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Row } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { clockTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { useDesk } from './desk'
import { MessageContent } from './message-content'
import { useOutbox } from './outbox'
import { previewOf } from './preview'
import { Quote } from './quote'
import type { Outgoing } from './thread'

/** A message of ours on its way, or one that did not get through. */
export function OutgoingBubble({ message, row, isFollowing }: { message: Outgoing; row: Row; isFollowing: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { me } = useDesk()
  const outbox = useOutbox(row, me)
  const { content } = message
  const hasFailed = message.state === 'failed'
  return (
    <article
      className={`line is-${content.kind === 'note' ? 'note' : 'agent'}${isFollowing ? ' is-following' : ''}`}
      aria-label={t('message.from', { name: me.nickname })}
    >
      <span className="line-face">{!isFollowing && <Face name={me.nickname} picture={me.avatar} size={32} />}</span>
      <div className="line-text">
        {!isFollowing && (
          <p className="line-author">
            <span>{me.nickname}</span>
            <time>{clockTime(message.at)}</time>
          </p>
        )}
        <div className="line-row">
          <div className={`bubble is-${content.kind}${hasFailed ? ' has-failed' : ''}`}>
            {message.replyTo && <Quote quoted={message.replyTo} />}
            <MessageContent message={content} />
          </div>
          <span className="sending">
            {hasFailed ? <ExclamationCircleFilled className="failed-mark" /> : <LoadingOutlined aria-label={t('message.sending')} />}
          </span>
        </div>
        {hasFailed && (
          <p className="failed small" role="alert">
            {message.problem ? inLanguage(message.problem, language) : t('message.failed')}
            <Button type="link" size="small" onClick={() => outbox.resend(message, previewOf(content, t))}>
              {t('action.resend')}
            </Button>
            <Button type="link" size="small" onClick={() => outbox.discard(message.clientId)}>
              {t('action.discard')}
            </Button>
          </p>
        )}
      </div>
    </article>
  )
}
