import { DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { may } from '@/shared/access'
import type { Me, Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { Failure, Nothing } from '@/shared/ui/states'
import { exportAddress, useAudit, type AuditEntry, type AuditFilter } from './api'
import { AuditFilters } from './audit-filters'
import { ChangeShown } from './change-shown'
import { kindInWords, verbInWords, type Names } from './words'
import './audit.css'

/** Who changed what, and how it was before. */
export function AuditPage({ me, people, names }: { me: Me; people: Named[]; names: Names }) {
  const t = useText()
  const [filter, setFilter] = useState<AuditFilter>({})
  const trail = useAudit(filter)
  const entries = trail.data?.pages.flatMap((page) => page.items)
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <SettingsPage
      title={t('settings.audit')}
      hint={t('settings.audit.hint')}
      actions={
        may(me, 'export') && (
          <Button icon={<DownloadOutlined />} href={exportAddress(filter)} disabled={!entries?.length}>
            {t('settings.table.export')}
          </Button>
        )
      }
    >
      <div className="table-place">
        <AuditFilters filter={filter} onChange={setFilter} people={people} />
        {trail.isError && !entries ? (
          <Failure problem={trail.error} onRetry={() => void trail.refetch()} />
        ) : !entries ? (
          <div className="table-skeleton" aria-busy="true" aria-label={t('state.loading')}>
            <Skeleton active title={false} paragraph={{ rows: 8 }} />
          </div>
        ) : (
          <Trail entries={entries} names={names} isFiltered={isFiltered} onClear={() => setFilter({})} />
        )}
        {trail.hasNextPage && (
          <div className="audit-more">
            <Button type="text" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
              {t('settings.table.more')}
            </Button>
          </div>
        )}
      </div>
    </SettingsPage>
  )
}

function Trail(props: { entries: AuditEntry[]; names: Names; isFiltered: boolean; onClear(): void }) {
  const { entries, names, isFiltered, onClear } = props
  const t = useText()
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (id: string) => setOpen(open.includes(id) ? open.filter((each) => each !== id) : [...open, id])
  return (
    <Table<AuditEntry>
      aria-label={t('settings.audit')}
      size="middle"
      rowKey="id"
      dataSource={entries}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{
        expandedRowKeys: open,
        onExpand: (_, entry) => toggle(entry.id),
        expandedRowRender: (entry) => <ChangeShown entry={entry} names={names} />,
      }}
      onRow={(entry) => ({ onClick: (event) => !(event.target as Element).closest('button') && toggle(entry.id) })}
      rowClassName="is-openable"
      columns={[
        { title: t('audit.at'), key: 'at', width: 180, render: (_, entry) => exactTime(entry.at) },
        { title: t('audit.by'), key: 'by', width: 140, render: (_, entry) => entry.by.name },
        { title: t('audit.act'), key: 'verb', width: 200, render: (_, entry) => verbInWords(entry.verb, t) },
        {
          title: t('audit.subject'),
          key: 'subject',
          render: (_, entry) => (
            <span className="audit-what">
              {entry.subject.name}
              <span className="faint small">{kindInWords(entry.subject.kind, t)}</span>
            </span>
          ),
        },
        {
          title: t('audit.reason'),
          key: 'reason',
          render: (_, entry) => entry.reason && <span className="quiet">{entry.reason}</span>,
        },
      ]}
      locale={{
        emptyText: isFiltered ? (
          <Nothing sentence={t('audit.nothing-found')} action={t('settings.table.clear')} onAction={onClear} />
        ) : (
          <Nothing sentence={t('audit.empty')} hint={t('audit.empty-hint')} />
        ),
      }}
    />
  )
}
