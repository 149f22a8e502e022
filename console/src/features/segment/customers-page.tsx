import { DownloadOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import { may } from '@/shared/access'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { CustomerColumns, optionalColumns, useColumnChoice } from './customer-columns'
import { CustomerFilters } from './customer-filters'
import { CustomerViewTabs } from './customer-views'
import { COUNTED, exportAddress, useCustomerTable, type Look } from './table-api'
import './customers-page.css'

interface Props {
  me: Me
  look: Look
  onLook(look: Look): void
  onOpen(id: string): void
}

const SIZE = 50

/** All customers, as far as this member may open them: filtered, in order, page by page. */
export function CustomersPage({ me, look, onLook, onOpen }: Props) {
  const t = useText()
  const columns = useColumnChoice()
  // The way back: where each page before this one began.
  const [before, setBefore] = useState<(string | null)[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [lookOfPage, setLookOfPage] = useState(look)
  if (lookOfPage !== look) {
    setLookOfPage(look)
    setBefore([])
    setCursor(null)
  }
  const table = useCustomerTable(look, cursor, SIZE)
  const [total, setTotal] = useState<number | null>(null)
  if (table.data && table.data.total !== null && table.data.total !== total) setTotal(table.data.total)
  return (
    <main className="customers">
      <header className="customers-head">
        <h1>{t('customers.title')}</h1>
        <span className="faint" role="status">
          {table.data && total !== null && t(total >= COUNTED ? 'customers.more-than' : 'customers.total', { n: total.toLocaleString() })}
        </span>
        <span className="customers-space" />
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          title={t('settings.table.columns')}
          content={
            <Checkbox.Group
              className="column-choice"
              value={columns.chosen}
              onChange={(keys) => columns.choose(keys as string[])}
              options={optionalColumns.map((key) => ({ value: key, label: t(`customers.column.${key}`) }))}
            />
          }
        >
          <Tooltip title={t('settings.table.columns')}>
            <Button type="text" icon={<SettingOutlined />} aria-label={t('settings.table.columns')} />
          </Tooltip>
        </Popover>
        {may(me, 'export') && (
          <Button icon={<DownloadOutlined />} href={exportAddress(look)} disabled={!table.data?.items.length}>
            {t('settings.table.export')}
          </Button>
        )}
      </header>
      <CustomerViewTabs look={look} columns={columns.chosen} onLook={onLook} onColumns={columns.choose} />
      <CustomerFilters look={look} onLook={onLook} />
      {table.isError && !table.data ? (
        <Failure problem={table.error} onRetry={() => void table.refetch()} />
      ) : (
        <CustomerColumns
          page={table.data?.items}
          isStale={table.isPlaceholderData}
          look={look}
          chosen={columns.chosen}
          onLook={onLook}
          onOpen={onOpen}
        />
      )}
      <footer className="customers-pages">
        <Button
          disabled={before.length === 0}
          onClick={() => {
            setCursor(before.at(-1) ?? null)
            setBefore(before.slice(0, -1))
          }}
        >
          {t('customers.page-before')}
        </Button>
        <span className="faint">{t('customers.page', { n: before.length + 1 })}</span>
        <Button
          disabled={!table.data?.next || table.isPlaceholderData}
          onClick={() => {
            setBefore([...before, cursor])
            setCursor(table.data!.next)
          }}
        >
          {t('customers.page-next')}
        </Button>
      </footer>
    </main>
  )
}
