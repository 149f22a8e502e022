import { CheckCircleOutlined } from '@ant-design/icons'
import type { Warning } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useWarnings } from './api'
import { WarningItem } from './warning-item'

/** What is about to go wrong, or has; the newest on top. */
export function WarningFeed({ matches = () => true }: { matches?: (warning: Warning) => boolean }) {
  const t = useText()
  const { data, error, refetch, isPending } = useWarnings()
  if (isPending) return <ListSkeleton rows={4} height={84} />
  if (error && !data) return <Failure problem={error} onRetry={() => void refetch()} />
  const items = (data?.items ?? []).filter(matches)
  if (items.length === 0) return <Nothing picture={<CheckCircleOutlined className="warning-none" />} sentence={t('warning.none')} />
  return (
    <ol className="warning-feed scroll">
      {items.map((warning) => (
        <li key={warning.id}>
          <WarningItem warning={warning} />
        </li>
      ))}
    </ol>
  )
}
