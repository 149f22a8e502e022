import { Skeleton, Table, Tooltip, type TableProps } from 'antd'
import { useState } from 'react'
import { useLanguage, useText } from '@/shared/i18n/text'
import { calendarDay, exactTime, shortPastTime } from '@/shared/time/format'
import { now } from '@/shared/time/clock'
import { Face } from '@/shared/ui/face'
import { LevelTag } from '@/shared/ui/level-tag'
import { Nothing } from '@/shared/ui/states'
import { filterKeys, type CustomerRow, type Look, type Money, type SortKey } from './table-api'

export const optionalColumns = ['level', 'value', 'contact', 'tags', 'orders', 'spent', 'bought', 'rfm', 'registered', 'seen'] as const
type ColumnKey = (typeof optionalColumns)[number]
const usual: string[] = ['level', 'contact', 'tags', 'orders', 'spent', 'bought', 'rfm', 'registered']
const KEPT = 'huixiang.columns.customers'

/** Which columns are shown; the choice stays with this browser. */
export function useColumnChoice() {
  const [chosen, setChosen] = useState<string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(KEPT) ?? 'null') ?? usual
    } catch {
      return usual
    }
  })
  return {
    chosen,
    choose(keys: string[]) {
      setChosen(keys)
      try {
        localStorage.setItem(KEPT, JSON.stringify(keys))
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  }
}

const sortOf: Partial<Record<string, SortKey>> = { name: 'name', orders: 'orders', spent: 'spent', bought: 'bought', registered: 'registered' }

interface Props {
  page: CustomerRow[] | undefined
  isStale: boolean
  look: Look
  chosen: string[]
  onLook(look: Look): void
  onOpen(id: string): void
}

export function CustomerColumns({ page, isStale, look, chosen, onLook, onOpen }: Props) {
  const t = useText()
  const columns = useColumns(look, onOpen).filter((column) => column.key === 'name' || chosen.includes(column.key as string))
  const isFiltered = filterKeys.some((key) => look[key])
  if (!page) {
    return (
      <div className="table-skeleton" aria-busy="true" aria-label={t('state.loading')}>
        <Skeleton active title={false} paragraph={{ rows: 12 }} />
      </div>
    )
  }
  return (
    <Table<CustomerRow>
      className={isStale ? 'is-stale' : undefined}
      aria-label={t('customers.title')}
      size="middle"
      rowKey="id"
      dataSource={page}
      columns={columns}
      pagination={false}
      showSorterTooltip={false}
      sortDirections={['descend', 'ascend']}
      scroll={{ x: 'max-content' }}
      rowClassName="is-openable"
      onRow={(row) => ({ onClick: (event) => !(event.target as Element).closest('button, a') && onOpen(row.id) })}
      onChange={(_, __, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? sorter[0]! : sorter
        const sort = order ? sortOf[String(columnKey)] : undefined
        onLook({ ...look, sort, down: sort ? (order === 'descend' ? 'true' : 'false') : undefined })
      }}
      locale={{
        emptyText: isFiltered ? (
          <Nothing sentence={t('customers.nothing-found')} action={t('settings.table.clear')} onAction={() => onLook({ sort: look.sort, down: look.down })} />
        ) : (
          <Nothing sentence={t('customers.empty')} hint={t('customers.empty-hint')} />
        ),
      }}
    />
  )
}

function useColumns(look: Look, onOpen: (id: string) => void): NonNullable<TableProps<CustomerRow>['columns']> {
  const t = useText()
  const language = useLanguage()
  const sorted = (key: string) => ({
    key,
    title: key === 'name' ? t('customers.column.name') : t(`customers.column.${key as ColumnKey}`),
    sorter: sortOf[key] !== undefined,
    sortOrder: (look.sort ?? 'registered') === sortOf[key] ? (look.down === 'false' ? ('ascend' as const) : ('descend' as const)) : null,
  })
  return [
    {
      ...sorted('name'),
      fixed: 'left',
      width: 180,
      render: (_, row) => (
        <button type="button" className="plain customers-name" onClick={() => onOpen(row.id)}>
          <Face name={row.name} picture={row.avatar} size={28} />
          <b className="ellipsis">{row.name}</b>
        </button>
      ),
    },
    { ...sorted('level'), width: 84, render: (_, row) => <LevelTag level={row.level} vip={row.vip} /> },
    { ...sorted('value'), width: 96, render: (_, row) => t(`customers.value.${row.value}`) },
    {
      ...sorted('contact'),
      width: 170,
      render: (_, row) => <span className="figures-tabular">{row.phone ?? row.email ?? '–'}</span>,
    },
    {
      ...sorted('tags'),
      width: 230,
      render: (_, row) => (
        <span className="customers-tags">
          {row.tags.slice(0, 3).map((tag) => (
            <Tooltip key={tag.name} title={(language === 'zh-CN' ? tag.whyZh : tag.whyEn) ?? t('customers.tag-by-hand')}>
              <span className="customers-tag">{tag.name}</span>
            </Tooltip>
          ))}
          {row.tags.length > 3 && <span className="faint small">+{row.tags.length - 3}</span>}
        </span>
      ),
    },
    { ...sorted('orders'), width: 88, align: 'right', render: (_, row) => row.orders },
    { ...sorted('spent'), width: 130, align: 'right', render: (_, row) => price(row.spent) },
    { ...sorted('bought'), width: 110, render: (_, row) => <Day at={row.lastOrderAt} /> },
    {
      ...sorted('rfm'),
      width: 130,
      render: (_, row) =>
        row.rfm ? (
          <span>
            <span className="figures-tabular">{row.rfm}</span>
            {row.strategy && <span className={`strategy is-${row.strategy}`}>{t(`customers.strategy.${row.strategy}`)}</span>}
          </span>
        ) : (
          <span className="faint">–</span>
        ),
    },
    { ...sorted('registered'), width: 110, render: (_, row) => <Day at={row.createdAt} /> },
    {
      ...sorted('seen'),
      width: 110,
      render: (_, row) => <span title={exactTime(row.lastSeenAt)}>{shortPastTime(row.lastSeenAt, now(), t)}</span>,
    },
  ]
}

function Day({ at }: { at: string | null }) {
  if (!at) return <span className="faint">–</span>
  return <span title={exactTime(at)}>{calendarDay(at)}</span>
}

export function price(money: Money | null): string {
  if (!money) return '–'
  const [whole, part] = money.amount.split('.')
  const grouped = Number(whole).toLocaleString('en-US')
  return `${money.currency === 'CNY' ? '¥' : money.currency === 'GBP' ? '£' : `${money.currency} `}${grouped}${part ? `.${part}` : ''}`
}
