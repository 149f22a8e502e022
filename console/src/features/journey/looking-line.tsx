import { EyeOutlined } from '@ant-design/icons'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { useLookingAt, useLookingFrames } from './api'
import './journey.css'

/** Longer ago than this, he is not looking any more. */
const NOW_MS = 5 * 60_000

/** "正在看…": where the customer is on the shop's pages in this moment (E-03). Nothing when he is not there. */
export function LookingLine({ customerId }: { customerId: string }) {
  const t = useText()
  const now = useNow()
  const { data } = useLookingAt(customerId)
  useLookingFrames(customerId)
  if (!data || now - Date.parse(data.at) > NOW_MS) return null
  const what = data.product?.name ?? data.title ?? data.url ?? data.name
  return (
    <span className="looking" role="status" title={[exactTime(data.at), data.url].filter(Boolean).join(' · ')}>
      <EyeOutlined />
      <span className="ellipsis">{t('journey.looking', { what })}</span>
      {data.product?.price && <span className="figures-tabular">¥{data.product.price}</span>}
      <span className="faint">{pastTime(data.at, now, t)}</span>
    </span>
  )
}
