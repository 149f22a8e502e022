import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Skeleton, Table } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import { inChineseOrder, isFound } from '@/shared/text/pinyin'
import { Failure, Nothing } from '../states'
import { TableTools } from './table-tools'
import { useTableView } from './table-view'
import './settings.css'

export interface Column<T> {
  key: string
  title: string
  /** What is searched, sorted and exported; what cannot be put in words is left out. */
  text?(row: T): string | number | null | undefined
  show?(row: T): ReactNode
  width?: number | string
  /** Where the words do not sort as people expect. */
  order?(row: T): number
  /** May be left out of the table; hidden ones show when chosen. */
  optional?: 'shown' | 'hidden'
}

export interface RowAct {
  key: string
  title: string
  danger?: boolean
  run(): void
}

/** Where the rows come from: a query, or what was read from one. */
export interface Source<T> {
  data: T[] | undefined
  isError: boolean
  error: unknown
  refetch(): unknown
}

interface Props<T> {
  /** Under this name the browser keeps which columns are shown. */
  name: string
  label: string
  source: Source<T>
  columns: Column<T>[]
  onOpen?(row: T): void
  acts?(row: T): RowAct[]
  empty: { sentence: string; hint?: string; action?: string; onAction?(): void }
  /** Filters of its own, drawn beside the search. */
  filters?: ReactNode
  isInactive?(row: T): boolean
}

export function DataTable<T extends { id: string }>(props: Props<T>) {
  const { name, label, source, columns, onOpen, acts, empty, filters, isInactive } = props
  const t = useText()
  const view = useTableView(name, columns)
  const { data } = source
  const found = useMemo(
    () => data?.filter((row) => isFound(columns.map((column) => String(column.text?.(row) ?? '')), view.search)),
    [data, columns, view.search],
  )
  const drawn = view.shown.map((column, index) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    sorter: column.order || column.text ? (one: T, other: T) => compare(column, one, other) : undefined,
    render: (_: unknown, row: T) => {
      const content = column.show ? column.show(row) : column.text?.(row)
      if (index > 0 || !onOpen) return content
      return (
        <button type="button" className="plain table-main" onClick={() => onOpen(row)}>
          {content}
        </button>
      )
    },
  }))
  const last = acts && {
    key: 'acts',
    title: <span className="visually-hidden">{t('settings.table.acts')}</span>,
    width: 56,
    align: 'right' as const,
    // At a narrow window the table scrolls sideways; what can be done with a row stays in reach.
    fixed: 'right' as const,
    render: (_: unknown, row: T) => <RowActs acts={acts(row)} />,
  }
  if (source.isError && !data) return <Failure problem={source.error} onRetry={() => void source.refetch()} />
  return (
    <div className="table-place">
      <TableTools label={label} view={view} rows={found} filters={filters} />
      {!found ? (
        <div className="table-skeleton" aria-busy="true" aria-label={t('state.loading')}>
          {[0, 1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} active title={false} paragraph={{ rows: 1, width: `${92 - 7 * (row % 3)}%` }} />
          ))}
        </div>
      ) : (
        <Table<T>
          aria-label={label}
          size="middle"
          rowKey="id"
          dataSource={found}
          columns={last ? [...drawn, last] : drawn}
          showSorterTooltip={false}
          scroll={{ x: 'max-content' }}
          pagination={{
            defaultPageSize: 20,
            pageSizeOptions: [20, 50, 100],
            showSizeChanger: found.length > 20,
            hideOnSinglePage: found.length <= 20,
          }}
          rowClassName={(row) => `${onOpen ? 'is-openable' : ''} ${isInactive?.(row) ? 'is-inactive' : ''}`}
          onRow={(row) => ({ onClick: (event) => opensRow(event.target) && onOpen?.(row) })}
          locale={{
            emptyText: view.search ? (
              <Nothing
                sentence={t('settings.table.nothing-found', { words: view.search })}
                action={t('settings.table.clear')}
                onAction={() => view.setSearch('')}
              />
            ) : (
              <Nothing {...empty} />
            ),
          }}
        />
      )}
    </div>
  )
}

/** A click on the row opens it, unless it was meant for something inside. */
function opensRow(target: EventTarget): boolean {
  return target instanceof Element && !target.closest('button, a, input, label, .ant-dropdown, .ant-modal')
}

function compare<T>(column: Column<T>, one: T, other: T): number {
  if (column.order) return column.order(one) - column.order(other)
  const [left, right] = [column.text?.(one), column.text?.(other)]
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return inChineseOrder(String(left ?? ''), String(right ?? ''))
}

function RowActs({ acts }: { acts: RowAct[] }) {
  const t = useText()
  if (acts.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: acts.map(({ key, title, danger }) => ({ key, label: title, danger })),
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          acts.find((act) => act.key === key)?.run()
        },
      }}
    >
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('settings.table.acts')} />
    </Dropdown>
  )
}
