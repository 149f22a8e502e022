import { useText } from '@/shared/i18n/text'
import { Chart } from '@/shared/ui/chart'
import type { WorthModel } from './worth-api'

/** Who came back how often: seen beside expected. */
export function ReturnsCard({ model }: { model: WorthModel }) {
  const t = useText()
  return (
    <section className="worth-card">
      <h2>{t('worth.fit-chart')}</h2>
      <p className="quiet small">{t('worth.fit-chart-hint')}</p>
      <Beside label={t('worth.fit-chart')} bars={model.bars} unit={t('worth.customers')} />
    </section>
  )
}

/** The second half of the time as the first half foretold it. */
export function HeldOutCard({ heldOut }: { heldOut: NonNullable<WorthModel['heldOut']> }) {
  const t = useText()
  const off = heldOut.orders ? ((heldOut.expectedOrders / heldOut.orders - 1) * 100).toFixed(1) : '–'
  return (
    <section className="worth-card">
      <h2>{t('worth.held-out')}</h2>
      <p className="quiet small">
        {t('worth.held-out-hint', { from: heldOut.from, cut: heldOut.cut, until: heldOut.until, customers: heldOut.customers })}
      </p>
      <p className="small">
        {t('worth.held-out-total', { orders: heldOut.orders, expected: heldOut.expectedOrders.toFixed(0), off })}{' '}
        {t('worth.held-out-error', { error: heldOut.error.toFixed(2), before: heldOut.errorAsBefore.toFixed(2) })}
      </p>
      <Beside label={t('worth.held-out')} bars={heldOut.bars} unit={t('worth.orders-each')} />
    </section>
  )
}

function Beside({ label, bars, unit }: { label: string; bars: { times: number; orMore: boolean; seen: number; expected: number }[]; unit: string }) {
  const t = useText()
  return (
    <Chart
      label={label}
      height={240}
      option={(palette) => ({
        grid: { left: 56, right: 8, top: 32, bottom: 40 },
        tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => Number(value).toFixed(unit === t('worth.customers') ? 0 : 2) },
        legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: palette.textQuiet } },
        xAxis: { type: 'category', name: t('worth.returns'), nameLocation: 'middle', nameGap: 26, data: bars.map((bar) => `${bar.times}${bar.orMore ? '+' : ''}`) },
        yAxis: { type: 'value', name: unit },
        series: [
          { name: t('worth.seen'), type: 'bar', data: bars.map((bar) => bar.seen), itemStyle: { color: palette.jade } },
          { name: t('worth.model-says'), type: 'bar', data: bars.map((bar) => bar.expected), itemStyle: { color: palette.amber } },
        ],
      })}
    />
  )
}
