import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, DatePicker, Select, Skeleton, Table } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useMemo, useState } from 'react'
import type { FunnelStep } from '@/shared/api/journey'
import type { Named } from '@/shared/api/types'
import { useLanguage, useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { Chart, type ChartOption } from '@/shared/ui/chart'
import { Failure, Nothing } from '@/shared/ui/states'
import { useFunnel } from './api'
import './journey.css'

interface Props {
  channels: Named[]
  onBack(): void
}

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

/** P-03: how many customers came how far: browse, cart, consult, buy. */
export function FunnelPage({ channels, onBack }: Props) {
  const t = useText()
  const [range, setRange] = useState<[Dayjs, Dayjs]>(() => lastDays(30))
  const [channel, setChannel] = useState<string>()
  const funnel = useFunnel({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD'), channel })
  return (
    <main className="funnel scroll">
      <header className="funnel-head">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('figures.back')} onClick={onBack} />
        <h1>{t('funnel.title')}</h1>
        <span className="bar-space" />
        <DatePicker.RangePicker
          allowClear={false}
          value={range}
          presets={[1, 7, 30, 90].map((count) => ({ label: t(count === 1 ? 'figures.today' : 'figures.last-days', { n: count }), value: lastDays(count) }))}
          onChange={(dates) => dates?.[0] && dates[1] && setRange([dates[0], dates[1]])}
        />
        <Select
          allowClear
          placeholder={t('figures.all-channels')}
          aria-label={t('figures.all-channels')}
          value={channel}
          onChange={(id: string | undefined) => setChannel(id)}
          options={channels.map((each) => ({ value: each.id, label: each.name }))}
          style={{ width: 160 }}
        />
      </header>
      {funnel.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {funnel.isError && !funnel.data && <Failure problem={funnel.error} onRetry={() => void funnel.refetch()} />}
      {funnel.data && (funnel.data.steps.some((step) => step.all > 0) ? <Steps steps={funnel.data.steps} /> : <Nothing sentence={t('funnel.empty')} hint={t('funnel.empty-hint')} />)}
    </main>
  )
}

function Steps({ steps }: { steps: FunnelStep[] }) {
  const t = useText()
  const chinese = useLanguage() === 'zh-CN'
  const name = (step: FunnelStep) => (chinese ? step.name.zh : step.name.en)
  const begun = steps[0]?.customers ?? 0
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: steps.map(name), axisTick: { show: false }, axisLine: { show: false } },
      series: [
        {
          type: 'bar', barWidth: 30, data: steps.map((step) => step.customers), itemStyle: { borderRadius: [0, 6, 6, 0] },
          label: { show: true, position: 'right', formatter: ({ dataIndex }: { dataIndex: number }) => label(steps[dataIndex]!) },
        },
      ],
    }),
    [steps, chinese],
  )
  return (
    <>
      <p className="quiet small">{t('funnel.how')}</p>
      <Chart label={t('funnel.title')} option={option} height={240} />
      <Table<FunnelStep>
        rowKey="code"
        size="middle"
        pagination={false}
        dataSource={steps}
        columns={[
          { title: t('funnel.step'), render: (_, step) => name(step) },
          { title: t('funnel.customers'), dataIndex: 'customers', align: 'right', render: (count: number) => count.toLocaleString() },
          { title: t('funnel.conversion'), dataIndex: 'conversion', align: 'right', render: percent },
          { title: t('funnel.whole'), align: 'right', render: (_, step) => percent(begun > 0 ? step.customers / begun : null) },
          { title: t('funnel.all'), dataIndex: 'all', align: 'right', render: (count: number) => count.toLocaleString() },
        ]}
      />
    </>
  )
}

function label(step: FunnelStep): string {
  return step.conversion === null ? step.customers.toLocaleString() : `${step.customers.toLocaleString()}  ${percent(step.conversion)}`
}

function lastDays(count: number): [Dayjs, Dayjs] {
  const today = dayjs(now())
  return [today.subtract(count - 1, 'day').startOf('day'), today.startOf('day')]
}
