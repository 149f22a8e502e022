import { App, Button, Drawer, Input, InputNumber, Segmented } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { ApiProblem } from '@/shared/api/client'
import { useChangeRfm, useRfmPreview, type RfmStandard, type Strategy } from './api'

/** How points are given and what they mean; what would come of it is shown before it is saved. */
export function RfmStandardForm({ standard, onClose }: { standard: RfmStandard; onClose(): void }) {
  const t = useText()
  const spoken = useLanguage()
  const { message } = App.useApp()
  const change = useChangeRfm()
  const [wanted, setWanted] = useState(standard)
  const [asked, setAsked] = useState(standard)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 350)
    return () => clearTimeout(timer)
  }, [wanted])
  const preview = useRfmPreview(asked)
  const set = (part: Partial<RfmStandard>) => setWanted({ ...wanted, ...part })
  const save = () =>
    change.mutateAsync(wanted).then(
      () => {
        void message.success(t('segment.saved'))
        onClose()
      },
      (problem: unknown) => void message.error(problem instanceof ApiProblem ? inLanguage(problem, spoken) : t('failure.title')),
    )
  return (
    <Drawer
      open
      size="min(720px, 96vw)"
      title={t('rfm.standard')}
      onClose={onClose}
      extra={
        <Button type="primary" loading={change.isPending} disabled={preview.isError} onClick={() => void save()}>
          {t('action.save')}
        </Button>
      }
    >
      <div className="rfm-form">
        <Line label={t('rfm.method')}>
          <Segmented<RfmStandard['method']> value={wanted.method} onChange={(method) => set({ method })} options={[{ value: 'quintiles', label: t('rfm.quintiles') }, { value: 'thresholds', label: t('rfm.thresholds') }]} />
        </Line>
        <Line label={t('rfm.span')}>
          <Segmented<RfmStandard['span']> value={wanted.span} onChange={(span) => set({ span })} options={[{ value: 'all', label: t('rfm.span-all') }, { value: 'year', label: t('rfm.span-year') }]} />
        </Line>
        {wanted.method === 'thresholds' && (
          <>
            <Bounds label={t('rfm.recency-days')} values={wanted.recencyDays} onChange={(recencyDays) => set({ recencyDays })} />
            <Bounds label={t('rfm.frequency-bounds')} values={wanted.frequency} onChange={(frequency) => set({ frequency })} />
            <Bounds label={t('rfm.money-bounds')} values={wanted.money} onChange={(money) => set({ money })} />
          </>
        )}
        <Line label={t('rfm.loyal-points')}>
          {(['r', 'f', 'm'] as const).map((point) => (
            <InputNumber key={point} aria-label={point.toUpperCase()} min={1} max={5} value={wanted.loyal[point]} onChange={(value) => set({ loyal: { ...wanted.loyal, [point]: value ?? 1 } })} />
          ))}
        </Line>
        <Line label={t('rfm.dormant-points')}>
          <InputNumber aria-label={t('rfm.dormant-points')} min={1} max={5} value={wanted.dormantRecency} onChange={(value) => set({ dormantRecency: value ?? 1 })} />
        </Line>
        <p className="rfm-result" aria-live="polite">
          {preview.isError ? (
            <span role="alert">{preview.error instanceof ApiProblem ? inLanguage(preview.error, spoken) : t('failure.title')}</span>
          ) : (
            <>
              {t('rfm.preview-result')}
              {preview.data?.strategies.map((each) => (
                <span key={each.strategy.code} className={`rfm-strategy is-${each.strategy.code}`}>
                  {t(`rfm.${each.strategy.code}`)} {each.customers.toLocaleString()}
                </span>
              ))}
            </>
          )}
        </p>
        {wanted.strategies.map((strategy, at) => (
          <StrategyTexts key={strategy.code} strategy={strategy} onChange={(next) => set({ strategies: wanted.strategies.map((each, n) => (n === at ? next : each)) })} />
        ))}
      </div>
    </Drawer>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="rfm-line">
      <span>{label}</span>
      <span>{children}</span>
    </div>
  )
}

function Bounds({ label, values, onChange }: { label: string; values: number[]; onChange(values: number[]): void }) {
  return (
    <Line label={label}>
      {values.map((value, at) => (
        <InputNumber key={at} aria-label={`${label} ${at + 1}`} min={0} value={value} onChange={(next) => onChange(values.map((each, n) => (n === at ? (next ?? 0) : each)))} />
      ))}
    </Line>
  )
}

function StrategyTexts({ strategy, onChange }: { strategy: Strategy; onChange(strategy: Strategy): void }) {
  const t = useText()
  return (
    <fieldset className="rfm-texts">
      <legend>{t(`rfm.${strategy.code}`)}</legend>
      <Input aria-label={t('rfm.title-zh')} maxLength={30} value={strategy.titleZh} onChange={(event) => onChange({ ...strategy, titleZh: event.target.value })} />
      <Input aria-label={t('rfm.title-en')} maxLength={60} value={strategy.titleEn} onChange={(event) => onChange({ ...strategy, titleEn: event.target.value })} />
      <Input.TextArea aria-label={t('rfm.advice-zh')} maxLength={500} autoSize value={strategy.adviceZh} onChange={(event) => onChange({ ...strategy, adviceZh: event.target.value })} />
      <Input.TextArea aria-label={t('rfm.advice-en')} maxLength={1000} autoSize value={strategy.adviceEn} onChange={(event) => onChange({ ...strategy, adviceEn: event.target.value })} />
    </fieldset>
  )
}
