import type { Message, Page, Row, Tab } from '@/shared/api/types'

export interface Pages {
  pages: Page<Row>[]
  pageParams: unknown[]
}

export const tabs: Tab[] = ['queue', 'mine', 'colleagues', 'history']

/** Where a conversation belongs for the one who looks; null while the front desk still decides. */
export function tabOf(row: Row, me: string): Tab | null {
  if (row.state === 'closed') return 'history'
  if (row.state === 'queued') return 'queue'
  if (row.state === 'held') {
    const isMine = row.agent?.id === me || row.participants.some((member) => member.id === me)
    return isMine ? 'mine' : 'colleagues'
  }
  return null
}

export function rowsOf(list: Pages | undefined): Row[] {
  return list ? list.pages.flatMap((page) => page.items) : []
}

/** Puts the row into the list, or takes it out, so that each conversation stands in one list only. */
export function placeRow(list: Pages, row: Row, belongs: boolean): Pages {
  const isHere = list.pages.some((page) => page.items.some((item) => item.id === row.id))
  if (!isHere && !belongs) return list
  if (isHere && belongs) return mapRow(list, row.id, (known) => newest(known, row))
  const pages = list.pages.map((page, index) => {
    const others = page.items.filter((item) => item.id !== row.id)
    return belongs && index === 0 ? { ...page, items: [row, ...others] } : { ...page, items: others }
  })
  return { ...list, pages }
}

export function mapRow(list: Pages, id: string, change: (row: Row) => Row): Pages {
  let changed = false
  const pages = list.pages.map((page) => {
    const at = page.items.findIndex((item) => item.id === id)
    if (at < 0) return page
    const before = page.items[at]!
    const after = change(before)
    if (after === before) return page
    changed = true
    return { ...page, items: page.items.with(at, after) }
  })
  return changed ? { ...list, pages } : list
}

/** A row that was on its way while a message arrived does not take the message back. */
export function newest(known: Row, arrived: Row): Row {
  if (arrived.lastSeq < known.lastSeq) {
    const { lastSeq, lastAt, lastBy, lastPreview, waitingSince, unread } = known
    return { ...arrived, lastSeq, lastAt, lastBy, lastPreview, waitingSince, unread }
  }
  return arrived
}

/** What a new message changes in the row of its conversation. */
export function afterMessage(row: Row, message: Message, me: string, isRead: boolean, preview: string): Row {
  if (message.kind === 'recall') {
    const wasLast = message.body.seq === row.lastSeq
    return { ...row, lastSeq: Math.max(row.lastSeq, message.seq), lastPreview: wasLast ? preview : row.lastPreview }
  }
  if (message.seq <= row.lastSeq) return row
  if (message.kind === 'system') return { ...row, lastSeq: message.seq }
  const by = message.author.kind
  const answered = by === 'agent' && message.kind !== 'note'
  const fromOther = by === 'customer' || (by === 'agent' && message.author.id !== me)
  return {
    ...row,
    lastSeq: message.seq,
    lastAt: message.sentAt,
    lastBy: by,
    lastPreview: preview,
    waitingSince: answered ? null : by === 'customer' ? (row.waitingSince ?? message.sentAt) : row.waitingSince,
    firstReplyAt: answered ? (row.firstReplyAt ?? message.sentAt) : row.firstReplyAt,
    unread: isRead || by === 'agent' && message.author.id === me ? 0 : row.unread + (fromOther ? 1 : 0),
  }
}
