import { Button, Select, Skeleton, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { inLanguage, useLanguage, useText, type TextKey } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { clockTime, dayTitle, exactTime } from '@/shared/time/format'
import { Failure, Nothing } from '@/shared/ui/states'
import { useTimeline, useTimelineKinds, type TimelineEntry } from './profile-api'
import './profile.css'

const kindNames: Record<string, TextKey> = {
  conversation: 'timeline.conversation',
  visit: 'timeline.visit',
  task: 'timeline.task',
  order: 'timeline.order',
  refund: 'timeline.refund',
  event: 'timeline.event',
  note: 'timeline.note',
  tag: 'timeline.tag',
  consent: 'timeline.consent',
  merge: 'timeline.merge',
}

/** Everything that happened with the customer, newest first; more comes when one scrolls down. */
export function TimelinePanel({ customerId }: { customerId: string }) {
  const t = useText()
  const now = useNow()
  const [kinds, setKinds] = useState<string[]>([])
  const { data: known = [] } = useTimelineKinds()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(customerId, kinds)
  const end = useReached(() => hasNextPage && !isFetchingNextPage && void fetchNextPage())
  const entries = data?.pages.flatMap((page) => page.items)
  return (
    <div className="timeline">
      <Select
        mode="multiple"
        size="small"
        allowClear
        className="timeline-filter"
        aria-label={t('timeline.filter')}
        placeholder={t('timeline.filter')}
        value={kinds}
        options={known.map((kind) => ({ value: kind, label: kindNames[kind] ? t(kindNames[kind]) : kind }))}
        onChange={setKinds}
      />
      {error && !entries && <Failure problem={error} onRetry={() => void refetch()} />}
      {!entries && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {entries?.length === 0 && <Nothing sentence={t('timeline.empty')} />}
      <ol className="timeline-entries">
        {entries?.map((entry, at) => (
          <li key={`${entry.kind}:${entry.id}`} className={`timeline-entry is-${entry.kind}`}>
            {dayTitle(entry.at, now, t) !== (at > 0 ? dayTitle(entries[at - 1]!.at, now, t) : '') && (
              <h5 className="timeline-day">{dayTitle(entry.at, now, t)}</h5>
            )}
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div ref={end} className="timeline-more">
          {isFetchingNextPage ? (
            <Spin size="small" />
          ) : (
            <Button size="small" type="text" onClick={() => void fetchNextPage()}>
              {t('timeline.more')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const language = useLanguage()
  const title = inLanguage(entry.title, language)
  const text = typeof entry.detail.text === 'string' ? entry.detail.text : null
  const reason = typeof entry.detail.reason === 'string' ? entry.detail.reason : null
  const by = typeof entry.detail.by === 'string' ? entry.detail.by : null
  const address = addressOf(entry)
  return (
    <>
      <span className="timeline-dot" aria-hidden="true" />
      <div className="timeline-what">
        <p>
          {address ? <Link to={address}>{title}</Link> : title}
          <time className="faint small" dateTime={entry.at} title={exactTime(entry.at)}>
            {clockTime(entry.at)}
          </time>
        </p>
        {(text || reason) && <p className="quiet small timeline-text">{[text, reason].filter(Boolean).join(' · ')}</p>}
        {by && <p className="faint small">{by}</p>}
      </div>
    </>
  )
}

function addressOf(entry: TimelineEntry): string | null {
  if (entry.ref?.kind === 'conversation') return `/workbench/${entry.ref.id}`
  return null
}

/** Calls when the end of the list comes into sight. */
function useReached(reached: () => void) {
  const end = useRef<HTMLDivElement>(null)
  const call = useRef(reached)
  call.current = reached
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return
    const eye = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && call.current())
    eye.observe(end.current)
    return () => eye.disconnect()
  })
  return end
}
