import type { Clock } from '@/shared/api/floor'
import type { Row } from '@/shared/api/types'
import type { Clocks } from '@/shared/clocks/clocks'
import { count, leading, type Count } from '@/shared/clocks/count'

/** Since when the customer has been without an answer; null when it is his turn or nobody waits. */
export function waitsSince(row: Row): number | null {
  if (row.state === 'closed') return null
  const since = row.waitingSince ?? (row.state === 'queued' ? row.queuedAt : null)
  return since ? Date.parse(since) : null
}

/** How the wait of this customer stands against his clock; null when nobody waits. */
export function waitOf(row: Row, clock: Clock | undefined, now: number): Count | null {
  const since = waitsSince(row)
  if (since === null) return null
  return clock ? count(clock, now) : untold(now - since)
}

/** The promise has not been told yet: the wait counts, and says nothing about being late. */
function untold(used: number): Count {
  return { tone: 'calm', used, standard: 0, share: 0 }
}

/** Everybody who has waited past the promise, the longest first. */
export function lateRows(rows: Row[], clocks: Clocks | undefined, now: number): Row[] {
  return rows
    .filter((row) => waitOf(row, leading(clocks?.[row.id]), now)?.tone === 'late')
    .sort((a, b) => waitsSince(a)! - waitsSince(b)!)
}

export type Order = 'waiting' | 'recent' | 'opened'

const urgencyRank = { urgent: 0, 'high-value': 1, normal: 2 }

/** Pinned first; then as chosen. In the queue the urgent come before those who only wait longer. */
export function sortRows(rows: Row[], order: Order, isPinned: (id: string) => boolean): Row[] {
  const recency = (row: Row) => -Date.parse(row.lastAt)
  const keys: Record<Order, (row: Row) => number[]> = {
    waiting: (row) => [
      row.state === 'queued' ? urgencyRank[row.urgency] : 0,
      waitsSince(row) ?? Number.MAX_SAFE_INTEGER,
      recency(row),
    ],
    recent: (row) => [recency(row)],
    opened: (row) => [-Date.parse(row.openedAt)],
  }
  const keyOf = keys[order]
  return rows
    .map((row) => ({ row, key: [isPinned(row.id) ? 0 : 1, ...keyOf(row)] }))
    .sort((a, b) => {
      const at = a.key.findIndex((part, i) => part !== b.key[i])
      return at < 0 ? 0 : a.key[at]! - b.key[at]!
    })
    .map(({ row }) => row)
}

export interface Filter {
  text: string
  unread: boolean
  vip: boolean
  urgent: boolean
}

export const noFilter: Filter = { text: '', unread: false, vip: false, urgent: false }

export function filterRows(rows: Row[], filter: Filter): Row[] {
  const text = filter.text.trim().toLowerCase()
  return rows.filter((row) => {
    if (filter.unread && row.unread === 0) return false
    if (filter.vip && !row.customer.vip) return false
    if (filter.urgent && row.urgency !== 'urgent') return false
    if (!text) return true
    const words = [row.customer.name, row.lastPreview, row.channel.name, row.agent?.name, row.group?.name]
    return words.some((word) => word?.toLowerCase().includes(text))
  })
}
