import { useText } from '@/shared/i18n/text'
import { Mark } from '@/shared/ui/mark'

export function Opening() {
  const t = useText()
  return (
    <div className="opening" role="status" aria-label={t('state.loading')}>
      <Mark size={44} />
    </div>
  )
}
