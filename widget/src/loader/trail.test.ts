import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Keep, Trail } from './trail'

function memory(): Keep & { values: Map<string, string> } {
  const values = new Map<string, string>()
  return { values, get: (mark) => values.get(mark) ?? null, set: (mark, value) => void values.set(mark, value), drop: (mark) => void values.delete(mark) }
}

type Sent = { batch: { type: string; event?: string; anonymousId: string; messageId: string; sessionId: string }[] }

function shop(statuses: (number | null)[] = [], keep = memory()) {
  const sent: Sent[] = []
  const left: Sent[] = []
  const fetching = vi.fn(async (_url: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(String(init?.body)) as Sent)
    const status = statuses.length > 0 ? statuses.shift()! : 200
    if (status === null) throw new TypeError('offline')
    return { status } as Response
  })
  const beacon = vi.fn((_url: string, body: string) => { left.push(JSON.parse(body) as Sent); return true })
  const trail = new Trail({ hub: 'https://hub.example', site: 'shop' }, keep, fetching as unknown as typeof fetch, beacon)
  return { trail, sent, left, fetching, keep }
}

describe('the trail', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', { title: '首页' })
    vi.stubGlobal('location', { href: 'https://shop.example/' })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('tells what happens in one moment together, under one name for this browser', async () => {
    const { trail, sent, fetching } = shop()
    trail.page({ title: '首页', url: 'https://shop.example/' })
    trail.track('Product Viewed', { sku: 'QH-1' })
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toHaveLength(1)
    expect(sent[0]!.batch.map((each) => each.type)).toEqual(['page', 'track'])
    expect(new Set(sent[0]!.batch.map((each) => each.anonymousId)).size).toBe(1)
    expect(fetching.mock.calls[0]![0]).toBe('https://hub.example/api/events?site=shop')
  })

  it('tries again with the same message ids when the hub is away, and on the next page', async () => {
    const keep = memory()
    const first = shop([null, 503], keep)
    first.trail.track('Product Added', { sku: 'QH-1' })
    await vi.advanceTimersByTimeAsync(2_500)
    expect(first.sent).toHaveLength(2)
    const next = shop([], keep)
    await vi.advanceTimersByTimeAsync(200)
    expect(next.sent[0]!.batch[0]!.messageId).toBe(first.sent[0]!.batch[0]!.messageId)
    expect(keep.values.has('events')).toBe(false)
  })

  it('does not send again what was refused for good', async () => {
    const { trail, sent } = shop([403])
    trail.track('Product Viewed')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sent).toHaveLength(1)
  })

  it('lets the rest go with a beacon when the page is left', async () => {
    const { trail, sent, left } = shop()
    trail.track('Order Completed', { order_id: '1' })
    trail.leave()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(left[0]!.batch[0]!.event).toBe('Order Completed')
    expect(sent).toHaveLength(0)
  })

  it('says once a visit who is signed in, and forgets the browser at sign-out', async () => {
    const { trail, sent } = shop()
    const signed = { identity: '{"id":"M1"}', signature: 'x' }
    trail.identify(signed)
    trail.identify({ ...signed, signature: 'y' })
    const before = trail.anonymousId
    await vi.advanceTimersByTimeAsync(200)
    expect(sent[0]!.batch).toHaveLength(1)
    trail.reset()
    expect(trail.anonymousId).not.toBe(before)
  })

  it('tells nothing where it is switched off', async () => {
    const keep = memory()
    const fetching = vi.fn()
    const trail = new Trail({ hub: 'https://hub.example', site: 'shop', off: true }, keep, fetching as unknown as typeof fetch)
    trail.track('Product Viewed')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(fetching).not.toHaveBeenCalled()
  })
})
