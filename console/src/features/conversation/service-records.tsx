import { DownOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { calendarDay, exactTime, pastTime } from '@/shared/time/format'
import { Failure, Nothing } from '@/shared/ui/states'
import { useServiceRecords } from './api'
import { Transcript } from './transcript'
import './service-records.css'

/** Every conversation with this customer, over all touchpoints, in one line of time. */
export function ServiceRecords({ customerId, openId }: { customerId: string; openId: string | undefined }) {
  const t = useText()
  const records = useServiceRecords(customerId)
  if (records.isPending) return <Skeleton active className="records-skeleton" paragraph={{ rows: 5 }} />
  if (records.isError) return <Failure problem={records.error} onRetry={() => void records.refetch()} />
  const rows = records.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    return <Nothing sentence={t('records.empty')} action={t('action.refresh')} onAction={() => void records.refetch()} />
  }
  return (
    <>
      <ol className="records" aria-label={t('records.title')}>
        {rows.map((row) => (
          <Record key={row.id} row={row} isOpen={row.id === openId} />
        ))}
      </ol>
      {records.hasNextPage && (
        <Button type="link" block loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          {t('records.more')}
        </Button>
      )}
    </>
  )
}

function Record({ row, isOpen }: { row: Row; isOpen: boolean }) {
  const t = useText()
  const now = useNow()
  const [isRead, setRead] = useState(false)
  const what = row.closure?.category ?? t(`issue.${row.issue}`)
  return (
    <li className={`record is-${row.state}`}>
      <button type="button" className="plain record-head" aria-expanded={isRead} onClick={() => setRead(!isRead)}>
        <span className="record-line">
          <b className="ellipsis">{what}</b>
          {isOpen && <span className="record-now">{t('records.now')}</span>}
          <time className="faint small" title={exactTime(row.openedAt)}>
            {row.state === 'closed' ? calendarDay(row.openedAt) : pastTime(row.openedAt, now, t)}
          </time>
          <DownOutlined className="record-arrow" />
        </span>
        <span className="quiet small record-summary">{row.closure?.summary ?? row.lastPreview}</span>
        <span className="faint small ellipsis">
          {[row.channel.name, row.agent?.name ?? row.closure?.by, t(`state.${row.state}`)].filter(Boolean).join(' · ')}
        </span>
      </button>
      {isRead && <Transcript conversationId={row.id} customer={row.customer.name} />}
    </li>
  )
}
