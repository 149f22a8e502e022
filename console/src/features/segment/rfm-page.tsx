import { Button, Drawer, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useLanguage, useText } from '@/shared/i18n/text'
import type { Palette } from '@/shared/theme/palette'
import { Chart, type Picked } from '@/shared/ui/chart'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useRfm, type RfmMap } from './api'
import { inMoney } from './member-list'
import { MemberTable } from './member-table'
import { RfmStandardForm } from './rfm-standard'

const POINTS = [1, 2, 3, 4, 5]

/** P-05: where the buyers stand, what each strategy means, and the way down to the customers. */
export function RfmPage({ mayChange }: { mayChange: boolean }) {
  const t = useText()
  const map = useRfm()
  const [cell, setCell] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  if (map.isError && !map.data) return <Failure problem={map.error} onRetry={() => void map.refetch()} />
  if (!map.data) return <ListSkeleton rows={6} height={72} />
  if (map.data.buyers === 0) return <Nothing sentence={t('rfm.none')} hint={t('rfm.none-hint')} />
  return (
    <>
      <div className="rfm-top">
        <section className="segment-card">
          <h3>
            {t('rfm.map')}
            <span className="faint small">{t('rfm.buyers', { n: map.data.buyers.toLocaleString() })}</span>
          </h3>
          <HeatMap map={map.data} onPick={(r, f) => setCell(`${r}${f}.`)} />
          <p className="faint small">{t('rfm.map-hint')}</p>
        </section>
        <Strategies map={map.data} mayChange={mayChange} onChange={() => setOpen(true)} />
      </div>
      <CellTable map={map.data} onPick={setCell} />
      {isOpen && <RfmStandardForm standard={map.data.standard} onClose={() => setOpen(false)} />}
      {cell && (
        <Drawer open size="min(880px, 96vw)" title={`${t('rfm.cell')} ${cell.replaceAll('.', '＊')}`} onClose={() => setCell(null)}>
          <MemberTable address={`/api/rfm/customers?cell=${cell}`} />
        </Drawer>
      )}
    </>
  )
}

function HeatMap({ map, onPick }: { map: RfmMap; onPick(r: number, f: number): void }) {
  const t = useText()
  const sums = useMemo(() => {
    const all = new Map<string, number>()
    for (const cell of map.cells) all.set(`${cell.r}${cell.f}`, (all.get(`${cell.r}${cell.f}`) ?? 0) + cell.customers)
    return POINTS.flatMap((r) => POINTS.map((f) => [f - 1, r - 1, all.get(`${r}${f}`) ?? 0]))
  }, [map.cells])
  const option = useMemo(
    () => (palette: Palette) => ({
      grid: { left: 48, right: 16, top: 8, bottom: 40 },
      xAxis: { type: 'category', data: POINTS.map((f) => `F${f}`), name: t('rfm.frequency'), nameLocation: 'middle', nameGap: 26 },
      yAxis: { type: 'category', data: POINTS.map((r) => `R${r}`), name: '', axisLabel: { color: palette.textFaint } },
      visualMap: { show: false, min: 0, max: Math.max(1, ...sums.map((each) => each[2]!)), inRange: { color: [palette.sunken, palette.jadeLine, palette.jade] } },
      tooltip: {
        formatter: ({ data }: { data: number[] }) => t('rfm.cell-label', { r: data[1]! + 1, f: data[0]! + 1, n: data[2]!.toLocaleString() }),
      },
      series: [
        {
          type: 'heatmap',
          data: sums,
          label: { show: true, formatter: ({ data }: { data: number[] }) => (data[2] ? data[2].toLocaleString() : '') , color: palette.text },
          itemStyle: { borderColor: palette.surface, borderWidth: 3, borderRadius: 6 },
          emphasis: { itemStyle: { borderColor: palette.jade } },
        },
      ],
    }),
    [sums, t],
  )
  const pick = (picked: Picked) => {
    const [f, r, customers] = picked.data as [number, number, number]
    if (customers > 0) onPick(r + 1, f + 1)
  }
  return <Chart label={t('rfm.map')} option={option} height={320} onPick={pick} />
}

function Strategies({ map, mayChange, onChange }: { map: RfmMap; mayChange: boolean; onChange(): void }) {
  const t = useText()
  const spoken = useLanguage()
  const bounds = { r: map.bounds.recencyDays.join(' / '), f: map.bounds.frequency.join(' / '), m: map.bounds.money.map((each) => each.toLocaleString()).join(' / ') }
  return (
    <section className="segment-card">
      <h3>
        {t('rfm.strategies')}
        <span className="bar-space" />
        {mayChange && (
          <Button size="small" onClick={onChange}>
            {t('rfm.change')}
          </Button>
        )}
      </h3>
      <ul className="rfm-strategies">
        {map.strategies.map((each) => (
          <li key={each.strategy.code} className={`is-${each.strategy.code}`}>
            <header>
              <b>{spoken === 'zh-CN' ? each.strategy.titleZh : each.strategy.titleEn}</b>
              <span>{t('rfm.customers', { n: each.customers.toLocaleString() })}</span>
              <span className="quiet">{inMoney(each.money)}</span>
            </header>
            <p>{spoken === 'zh-CN' ? each.strategy.adviceZh : each.strategy.adviceEn}</p>
          </li>
        ))}
      </ul>
      <p className="faint small">{t(map.bounds.measured ? 'rfm.measured' : 'rfm.fixed', bounds)}</p>
    </section>
  )
}

function CellTable({ map, onPick }: { map: RfmMap; onPick(cell: string): void }) {
  const t = useText()
  const [money, setMoney] = useState<number | undefined>()
  const cells = map.cells.filter((cell) => money === undefined || cell.m === money)
  const most = Math.max(1, ...cells.map((cell) => cell.customers))
  return (
    <section className="segment-card">
      <h3>
        {t('rfm.cells')}
        <span className="bar-space" />
        <Select
          allowClear
          size="small"
          placeholder={t('rfm.money')}
          aria-label={t('rfm.money')}
          value={money}
          onChange={(value?: number) => setMoney(value)}
          options={POINTS.map((value) => ({ value, label: `M${value}` }))}
          style={{ width: 110 }}
        />
      </h3>
      <ul className="rfm-cells">
        {[...cells].reverse().map((cell) => (
          <li key={`${cell.r}${cell.f}${cell.m}`}>
            <button type="button" className="plain" onClick={() => onPick(`${cell.r}${cell.f}${cell.m}`)}>
              <span className="rfm-cell">{`${cell.r}${cell.f}${cell.m}`}</span>
              <span className="funnel-bar">
                <i style={{ width: `${(cell.customers / most) * 100}%` }} />
              </span>
              <b>{cell.customers.toLocaleString()}</b>
              <span className="quiet">{inMoney(cell.money)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
