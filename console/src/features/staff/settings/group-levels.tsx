import { CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useText } from '@/shared/i18n/text'
import { isFound } from '@/shared/text/pinyin'
import type { GroupRow } from './api'
import './staff-settings.css'

type GroupLevel = { id: string; level: number }
const levels = [1, 2, 3, 4, 5] as const

/** The groups somebody serves, and how well he serves each. */
export function GroupLevels(props: { groups: GroupRow[]; value?: GroupLevel[]; onChange?(value: GroupLevel[]): void }) {
  const { groups, value = [], onChange } = props
  const t = useText()
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? ''
  const free = groups.filter((group) => !value.some((each) => each.id === group.id))
  return (
    <div className="group-levels">
      {value.map((each, index) => (
        <div key={each.id}>
          <span className="ellipsis">{nameOf(each.id)}</span>
          <Select
            value={each.level}
            aria-label={t('settings.members.level', { name: nameOf(each.id) })}
            onChange={(level) => onChange?.(value.with(index, { ...each, level }))}
            options={levels.map((level) => ({ value: level, label: t(`settings.level.${level}`) }))}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('settings.members.leave-group', { name: nameOf(each.id) })}
            onClick={() => onChange?.(value.toSpliced(index, 1))}
          />
        </div>
      ))}
      {free.length > 0 && (
        <Select
          value={null}
          placeholder={t('settings.members.join-group')}
          aria-label={t('settings.members.join-group')}
          onChange={(id: string | null) => id && onChange?.([...value, { id, level: 3 }])}
          options={free.map((group) => ({ value: group.id, label: group.name }))}
          showSearch={{ filterOption: (words, option) => isFound([String(option?.label)], words) }}
        />
      )}
    </div>
  )
}
