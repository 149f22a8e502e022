import { InfoCircleOutlined } from '@ant-design/icons'
import { Popover, Progress, Tag } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton } from '@/shared/ui/states'
import { moneyText } from './money'
import { useWorth, type Churn, type Worth } from './worth-api'
import './worth.css'

const COLOURS: Record<Churn, string> = { low: 'green', middle: 'gold', high: 'red' }

export function ChurnTag({ churn }: { churn: Churn }) {
  const t = useText()
  return <Tag color={COLOURS[churn]}>{t(`worth.churn-${churn}`)}</Tag>
}

/** What the customer is worth to us and whether he comes back, with the model behind it. */
export function WorthPanel({ customerId }: { customerId: string }) {
  const t = useText()
  const language = useLanguage()
  const answer = useWorth(customerId)
  return (
    <section className="worth-panel" aria-label={t('worth.title')}>
      {answer.isPending && <ListSkeleton rows={1} height={88} />}
      {answer.isError && <Failure problem={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data?.worth && <Figures worth={answer.data.worth} />}
      {answer.data && !answer.data.worth && <p className="quiet small">{inLanguage(answer.data.says, language)}</p>}
    </section>
  )
}

function Figures({ worth }: { worth: Worth }) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <div className="worth-figures">
        <Progress
          type="dashboard"
          size={84}
          percent={Math.round(worth.probabilityAlive * 100)}
          strokeColor="var(--hx-jade)"
          aria-label={t('worth.alive')}
          format={(percent) => (
            <span className="worth-gauge">
              <b>{percent}%</b>
              <small>{t('worth.alive')}</small>
            </span>
          )}
        />
        <dl>
          <dt>{t('worth.clv', { days: worth.days })}</dt>
          <dd className="worth-money">{worth.clv ? moneyText(worth.clv, language) : t('worth.no-money')}</dd>
          <dt>{t('worth.expected')}</dt>
          <dd>{t('worth.orders', { n: worth.expectedOrders.toFixed(1) })}</dd>
          <dt>{t('worth.churn')}</dt>
          <dd>
            <ChurnTag churn={worth.churn} />
          </dd>
        </dl>
      </div>
      <p className="quiet small">
        {inLanguage(worth.why, language)}{' '}
        <Popover title={t('worth.model')} content={<Explained worth={worth} />} trigger={['click', 'hover']}>
          <button type="button" className="plain worth-how" aria-label={t('worth.how')}>
            <InfoCircleOutlined />
          </button>
        </Popover>
      </p>
    </>
  )
}

function Explained({ worth }: { worth: Worth }) {
  const t = useText()
  return (
    <div className="worth-explained small">
      <p>{t('worth.explained-who')}</p>
      <p>{t('worth.explained-much')}</p>
      <p>{t('worth.explained-new')}</p>
      <p className="faint">
        {t('worth.explained-from', {
          version: worth.model.version,
          customers: worth.model.customers,
          returned: worth.model.returned,
          asOf: worth.asOf,
        })}
        {!worth.model.converged && ` ${t('worth.not-converged')}`}
      </p>
    </div>
  )
}
