import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select, Slider } from 'antd'
import type { ClockKind } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { duration } from '@/shared/time/format'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { channels, kinds, nextStandard, ruleOf, type Standard } from './standards'
import { channelName } from './standards-text'

/** Each promise as a line: on which channel, for what, in how many seconds, and when to warn. */
export function StandardsTable({ items, onChange }: { items: Standard[]; onChange(items: Standard[]): void }) {
  const t = useText()
  const next = nextStandard(items)
  const set = (index: number, change: Partial<Standard>) => onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)))
  return (
    <SettingsPart
      title={t('standard.promises')}
      hint={t('standard.promises-hint')}
      actions={
        next && (
          <Button icon={<PlusOutlined />} onClick={() => onChange([...items, next])}>
            {t('standard.add')}
          </Button>
        )
      }
    >
      <div className="standards" role="table" aria-label={t('standard.promises')}>
        <div role="row" className="standard is-head small faint">
          {(['channel', 'kind', 'seconds', 'warn'] as const).map((column) => (
            <span key={column} role="columnheader">
              {t(`standard.${column}`)}
            </span>
          ))}
        </div>
        {items.map((item, index) => (
          <div key={index} role="row" className="standard">
            <Select
              value={item.channel}
              aria-label={t('standard.channel')}
              options={[...new Set([...channels, item.channel])].map((value) => ({ value, label: channelName(value, t) }))}
              onChange={(channel) => set(index, { channel })}
            />
            <Select<ClockKind>
              value={item.kind}
              aria-label={t('standard.kind')}
              options={kinds.map((value) => ({ value, label: t(`standard.kind-${value}`) }))}
              onChange={(kind) => set(index, { kind, rule: ruleOf[kind] })}
            />
            <span className="standard-seconds">
              <InputNumber
                min={1}
                max={604_800}
                precision={0}
                value={item.seconds}
                aria-label={t('standard.seconds')}
                suffix={t('wall.seconds')}
                onChange={(seconds) => seconds && set(index, { seconds })}
              />
              <span className="faint small">{item.seconds >= 60 ? lengthOf(item.seconds, t) : ''}</span>
            </span>
            <span className="standard-warn">
              <Slider
                min={10}
                max={100}
                step={5}
                value={Math.round(item.warnShare * 100)}
                aria-label={t('standard.warn')}
                tooltip={{ formatter: (share) => `${share}%` }}
                onChange={(share) => set(index, { warnShare: share / 100 })}
              />
              <span className="quiet small">{t('standard.warn-at', { share: Math.round(item.warnShare * 100), time: lengthOf(item.seconds * item.warnShare, t) })}</span>
            </span>
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('standard.remove')} onClick={() => onChange(items.filter((_, at) => at !== index))} />
          </div>
        ))}
      </div>
    </SettingsPart>
  )
}

/** Whole minutes as minutes, everything else in seconds. */
export function lengthOf(seconds: number, t: ReturnType<typeof useText>): string {
  const whole = Math.round(seconds)
  return whole >= 120 && whole % 60 !== 0 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}` : whole % 60 === 0 && whole >= 60 ? t('time.min', { n: whole / 60 }) : duration(whole * 1000, t)
}
