import { describe, expect, it } from 'vitest'
import type { Message } from '@/shared/api/types'
import { aMessage } from '@/shared/testing/fixtures'
import { confirm, emptyThread, enqueue, fail, joinNewest, joinOlder, lastSeen, merge, receive, tryAgain, type Outgoing, type Thread } from './thread'

const seqs = (thread: Thread) => thread.items.map((message) => message.seq)
const known = (...numbers: number[]) => merge(emptyThread, numbers.map((seq) => aMessage(seq)))
const sending: Outgoing = {
  clientId: 'a1',
  conversationId: 'c1',
  content: { kind: 'text', body: { text: '可以换' } },
  at: '2026-11-02T06:00:09Z',
  state: 'sending',
}
const me: Message['author'] = { kind: 'agent', id: 'wang', name: '小王' }

describe('a thread', () => {
  it('keeps the order of the record however messages arrive', () => {
    expect(seqs(merge(emptyThread, [aMessage(3), aMessage(1), aMessage(2)]))).toEqual([1, 2, 3])
    expect(seqs(merge(known(1, 3), [aMessage(2)]))).toEqual([1, 2, 3])
  })

  it('orders conversations of one customer by time and each by its own numbers', () => {
    const earlier = aMessage(7, { conversationId: 'c0', sentAt: '2026-10-01T01:00:00Z' })
    const thread = merge(known(1, 2), [earlier])
    expect(thread.items.map((message) => message.conversationId)).toEqual(['c0', 'c1', 'c1'])
  })

  it('shows a message once, however often it is told', () => {
    const thread = known(1, 2)
    expect(seqs(receive(thread, aMessage(2)).thread)).toEqual([1, 2])
    expect(seqs(merge(thread, [aMessage(1), aMessage(2)]))).toEqual([1, 2])
  })

  it('takes a message that follows', () => {
    const { thread, missingAfter } = receive(known(1, 2), aMessage(3))
    expect(missingAfter).toBeNull()
    expect(seqs(thread)).toEqual([1, 2, 3])
    expect(lastSeen(thread, 'c1')).toBe(3)
  })

  it('sees a gap and does not jump over it', () => {
    const before = known(1, 2)
    const { thread, missingAfter } = receive(before, aMessage(5, { prev: 4 }))
    expect(missingAfter).toBe(2)
    expect(thread).toBe(before)
    const filled = merge(thread, [aMessage(3), aMessage(4), aMessage(5)])
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5])
    expect(receive(filled, aMessage(6)).missingAfter).toBeNull()
  })

  it('sees that the beginning of a new conversation is missing', () => {
    expect(receive(known(1, 2), aMessage(3, { conversationId: 'c2', prev: 2 })).missingAfter).toBe(0)
  })

  it('takes numbers that this audience may not see as no gap', () => {
    expect(receive(known(1, 2), aMessage(6, { prev: 2 })).missingAfter).toBeNull()
  })

  it('replaces our own message by its echo', () => {
    const thread = enqueue(known(1), sending)
    const { thread: after } = receive(thread, aMessage(2, { author: me, clientId: 'a1' }))
    expect(after.outgoing).toEqual([])
    expect(seqs(after)).toEqual([1, 2])
  })

  it('replaces our own message by the acknowledgement, and the later echo changes nothing', () => {
    const acked = confirm(enqueue(known(1), sending), { clientId: 'a1', conversation: 'c1', seq: 2, sentAt: '2026-11-02T06:00:10Z' }, me)
    expect(acked.outgoing).toEqual([])
    expect(acked.items[1]).toMatchObject({ seq: 2, body: { text: '可以换' }, clientId: 'a1' })
    const { thread: after } = receive(acked, aMessage(2, { author: me, clientId: 'a1' }))
    expect(seqs(after)).toEqual([1, 2])
  })

  it('does not believe itself complete when an acknowledgement runs ahead', () => {
    const acked = confirm(enqueue(known(1), sending), { clientId: 'a1', conversation: 'c1', seq: 3, sentAt: '2026-11-02T06:00:10Z' }, me)
    expect(seqs(acked)).toEqual([1, 3])
    expect(lastSeen(acked, 'c1')).toBe(1)
    const { thread: after } = receive(acked, aMessage(2))
    expect(seqs(after)).toEqual([1, 2, 3])
    expect(lastSeen(after, 'c1')).toBe(3)
  })

  it('keeps a message that failed, and sends it again under the same id', () => {
    const failed = fail(enqueue(known(1), sending), 'a1', { code: 'x', zh: '没有发出去', en: 'Not sent' })
    expect(failed.outgoing[0]).toMatchObject({ state: 'failed', clientId: 'a1' })
    expect(tryAgain(failed, 'a1').outgoing[0]).toMatchObject({ state: 'sending', clientId: 'a1', problem: undefined })
  })

  it('marks a recalled message, and what quotes it', () => {
    const quoting = aMessage(2, { replyTo: { seq: 1, kind: 'text', preview: 'message 1', author: '林晓' } })
    const thread = merge(merge(emptyThread, [aMessage(1), quoting]), [aMessage(3, { kind: 'recall', body: { seq: 1 } } as Partial<Message>)])
    expect(seqs(thread)).toEqual([1, 2])
    expect(thread.items[0]!.recalled).toBe(true)
    expect(thread.items[1]!.replyTo).toMatchObject({ kind: 'recall', preview: '' })
    expect(lastSeen(thread, 'c1')).toBe(3)
  })

  it('does not bring a recalled message back when it is read again', () => {
    const recalled = merge(known(1), [aMessage(2, { kind: 'recall', body: { seq: 1 } } as Partial<Message>)])
    expect(merge(recalled, [aMessage(1)]).items[0]!.recalled).toBe(true)
  })

  it('joins the newest page to what is known, or begins anew when it does not reach', () => {
    const before = { ...known(1, 2), next: 'older' }
    const joined = joinNewest(before, [aMessage(2), aMessage(3)], 'other')
    expect(seqs(joined)).toEqual([1, 2, 3])
    expect(joined.next).toBe('older')
    const anew = joinNewest(before, [aMessage(80), aMessage(81)], 'other')
    expect(seqs(anew)).toEqual([80, 81])
    expect(anew.next).toBe('other')
    expect(lastSeen(anew, 'c1')).toBe(81)
  })

  it('grows upwards without forgetting what it has seen', () => {
    const thread = joinOlder({ ...known(5, 6), next: 'older' }, [aMessage(3), aMessage(4)], null)
    expect(seqs(thread)).toEqual([3, 4, 5, 6])
    expect(thread.next).toBeNull()
    expect(lastSeen(thread, 'c1')).toBe(6)
  })
})
