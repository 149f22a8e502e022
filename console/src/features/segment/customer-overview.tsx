import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useText } from '@/shared/i18n/text'
import { Chart } from '@/shared/ui/chart'
import { Failure, Nothing } from '@/shared/ui/states'
import { useGlance, useHistory, usePath, type History, type Path } from './glance-api'
import { GlancePanel } from './glance-panel'
import { InsightPanel } from './insight-panel'
import './glance.css'

/** The life of a customer in pictures: what he bought month by month, where he stands, how far he went. */
export function CustomerOverview({ customerId, onOrder }: { customerId: string; onOrder?(id: string): void }) {
  const t = useText()
  return (
    <div className="overview">
      <section className="overview-card">
        <h3>{t('overview.now')}</h3>
        <GlancePanel customerId={customerId} onOrder={onOrder} />
      </section>
      <section className="overview-card">
        <h3>{t('overview.standing')}</h3>
        <RfmCell customerId={customerId} />
        <InsightPanel customerId={customerId} />
        <h3 style={{ marginTop: 16 }}>{t('overview.path')}</h3>
        <PathFunnel customerId={customerId} />
      </section>
      <section className="overview-card is-wide">
        <h3>{t('overview.history')}</h3>
        <Purchases customerId={customerId} />
      </section>
    </div>
  )
}

function RfmCell({ customerId }: { customerId: string }) {
  const t = useText()
  const { data } = useGlance(customerId)
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (!data.rfm) return <p className="faint">{t('overview.no-rfm')}</p>
  const { cell } = data.rfm
  return (
    <div className="rfm-points" role="img" aria-label={`RFM ${cell}`}>
      {(['R', 'F', 'M'] as const).map((letter, at) => (
        <RfmRow key={letter} letter={t(`overview.${letter}`)} point={Number(cell[at])} />
      ))}
    </div>
  )
}

function RfmRow({ letter, point }: { letter: string; point: number }) {
  return (
    <>
      <span className="faint small">{letter}</span>
      {[1, 2, 3, 4, 5].map((each) => (
        <i key={each} className={each === point ? 'is-his' : ''}>
          {each}
        </i>
      ))}
    </>
  )
}

function PathFunnel({ customerId }: { customerId: string }) {
  const t = useText()
  const path = usePath(customerId)
  const steps = useMemo(() => (path.data ? stepsOf(path.data) : []), [path.data])
  if (path.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (path.isError) return <Failure problem={path.error} onRetry={() => void path.refetch()} />
  if (steps.every((step) => step.count === 0)) return <p className="faint">{t('overview.no-path')}</p>
  const names = steps.map((step) => t(`overview.step.${step.code}`))
  return (
    <Chart
      label={t('overview.path')}
      height={150}
      option={(palette) => ({
        grid: { left: 48, right: 40, top: 4, bottom: 4 },
        xAxis: { type: 'value', show: false },
        yAxis: { type: 'category', inverse: true, data: names, axisLine: { show: false }, axisTick: { show: false } },
        series: [
          {
            type: 'bar',
            barWidth: 16,
            data: steps.map((step) => step.count),
            label: { show: true, position: 'right', color: palette.textQuiet, textBorderWidth: 0 },
          },
        ],
        tooltip: { trigger: 'item' },
      })}
    />
  )
}

function stepsOf(path: Path) {
  return (['browse', 'cart', 'consult', 'buy'] as const).map((code) => ({ code, count: path[code]?.count ?? 0 }))
}

function Purchases({ customerId }: { customerId: string }) {
  const t = useText()
  const history = useHistory(customerId)
  if (history.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if (history.isError) return <Failure problem={history.error} onRetry={() => void history.refetch()} />
  if (!history.data.currency) return <Nothing sentence={t('overview.never-bought')} />
  return <Months history={history.data} />
}

function Months({ history }: { history: History }) {
  const t = useText()
  const unit = history.currency === 'CNY' ? '¥' : (history.currency ?? '')
  return (
    <Chart
      label={t('overview.history')}
      height={220}
      option={{
        grid: { left: 64, right: 40, top: 36, bottom: 28 },
        legend: { top: 0, right: 0 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: history.months.map((month) => month.month) },
        yAxis: [
          { type: 'value', name: unit },
          { type: 'value', minInterval: 1, splitLine: { show: false } },
        ],
        series: [
          { type: 'bar', name: t('overview.amount'), data: history.months.map((month) => Number(month.amount)), barMaxWidth: 20 },
          { type: 'line', name: t('overview.orders'), yAxisIndex: 1, data: history.months.map((month) => month.orders), symbolSize: 5 },
        ],
      }}
    />
  )
}
