import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { useFunnel } from './api'

/** From everybody we know of to those we want to keep; each step is a rule that can be changed below. */
export function CustomerFunnel() {
  const t = useText()
  const spoken = useLanguage()
  const funnel = useFunnel()
  if (funnel.isError) return <Failure problem={funnel.error} onRetry={() => void funnel.refetch()} />
  const steps = funnel.data ?? []
  const most = Math.max(1, steps[0]?.customers ?? 1)
  return (
    <section className="segment-card" aria-label={t('segment.funnel')} aria-busy={!funnel.data}>
      <h3>
        {t('segment.funnel')}
        <span className="faint small">{t('segment.funnel-hint')}</span>
      </h3>
      <ol className="customer-funnel">
        {steps.map((step, at) => {
          const before = at > 0 ? steps[at - 1]!.customers : 0
          return (
            <li key={step.code}>
              <span className="funnel-name">{inLanguage(step.name, spoken)}</span>
              <span className="funnel-bar">
                <i style={{ width: `${Math.max(1, (step.customers / most) * 100)}%` }} />
              </span>
              <b>{step.customers.toLocaleString()}</b>
              <span className="faint small">{at > 0 && before > 0 ? t('segment.of-previous', { share: `${Math.round((step.customers / before) * 100)}%` }) : ''}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
