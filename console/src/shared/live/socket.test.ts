import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerFrame } from './frames'
import { LiveSocket } from './socket'

class FakeSocket {
  static all: FakeSocket[] = []
  static OPEN = 1
  readyState = 0
  sent: { type: string }[] = []
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: () => void
  constructor() {
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.readyState = 3
    this.onclose?.()
  }
  welcomes() {
    this.readyState = 1
    this.onopen?.()
    this.says({ type: 'welcome' })
  }
  says(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}
const last = () => FakeSocket.all.at(-1)!
let live: LiveSocket
let poll: ReturnType<typeof vi.fn>

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  FakeSocket.all = []
  poll = vi.fn(() => new Promise(() => undefined))
  live = new LiveSocket({ socket: 'ws://desk/live/staff', poll: poll as never })
})
afterEach(() => {
  live.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the live socket', () => {
  it('says hello, is open once welcomed, and pings', () => {
    live.open()
    expect(live.getState()).toBe('connecting')
    expect(live.send({ type: 'ping' })).toBe(false)
    last().welcomes()
    expect(live.getState()).toBe('open')
    expect(last().sent[0]).toEqual({ type: 'hello' })
    vi.advanceTimersByTime(20_000)
    expect(last().sent.at(-1)).toEqual({ type: 'ping' })
  })

  it('opens again after a cut, and tells the welcome so that one can catch up', () => {
    const heard: string[] = []
    live.listen((frame) => heard.push(frame.type))
    live.open()
    last().welcomes()
    last().close()
    expect(live.getState()).toBe('connecting')
    vi.advanceTimersByTime(450)
    expect(FakeSocket.all).toHaveLength(2)
    last().welcomes()
    expect(heard).toEqual(['welcome', 'welcome'])
  })

  it('waits longer each time, but never longer than ten seconds and a half of it', () => {
    live.open()
    last().close()
    vi.advanceTimersByTime(149)
    expect(FakeSocket.all).toHaveLength(1)
    vi.advanceTimersByTime(301)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('speaks by long poll after three failed attempts', async () => {
    poll.mockResolvedValueOnce({ session: 's1', frames: [{ type: 'welcome' }] })
    live.open()
    for (let i = 0; i < 3; i++) {
      last().close()
      await vi.advanceTimersByTimeAsync(2000)
    }
    expect(poll.mock.calls[0]!.slice(0, 2)).toEqual([null, [{ type: 'hello' }]])
    expect(live.getState()).toBe('polling')
    expect(poll.mock.calls[1]!.slice(0, 2)).toEqual(['s1', []])
    live.send({ type: 'subscribe', conversation: 'c1', after: 3 })
    expect(poll.mock.calls[2]!.slice(0, 2)).toEqual(['s1', [{ type: 'subscribe', conversation: 'c1', after: 3 }]])
  })

  it('goes back to the socket as soon as one gets through', async () => {
    poll.mockResolvedValueOnce({ session: 's1', frames: [{ type: 'welcome' }] })
    live.open()
    for (let i = 0; i < 3; i++) {
      last().close()
      await vi.advanceTimersByTimeAsync(2000)
    }
    const before = FakeSocket.all.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all.length).toBe(before + 1)
    last().welcomes()
    expect(live.getState()).toBe('open')
  })

  it('leaves a connection on which nothing is heard any more', () => {
    live.open()
    last().welcomes()
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.all[0]!.readyState).toBe(3)
  })
})
