import {
  EyeOutlined, FileTextOutlined, HeartOutlined, MinusCircleOutlined, SearchOutlined, ShoppingCartOutlined, ShoppingOutlined, ThunderboltOutlined,
} from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Happened } from '@/shared/api/journey'
import { useText, type Text } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { clockTime, dayTitle, duration, exactTime } from '@/shared/time/format'
import { Failure, Nothing } from '@/shared/ui/states'
import { useJourney } from './api'
import { LookingLine } from './looking-line'
import { PathSteps } from './path-steps'
import { nameKey, visitsOf, type Visit } from './visits'
import './journey.css'

/** 足迹: how far the customer has come, what he looks at now, and what he did on each visit. */
export function JourneyPanel({ customerId }: { customerId: string }) {
  const t = useText()
  const journey = useJourney(customerId)
  return (
    <section className="journey" aria-label={t('journey.title')}>
      <PathSteps customerId={customerId} />
      <LookingLine customerId={customerId} />
      {journey.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {journey.isError && !journey.data && <Failure problem={journey.error} onRetry={() => void journey.refetch()} />}
      {journey.data && <Visits visits={visitsOf(journey.data.pages.flatMap((page) => page.items))} />}
      {journey.hasNextPage && (
        <Button type="link" block loading={journey.isFetchingNextPage} onClick={() => void journey.fetchNextPage()}>
          {t('journey.more')}
        </Button>
      )}
    </section>
  )
}

function Visits({ visits }: { visits: Visit[] }) {
  const t = useText()
  const now = useNow()
  if (visits.length === 0) return <Nothing sentence={t('journey.empty')} hint={t('journey.empty-hint')} />
  return (
    <ol className="visits">
      {visits.map((visit) => (
        <li key={visit.key}>
          <h4>
            <span>{dayTitle(visit.to, now, t)}</span>
            <span className="faint small">
              {t('journey.visit', { n: visit.events.length, time: duration(Math.max(1000, Date.parse(visit.to) - Date.parse(visit.from)), t) })}
            </span>
          </h4>
          <ol>
            {visit.events.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

const ICONS: Record<string, ReactNode> = {
  'Page Viewed': <FileTextOutlined />,
  'Product Viewed': <EyeOutlined />,
  'Product Added': <ShoppingCartOutlined />,
  'Product Removed': <MinusCircleOutlined />,
  'Product Favourited': <HeartOutlined />,
  'Products Searched': <SearchOutlined />,
  'Order Completed': <ShoppingOutlined />,
}

function Line({ event }: { event: Happened }) {
  const t = useText()
  const known = nameKey(event.name)
  return (
    <li className={`happened is-${known ?? 'other'}`}>
      <time className="faint small figures-tabular" title={exactTime(event.at)}>
        {clockTime(event.at)}
      </time>
      {event.product?.image ? (
        <img src={event.product.image} alt="" loading="lazy" />
      ) : (
        <span className="happened-icon" aria-hidden>
          {ICONS[event.name] ?? <ThunderboltOutlined />}
        </span>
      )}
      <span className="happened-words">
        <span className="quiet small">{known ? t(`journey.event.${known}` as Parameters<Text>[0]) : event.name}</span>
        <span className="ellipsis" title={event.url ?? undefined}>
          {wordsOf(event)}
        </span>
      </span>
      {event.product?.price && <span className="figures-tabular small">¥{event.product.price}</span>}
    </li>
  )
}

function wordsOf(event: Happened): string {
  const said = (name: string) => (typeof event.properties[name] === 'string' ? event.properties[name] : null)
  if (event.name === 'Products Searched') return said('query') ?? event.title ?? ''
  if (event.name === 'Order Completed') return said('order_id') ?? event.title ?? ''
  return event.product?.name ?? event.title ?? event.url ?? ''
}
