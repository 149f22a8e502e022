import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NotDelivered, Outbox } from './outbox'
import { type Post, Refusal } from './protocol'
import { memoryStore } from './storage'

const text = (clientId: string, words = clientId): Post => ({ clientId, kind: 'text', body: { text: words } })

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends one after the other, in the order they were written', async () => {
    const sent: string[] = []
    const outbox = new Outbox('k', memoryStore(), async (post) => { sent.push(post.clientId) }, () => undefined)
    outbox.add(text('a'))
    outbox.add(text('b'))
    expect(sent).toEqual([])
    outbox.start()
    outbox.add(text('c'))
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(outbox.all).toEqual([])
  })

  it('keeps what was not delivered and sends it again with the same client id', async () => {
    const sent: string[] = []
    const flags: boolean[] = []
    let reachable = false
    const outbox = new Outbox('k', memoryStore(), async (post, again) => {
      sent.push(post.clientId)
      flags.push(again)
      if (!reachable) throw new NotDelivered()
    }, () => undefined)
    outbox.start()
    outbox.add(text('a'))
    await vi.advanceTimersByTimeAsync(0)
    expect(outbox.all[0]).toMatchObject({ clientId: 'a', state: 'waiting' })
    reachable = true
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['a', 'a'])
    expect(flags).toEqual([false, true])
    expect(outbox.all).toEqual([])
  })

  it('survives a reload in the middle of sending', async () => {
    const store = memoryStore()
    const before = new Outbox('k', store, () => new Promise(() => undefined), () => undefined)
    before.start()
    before.add(text('a', '在吗'))
    const sent: Post[] = []
    const after = new Outbox('k', store, async (post) => { sent.push(post) }, () => undefined)
    expect(after.all[0]).toMatchObject({ clientId: 'a', state: 'waiting' })
    after.start()
    await vi.runAllTimersAsync()
    expect(sent).toEqual([{ clientId: 'a', kind: 'text', body: { text: '在吗' } }])
    expect(store.get('k')).toBeNull()
  })

  it('stops at a refusal with its sentence, lets the next one pass and resends the same id on request', async () => {
    let strict = true
    const sent: string[] = []
    const outbox = new Outbox('k', memoryStore(), async (post) => {
      sent.push(post.clientId)
      if (post.clientId === 'a' && strict) throw new Refusal('message.too-long', '消息太长', 'Too long', 422)
    }, () => undefined)
    outbox.start()
    outbox.add(text('a'))
    outbox.add(text('b'))
    await vi.advanceTimersByTimeAsync(0)
    expect(outbox.all).toMatchObject([{ clientId: 'a', state: 'failed', refusal: { zh: '消息太长' } }])
    strict = false
    outbox.resend('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a', 'b', 'a'])
    expect(outbox.all).toEqual([])
  })

  it('takes in what another tab wrote without losing its own', () => {
    const store = memoryStore()
    const mine = new Outbox('k', store, async () => undefined, () => undefined)
    mine.add(text('mine'))
    store.set('k', JSON.stringify([{ ...text('theirs'), at: '2026-11-20T02:00:00Z', state: 'waiting' }]))
    mine.reload()
    expect(mine.all.map((item) => item.clientId)).toEqual(['mine', 'theirs'])
  })
})
