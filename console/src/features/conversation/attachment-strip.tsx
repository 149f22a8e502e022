import { CloseOutlined, FileOutlined, LoadingOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { fileSize } from '@/shared/time/format'
import type { useAttachments } from './attachments'

/** What will go out with the next message. */
export function AttachmentStrip({ attachments }: { attachments: ReturnType<typeof useAttachments> }) {
  const t = useText()
  const language = useLanguage()
  if (attachments.items.length === 0) return null
  return (
    <ul className="attachments" aria-label={t('composer.attachments')}>
      {attachments.items.map((item) => (
        <li key={item.id} className={`attachment is-${item.state}`}>
          {item.picture ? <img src={item.picture} alt="" /> : <FileOutlined />}
          <span className="attachment-text">
            <span className="ellipsis">{item.file.name}</span>
            <span className="faint small">
              {item.state === 'failed' && item.problem ? inLanguage(item.problem, language) : fileSize(item.file.size)}
            </span>
          </span>
          {item.state === 'uploading' && <LoadingOutlined />}
          {item.state === 'failed' && (
            <Button type="text" size="small" icon={<ReloadOutlined />} aria-label={t('action.retry')} onClick={() => attachments.retry(item)} />
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('action.remove')}
            onClick={() => attachments.remove(item.id)}
          />
        </li>
      ))}
    </ul>
  )
}
