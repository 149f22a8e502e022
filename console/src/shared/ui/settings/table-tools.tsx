import { DownloadOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import { csvOf, keepFile } from '@/shared/text/csv'
import type { TableView } from './table-view'

interface Props<T> {
  label: string
  view: TableView<T>
  rows: T[] | undefined
  filters?: ReactNode
}

export function TableTools<T>({ label, view, rows, filters }: Props<T>) {
  const t = useText()
  const optional = view.columns.filter((column) => column.optional)
  const keep = () => {
    const columns = view.shown.filter((column) => column.text)
    const lines = (rows ?? []).map((row) => columns.map((column) => column.text!(row)))
    keepFile(`${label}.csv`, csvOf([columns.map((column) => column.title), ...lines]))
  }
  return (
    <div className="table-tools">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        value={view.search}
        onChange={(event) => view.setSearch(event.target.value)}
        placeholder={t('settings.table.search')}
        aria-label={t('settings.table.search')}
      />
      {filters}
      <span className="table-count faint small" role="status">
        {rows && t('settings.table.count', { n: rows.length })}
      </span>
      {optional.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          title={t('settings.table.columns')}
          content={
            <Checkbox.Group
              className="column-choice"
              value={view.chosen}
              onChange={(keys) => view.choose(keys as string[])}
              options={optional.map((column) => ({ value: column.key, label: column.title }))}
            />
          }
        >
          <Tooltip title={t('settings.table.columns')}>
            <Button type="text" icon={<SettingOutlined />} aria-label={t('settings.table.columns')} />
          </Tooltip>
        </Popover>
      )}
      <Tooltip title={t('settings.table.export')}>
        <Button type="text" icon={<DownloadOutlined />} aria-label={t('settings.table.export')} disabled={!rows?.length} onClick={keep} />
      </Tooltip>
    </div>
  )
}
