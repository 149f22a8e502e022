import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { Issue } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import type { Entrance } from './api'
import './channel.css'

const issues: Issue[] = ['pre-sale', 'order', 'payment', 'logistics', 'return', 'refund', 'complaint', 'invoice', 'membership', 'other']

/** The lines a visitor may begin with: his words, and the issue we understand by them. */
export function MenuEditor({ value = [], onChange }: { value?: Entrance[]; onChange?(value: Entrance[]): void }) {
  const t = useText()
  const set = (index: number, part: Partial<Entrance>) => onChange?.(value.with(index, { ...value[index]!, ...part }))
  const move = (index: number, to: number) => onChange?.(value.toSpliced(index, 1).toSpliced(to, 0, value[index]!))
  return (
    <div className="menu-editor">
      {value.map((entrance, index) => (
        <div key={index}>
          <Input
            value={entrance.label}
            maxLength={30}
            placeholder={t('settings.channels.entrance-example')}
            aria-label={t('settings.channels.entrance', { n: index + 1 })}
            onChange={(event) => set(index, { label: event.target.value })}
          />
          <Select<Issue>
            value={entrance.issue}
            aria-label={t('audit.field.issue')}
            onChange={(issue) => set(index, { issue })}
            options={issues.map((issue) => ({ value: issue, label: t(`issue.${issue}`) }))}
          />
          <Button type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('settings.categories.up')} onClick={() => move(index, index - 1)} />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            disabled={index === value.length - 1}
            aria-label={t('settings.categories.down')}
            onClick={() => move(index, index + 1)}
          />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('action.remove')} onClick={() => onChange?.(value.toSpliced(index, 1))} />
        </div>
      ))}
      <Button type="dashed" block icon={<PlusOutlined />} disabled={value.length >= 12} onClick={() => onChange?.([...value, { issue: 'pre-sale', label: '' }])}>
        {t('settings.channels.add-entrance')}
      </Button>
    </div>
  )
}
