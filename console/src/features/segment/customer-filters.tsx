import { SearchOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useLanguage, useText } from '@/shared/i18n/text'
import { isFound } from '@/shared/text/pinyin'
import { filterKeys, useTableChoices, type Look } from './table-api'

const levels = ['platinum', 'gold', 'silver', 'ordinary'] as const
const values = ['high', 'valued', 'ordinary'] as const
const strategies = ['loyal', 'cultivate', 'dormant'] as const

export function CustomerFilters({ look, onLook }: { look: Look; onLook(look: Look): void }) {
  const t = useText()
  const language = useLanguage()
  const { tags, segments } = useTableChoices()
  const [words, setWords] = useState(look.q ?? '')
  useEffect(() => setWords(look.q ?? ''), [look.q])
  useEffect(() => {
    if (words.trim() === (look.q ?? '')) return
    const timer = setTimeout(() => onLook({ ...look, q: words.trim() || undefined }), 250)
    return () => clearTimeout(timer)
  }, [words, look, onLook])
  const found = { filterOption: (typed: string, option?: { label: string }) => isFound([option?.label ?? ''], typed) }
  const several = (key: 'level' | 'value' | 'strategy', options: { value: string; label: string }[], title: string) => (
    <Select
      mode="multiple"
      allowClear
      maxTagCount={1}
      style={{ minWidth: 120 }}
      placeholder={title}
      aria-label={title}
      value={look[key]?.split(',') ?? []}
      onChange={(chosen: string[]) => onLook({ ...look, [key]: chosen.join(',') || undefined })}
      options={options}
      popupMatchSelectWidth={false}
    />
  )
  return (
    <div className="table-tools customers-filters">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('customers.search')}
        aria-label={t('customers.search')}
        maxLength={100}
      />
      {several('level', levels.map((level) => ({ value: level, label: t(`level.${level}`) })), t('customers.column.level'))}
      {several('value', values.map((value) => ({ value, label: t(`customers.value.${value}`) })), t('customers.column.value'))}
      {several('strategy', strategies.map((one) => ({ value: one, label: t(`customers.strategy.${one}`) })), t('customers.strategy'))}
      <Select
        allowClear
        style={{ minWidth: 120 }}
        placeholder={t('customers.column.tags')}
        aria-label={t('customers.column.tags')}
        value={look.tag ?? null}
        onChange={(tag) => onLook({ ...look, tag: tag ?? undefined })}
        options={tags.map((tag) => ({ value: tag, label: tag }))}
        popupMatchSelectWidth={false}
        showSearch={found}
      />
      {segments.length > 0 && (
        <Select
          allowClear
          style={{ minWidth: 120 }}
          placeholder={t('customers.segment')}
          aria-label={t('customers.segment')}
          value={look.segment ?? null}
          onChange={(segment) => onLook({ ...look, segment: segment ?? undefined })}
          options={segments.map(({ id, name }) => ({
            value: String(id),
            label: typeof name === 'string' ? name : language === 'zh-CN' ? name.zh : name.en,
          }))}
          popupMatchSelectWidth={false}
          showSearch={found}
        />
      )}
      <Days look={look} onLook={onLook} from="boughtFrom" to="boughtTo" title={t('customers.column.bought')} />
      <Days look={look} onLook={onLook} from="from" to="to" title={t('customers.column.registered')} />
      {look.cell && (
        <Button size="small" onClick={() => onLook({ ...look, cell: undefined })}>
          RFM {look.cell} ×
        </Button>
      )}
      {filterKeys.some((key) => look[key]) && (
        <Button type="link" onClick={() => onLook({ sort: look.sort, down: look.down })}>
          {t('settings.table.clear')}
        </Button>
      )}
    </div>
  )
}

interface DaysProps {
  look: Look
  from: 'from' | 'boughtFrom'
  to: 'to' | 'boughtTo'
  title: string
  onLook(look: Look): void
}

/** From the beginning of the one day to the end of the other. */
function Days({ look, from, to, title, onLook }: DaysProps) {
  const until = look[to]
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      style={{ width: 230 }}
      aria-label={title}
      placeholder={[title, '']}
      value={[look[from] ? dayjs(look[from]) : null, until ? dayjs(until).subtract(1, 'day') : null]}
      onChange={(days) =>
        onLook({
          ...look,
          [from]: days?.[0]?.startOf('day').toISOString(),
          [to]: days?.[1]?.startOf('day').add(1, 'day').toISOString(),
        })
      }
    />
  )
}
