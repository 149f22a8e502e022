import { CopyOutlined, MessageOutlined, RollbackOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import type { Message, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { standards } from '@/shared/standards'
import { useFromClock } from '@/shared/time/clock'
import { useComplaint } from '@/shared/ui/problem'
import { useRecall } from './api'
import { previewOf } from './preview'
import { quoting } from './quoting'

/** What one can do with a message; appears beside it under the mouse or the keyboard's focus. */
export function MessageActions({ message, row, isMine }: { message: Message; row: Row; isMine: boolean }) {
  const t = useText()
  const { message: toast } = App.useApp()
  const complain = useComplaint()
  const recall = useRecall(row.customer.id)
  const mayRecall = useFromClock(
    (now) => isMine && row.state !== 'closed' && now - Date.parse(message.sentAt) < standards.recallSeconds * 1000,
  )
  const isHere = message.conversationId === row.id && row.state === 'held'
  const text = message.kind === 'text' || message.kind === 'note' ? message.body.text : null
  return (
    <span className="line-actions">
      {isHere && message.kind !== 'note' && (
        <Tooltip title={t('action.quote')}>
          <Button
            type="text"
            size="small"
            icon={<MessageOutlined />}
            aria-label={t('action.quote')}
            onClick={() => {
              const author = message.author.name ?? row.customer.name
              quoting.set({
                conversationId: row.id,
                quoted: { seq: message.seq, kind: message.kind, preview: previewOf(message, t), author },
              })
            }}
          />
        </Tooltip>
      )}
      {text !== null && (
        <Tooltip title={t('action.copy')}>
          <Button
            type="text"
            size="small"
            icon={<CopyOutlined />}
            aria-label={t('action.copy')}
            onClick={() => void navigator.clipboard?.writeText(text).then(() => toast.success(t('action.copied')))}
          />
        </Tooltip>
      )}
      {mayRecall && isHere && (
        <Tooltip title={t('action.recall')}>
          <Button
            type="text"
            size="small"
            icon={<RollbackOutlined />}
            aria-label={t('action.recall')}
            onClick={() => recall.mutate({ conversationId: row.id, seq: message.seq }, { onError: complain })}
          />
        </Tooltip>
      )}
    </span>
  )
}
