import { describe, expect, it, vi } from 'vitest'
import { Refusal } from './api'
import { Outbox, type Parcel } from './outbox'

function shelf() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}

const parcel = (clientId: string): Parcel => ({ clientId, conversation: 'c', kind: 'text', body: { text: clientId }, at: '2026-11-22T00:00:00Z' })

const settled = () => new Promise((done) => setTimeout(done))

describe('what is written on a bad network', () => {
  it('is sent in order once the network is back', async () => {
    vi.useFakeTimers()
    let online = false
    const sent: string[] = []
    const outbox = new Outbox(
      shelf(),
      (one) => (online ? (sent.push(one.clientId), Promise.resolve()) : Promise.reject(new Refusal(0, 'network', '', ''))),
      () => {},
    )
    outbox.put(parcel('first'))
    outbox.put(parcel('second'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(outbox.waiting).toBe(2)

    online = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual(['first', 'second'])
    expect(outbox.waiting).toBe(0)
    vi.useRealTimers()
  })

  it('survives a reload', () => {
    const kept = shelf()
    new Outbox(kept, () => new Promise(() => {}), () => {}).put(parcel('first'))

    expect(new Outbox(kept, () => new Promise(() => {}), () => {}).of('c')).toHaveLength(1)
  })

  it('that is refused stays with its reason and does not hold up the rest', async () => {
    const sent: string[] = []
    const outbox = new Outbox(
      shelf(),
      (one) => {
        if (one.clientId === 'first') return Promise.reject(new Refusal(409, 'conversation.closed', '会话已经结束', 'closed'))
        sent.push(one.clientId)
        return Promise.resolve()
      },
      () => {},
    )
    outbox.put(parcel('first'))
    outbox.put(parcel('second'))
    await settled()
    await outbox.flush()

    expect(sent).toEqual(['second'])
    expect(outbox.of('c')[0]?.refused?.zh).toBe('会话已经结束')
    outbox.drop('first')
    expect(outbox.of('c')).toHaveLength(0)
  })
})
