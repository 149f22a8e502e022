import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeHub } from '../testing/fake-hub'
import { type Link, Live, waitBeforeTry } from './live'

function liveOn(hub: FakeHub) {
  const links: Link[] = []
  const live = new Live({
    socket: hub.socket, poll: hub.poll, random: () => 0.5,
    hello: () => ({ type: 'hello', token: 't' }),
    frame: () => undefined,
    link: (link) => links.push(link),
  })
  return { live, links }
}

describe('the live connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is live after the welcome, not before', async () => {
    const { live, links } = liveOn(new FakeHub())
    live.start()
    expect(live.link).toBe('connecting')
    await vi.advanceTimersByTimeAsync(1)
    expect(links).toEqual(['live'])
  })

  it('comes back by itself after a cut, and says so meanwhile', async () => {
    const hub = new FakeHub()
    const { live, links } = liveOn(hub)
    live.start()
    await vi.advanceTimersByTimeAsync(1)
    hub.cut()
    expect(live.link).toBe('broken')
    await vi.advanceTimersByTimeAsync(400)
    expect(links).toEqual(['live', 'broken', 'live'])
  })

  it('waits longer each time, ten seconds at most, and never all browsers at once', () => {
    expect([0, 1, 2, 3, 10].map((failures) => waitBeforeTry(failures, () => 0.5))).toEqual([300, 600, 1200, 2400, 10_000])
    expect(waitBeforeTry(0, () => 0)).toBe(150)
    expect(waitBeforeTry(10, () => 0.999)).toBeLessThan(15_000)
  })

  it('falls back to long polling where sockets do not get through, and tries sockets again later', async () => {
    const hub = new FakeHub()
    hub.sockets = false
    const { live } = liveOn(hub)
    live.start()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(live.link).toBe('polling')
    hub.sockets = true
    await vi.advanceTimersByTimeAsync(61_000)
    expect(live.link).toBe('live')
  })

  it('comes back by socket after the hub was away for long', async () => {
    const hub = new FakeHub()
    const { live } = liveOn(hub)
    hub.reachable = false
    live.start()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(live.link).toBe('broken')
    hub.reachable = true
    await vi.advanceTimersByTimeAsync(100_000)
    expect(live.link).toBe('live')
  })

  it('notices a line that is dead without being closed', async () => {
    const hub = new FakeHub()
    const { live } = liveOn(hub)
    live.start()
    await vi.advanceTimersByTimeAsync(25_000)
    expect(hub.frames.some((frame) => frame.type === 'ping')).toBe(true)
    expect(live.link).toBe('live')
    hub.deaf = true
    await vi.advanceTimersByTimeAsync(40_000)
    expect(live.link).toBe('broken')
  })

  it('does not sit out the wait when the network is back', async () => {
    const hub = new FakeHub()
    hub.reachable = false
    const { live } = liveOn(hub)
    live.start()
    await vi.advanceTimersByTimeAsync(60_000)
    hub.reachable = true
    live.wake()
    await vi.advanceTimersByTimeAsync(1)
    expect(['live', 'polling']).toContain(live.link)
  })
})
