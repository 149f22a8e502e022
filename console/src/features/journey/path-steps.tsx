import { Skeleton } from 'antd'
import type { StepCode } from '@/shared/api/journey'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { usePath } from './api'

const STEPS: StepCode[] = ['browse', 'cart', 'consult', 'buy']

/** P-03: how far this customer has come: browse, cart, consult, buy. */
export function PathSteps({ customerId }: { customerId: string }) {
  const t = useText()
  const now = useNow()
  const { data } = usePath(customerId)
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <ol className="path-steps" aria-label={t('journey.path')}>
      {STEPS.map((step) => {
        const { count, lastAt } = data[step]
        return (
          <li key={step} className={count > 0 ? 'is-taken' : ''}>
            <span className="small">{t(`journey.step.${step}`)}</span>
            <b className="figures-tabular">{count}</b>
            <span className="faint small ellipsis" title={lastAt ? exactTime(lastAt) : undefined}>
              {lastAt ? pastTime(lastAt, now, t) : t('journey.never')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
