import { SearchOutlined } from '@ant-design/icons'
import { DatePicker, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { OrderKind, OrderState } from '@/shared/api/orders'
import { useText } from '@/shared/i18n/text'
import { useShops, type OrderFilter } from './api'

const states: OrderState[] = ['unpaid', 'paid', 'shipped', 'delivered', 'completed', 'cancelled']
const kinds: OrderKind[] = ['online', 'store']

export function OrderFilters({ filter, onChange }: { filter: OrderFilter; onChange(filter: OrderFilter): void }) {
  const t = useText()
  const { data: shops = [] } = useShops()
  const [words, setWords] = useState(filter.q ?? '')
  useEffect(() => {
    const q = words.trim() || undefined
    if (q === filter.q) return
    const timer = setTimeout(() => onChange({ ...filter, q }), 300)
    return () => clearTimeout(timer)
  }, [words, filter, onChange])
  return (
    <div className="table-tools">
      <Input allowClear prefix={<SearchOutlined />} value={words} onChange={(event) => setWords(event.target.value)} placeholder={t('order.search')} aria-label={t('order.search')} />
      <Select allowClear style={{ minWidth: 120 }} placeholder={t('order.state')} aria-label={t('order.state')} value={filter.state ?? null} onChange={(state) => onChange({ ...filter, state: state ?? undefined })} options={states.map((state) => ({ value: state, label: t(`order.state.${state}`) }))} />
      <Select allowClear style={{ minWidth: 150 }} placeholder={t('order.shop')} aria-label={t('order.shop')} value={filter.shop ?? null} onChange={(shop) => onChange({ ...filter, shop: shop ?? undefined })} options={shops.map((shop) => ({ value: shop.code, label: shop.name }))} popupMatchSelectWidth={false} />
      <Select allowClear style={{ minWidth: 110 }} placeholder={t('order.kind')} aria-label={t('order.kind')} value={filter.kind ?? null} onChange={(kind) => onChange({ ...filter, kind: kind ?? undefined })} options={kinds.map((kind) => ({ value: kind, label: t(`order.kind.${kind}`) }))} />
      <DatePicker.RangePicker allowEmpty={[true, true]} onChange={(_, days) => onChange({ ...filter, from: midnight(days?.[0], 0), to: midnight(days?.[1], 1) })} />
    </div>
  )
}

/** Of a day such as 2026-11-02, or of the day after it. */
function midnight(day: string | undefined, later: number): string | undefined {
  if (!day) return undefined
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).toISOString()
}
