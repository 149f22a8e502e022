import { useQuery } from '@tanstack/react-query'
import { useText } from '@/shared/i18n/text'
import { keys } from './api'

/** What the customer is writing, before he sends it. */
export function TypingPreview({ conversationId }: { conversationId: string }) {
  const t = useText()
  const { data: text } = useQuery<string | null>({ queryKey: keys.typing(conversationId), queryFn: () => null, enabled: false })
  return (
    <p className="typing" aria-live="polite">
      {text && t('typing.preview', { text })}
    </p>
  )
}
