import type { Message } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'

export function Quote({ quoted }: { quoted: NonNullable<Message['replyTo']> }) {
  const t = useText()
  const text = quoted.kind === 'recall' ? t('message.recalled-short') : quoted.preview
  return (
    <blockquote className="quote">
      <b>{quoted.author}</b> {text}
    </blockquote>
  )
}
