import type { Message } from '@/shared/api/types'
import { inLanguage, useLanguage } from '@/shared/i18n/text'
import { clockTime, exactTime } from '@/shared/time/format'

export function SystemLine({ message }: { message: Message & { kind: 'system' } }) {
  const language = useLanguage()
  return (
    <p className="system" title={exactTime(message.sentAt)}>
      {inLanguage(message.body, language)} <time>{clockTime(message.sentAt)}</time>
    </p>
  )
}
