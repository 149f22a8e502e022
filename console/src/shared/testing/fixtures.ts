import type { Clock } from '../api/floor'
import type { Message, Row } from '../api/types'

// Things to test with; each says only what matters to its test.

export function aMessage(seq: number, change: Partial<Message> = {}): Message {
  return {
    conversationId: 'c1',
    seq,
    prev: seq > 1 ? seq - 1 : null,
    kind: 'text',
    body: { text: `message ${seq}` },
    author: { kind: 'customer', id: 'lin', name: '林晓' },
    sentAt: new Date(Date.UTC(2026, 10, 2, 6, 0, seq)).toISOString(),
    ...change,
  } as Message
}

export function aRow(change: Partial<Row> = {}): Row {
  return {
    id: 'c1',
    customer: { id: 'lin', name: '林晓', level: 'gold', vip: true },
    channel: { id: 'shop', kind: 'web', name: '官网' },
    entry: null,
    state: 'held',
    urgency: 'normal',
    issue: 'return',
    group: { id: 'g1', name: '售后组' },
    agent: { id: 'wang', name: '王琳' },
    participants: [],
    lastSeq: 1,
    lastAt: '2026-11-02T06:00:01Z',
    lastBy: 'customer',
    lastPreview: '这件能换M吗',
    waitingSince: '2026-11-02T06:00:01Z',
    queuedAt: null,
    openedAt: '2026-11-02T06:00:00Z',
    closedAt: null,
    closure: null,
    leftMessage: false,
    customerDelivered: 0,
    customerRead: 0,
    unread: 1,
    firstReplyAt: null,
    ...change,
  }
}

/** Two minutes for the first answer, from 06:00:00; the warning comes at 70 %. */
export function aClock(change: Partial<Clock> = {}): Clock {
  return {
    conversation: 'c1',
    kind: 'first',
    startedAt: '2026-11-02T06:00:00Z',
    dueAt: '2026-11-02T06:02:00Z',
    warnAt: '2026-11-02T06:01:24Z',
    standardSeconds: 120,
    state: 'running',
    pausedBecause: null,
    runSeconds: 0,
    at: '2026-11-02T06:00:00Z',
    ...change,
  }
}
