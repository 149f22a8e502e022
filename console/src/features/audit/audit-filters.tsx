import { SearchOutlined } from '@ant-design/icons'
import { DatePicker, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { inChineseOrder, isFound } from '@/shared/text/pinyin'
import { useVerbs, type AuditFilter } from './api'
import { kindInWords, verbInWords } from './words'

const kinds = ['member', 'role', 'group', 'store', 'script', 'category', 'matrix', 'channel', 'key', 'webhook', 'standards', 'calendar', 'customer']

export function AuditFilters({ filter, onChange, people }: { filter: AuditFilter; onChange(filter: AuditFilter): void; people: Named[] }) {
  const t = useText()
  const { data: verbs = [] } = useVerbs()
  const [words, setWords] = useState(filter.q ?? '')
  useEffect(() => {
    if (words.trim() === (filter.q ?? '')) return
    const timer = setTimeout(() => onChange({ ...filter, q: words.trim() || undefined }), 300)
    return () => clearTimeout(timer)
  }, [words, filter, onChange])
  const found = { filterOption: (typed: string, option?: { label: string }) => isFound([option?.label ?? ''], typed) }
  return (
    <div className="table-tools">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('audit.search')}
        aria-label={t('audit.search')}
      />
      <DatePicker.RangePicker
        key={filter.from || filter.to ? 'chosen' : 'open'}
        allowEmpty={[true, true]}
        onChange={(_, days) => onChange({ ...filter, from: beginningOf(days?.[0], 0), to: beginningOf(days?.[1], 1) })}
      />
      <Select
        allowClear
        style={{ minWidth: 128 }}
        placeholder={t('audit.by')}
        aria-label={t('audit.by')}
        value={filter.by ?? null}
        onChange={(by) => onChange({ ...filter, by: by ?? undefined })}
        options={people.map((person) => ({ value: person.id, label: person.name })).sort((a, b) => inChineseOrder(a.label, b.label))}
        showSearch={found}
      />
      <Select
        allowClear
        style={{ minWidth: 140 }}
        placeholder={t('audit.act')}
        aria-label={t('audit.act')}
        value={filter.verb ?? null}
        onChange={(verb) => onChange({ ...filter, verb: verb ?? undefined })}
        options={verbs.map((verb) => ({ value: verb, label: verbInWords(verb, t) }))}
        popupMatchSelectWidth={false}
        showSearch={found}
      />
      <Select
        allowClear
        style={{ minWidth: 128 }}
        placeholder={t('audit.kind')}
        aria-label={t('audit.kind')}
        value={filter.subject ?? null}
        onChange={(subject) => onChange({ ...filter, subject: subject ?? undefined })}
        options={kinds.map((kind) => ({ value: kind, label: kindInWords(kind, t) }))}
        showSearch={found}
      />
    </div>
  )
}

/** Midnight of a day such as 2026-11-02, or of the day after it. */
function beginningOf(day: string | undefined, later: number): string | undefined {
  if (!day) return undefined
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).toISOString()
}
