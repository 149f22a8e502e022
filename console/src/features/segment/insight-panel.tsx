import { Skeleton, Tooltip } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { useInsight, type Insight } from './api'
import './segment.css'

/** What the figures say of one customer: points, how to serve him, and his tags with the reason. */
export function InsightPanel({ customerId }: { customerId: string }) {
  const t = useText()
  const insight = useInsight(customerId)
  if (insight.isError && !insight.data) return <Failure problem={insight.error} onRetry={() => void insight.refetch()} />
  if (!insight.data) return <Skeleton active title={false} paragraph={{ rows: 3 }} className="insight-skeleton" />
  return (
    <section className="insight" aria-label={t('insight.title')}>
      <Points insight={insight.data} />
      <Tags tags={insight.data.tags} />
      <Segments segments={insight.data.segments} />
    </section>
  )
}

function Points({ insight }: { insight: Insight }) {
  const t = useText()
  const spoken = useLanguage()
  const { rfm, value } = insight
  return (
    <>
      <p className="insight-line">
        {rfm ? (
          <Tooltip title={inLanguage(rfm.why, spoken)}>
            <span className="rfm-cell" tabIndex={0}>
              RFM {rfm.cell}
            </span>
          </Tooltip>
        ) : (
          <span className="faint small">{t(insight.facts ? 'insight.no-orders' : 'insight.counting')}</span>
        )}
        {rfm && <span className={`rfm-strategy is-${rfm.strategy.code}`}>{inLanguage(rfm.strategy.title, spoken)}</span>}
        <Tooltip title={value.why}>
          <span className={`insight-value is-${value.value}`} tabIndex={0}>
            {t('insight.value')} {t(`insight.value.${value.value}`)}
          </span>
        </Tooltip>
      </p>
      {rfm && <p className="insight-advice">{inLanguage(rfm.strategy.advice, spoken)}</p>}
    </>
  )
}

function Tags({ tags }: { tags: Insight['tags'] }) {
  const t = useText()
  const spoken = useLanguage()
  if (tags.length === 0) return null
  return (
    <ul className="insight-tags" aria-label={t('insight.tags')}>
      {tags.map((tag) => (
        <li key={tag.name}>
          <Tooltip title={tag.why ? inLanguage(tag.why, spoken) : t('insight.by-hand', { by: tag.by })}>
            <span className={tag.why ? 'segment-tag' : 'segment-tag is-by-hand'} tabIndex={0}>
              {tag.name}
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}

function Segments({ segments }: { segments: Insight['segments'] }) {
  const t = useText()
  const spoken = useLanguage()
  if (segments.length === 0) return null
  return (
    <p className="faint small">
      {t('insight.segments')}: {segments.map((each) => inLanguage(each.name, spoken)).join(' · ')}
    </p>
  )
}
