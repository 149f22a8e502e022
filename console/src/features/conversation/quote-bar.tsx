import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Message } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'

export function QuoteBar({ quoted, onCancel }: { quoted: NonNullable<Message['replyTo']>; onCancel(): void }) {
  const t = useText()
  return (
    <div className="quote-bar">
      <span className="ellipsis">
        <b>{quoted.author}</b> {quoted.preview}
      </span>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('action.cancel-quote')} onClick={onCancel} />
    </div>
  )
}
