import type { ServerFrame, ClientFrame } from './frames'

export type LiveState = 'connecting' | 'open' | 'polling' | 'closed'

export interface LivePlaces {
  socket: string
  poll(session: string | null, frames: ClientFrame[], signal: AbortSignal): Promise<{ session: string; frames: ServerFrame[] }>
}

const PING_EVERY = 20_000
const SILENT_AFTER = 45_000
const HELLO_WITHIN = 8_000
const FIRST_DELAY = 300
const LONGEST_DELAY = 10_000
const ATTEMPTS_BEFORE_POLLING = 3
const SOCKET_AGAIN_AFTER = 60_000

/**
 * The one live connection of a page. It keeps a WebSocket, opens it again with a jittered delay when it is cut,
 * and speaks by long poll when sockets do not get through at all. Each time it is (again) ready, `welcome` arrives:
 * that is the moment to catch up.
 */
export class LiveSocket {
  private state: LiveState = 'closed'
  private socket: WebSocket | null = null
  private failures = 0
  private heardAt = 0
  private wanted = false
  private greeted = false
  private timers = new Set<ReturnType<typeof setTimeout>>()
  private pinger: ReturnType<typeof setInterval> | undefined
  private polling: AbortController | null = null
  private pollSession: string | null = null
  private readonly listeners = new Set<(frame: ServerFrame) => void>()
  private readonly watchers = new Set<() => void>()
  private readonly places: LivePlaces

  constructor(places: LivePlaces) {
    this.places = places
  }

  open() {
    if (this.wanted) return
    this.wanted = true
    this.failures = 0
    window.addEventListener('online', this.hurry)
    document.addEventListener('visibilitychange', this.hurry)
    this.connect()
  }

  close() {
    this.wanted = false
    window.removeEventListener('online', this.hurry)
    document.removeEventListener('visibilitychange', this.hurry)
    this.drop()
    this.become('closed')
  }

  getState = (): LiveState => this.state

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
    }
  }

  listen(listener: (frame: ServerFrame) => void) {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** False when the frame cannot go out now; the caller decides what that means. */
  send(frame: ClientFrame): boolean {
    if (!this.greeted) return false
    if (this.state === 'open' && this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(frame))
      return true
    }
    if (this.state === 'polling') {
      this.pollOnce([frame]).catch(() => undefined)
      return true
    }
    return false
  }

  private connect() {
    if (!this.wanted) return
    if (this.state !== 'polling') this.become('connecting')
    let socket: WebSocket
    try {
      socket = new WebSocket(this.places.socket)
    } catch {
      this.lost()
      return
    }
    this.socket = socket
    const impatient = this.later(HELLO_WITHIN, () => socket.close())
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello' }))
    socket.onmessage = (event) => {
      if (this.socket !== socket) return
      this.heardAt = Date.now()
      const frame = JSON.parse(event.data as string) as ServerFrame
      if (frame.type === 'welcome') {
        this.cancel(impatient)
        this.socketIsReady(socket)
      }
      this.tell(frame)
    }
    socket.onclose = () => {
      this.cancel(impatient)
      if (this.socket === socket) this.lost()
    }
  }

  private socketIsReady(socket: WebSocket) {
    this.failures = 0
    this.stopPolling()
    this.greeted = true
    this.become('open')
    clearInterval(this.pinger)
    this.pinger = setInterval(() => {
      if (Date.now() - this.heardAt > SILENT_AFTER) socket.close()
      else socket.send(JSON.stringify({ type: 'ping' }))
    }, PING_EVERY)
  }

  private lost() {
    clearInterval(this.pinger)
    this.socket = null
    if (!this.wanted) return
    this.failures++
    if (this.polling) {
      this.later(SOCKET_AGAIN_AFTER, () => this.connect())
      return
    }
    this.greeted = false
    this.become('connecting')
    if (this.failures >= ATTEMPTS_BEFORE_POLLING) {
      this.startPolling()
      this.later(SOCKET_AGAIN_AFTER, () => this.connect())
    } else {
      this.later(this.delay(), () => this.connect())
    }
  }

  private delay(): number {
    const steady = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (this.failures - 1))
    return steady * (0.5 + Math.random())
  }

  private startPolling() {
    this.polling = new AbortController()
    void this.pollForever(this.polling)
  }

  private stopPolling() {
    this.polling?.abort()
    this.polling = null
    this.pollSession = null
  }

  private async pollForever(turn: AbortController) {
    let misses = 0
    while (this.wanted && !turn.signal.aborted) {
      try {
        await this.pollOnce(this.pollSession ? [] : [{ type: 'hello' }], turn.signal)
        misses = 0
      } catch {
        if (turn.signal.aborted) return
        misses++
        this.pollSession = null
        this.greeted = false
        this.become('connecting')
        await new Promise((resolve) => this.later(Math.min(LONGEST_DELAY, 500 * 2 ** misses) * (0.5 + Math.random()), () => resolve(null)))
      }
    }
  }

  private async pollOnce(frames: ClientFrame[], signal?: AbortSignal) {
    const answer = await this.places.poll(this.pollSession, frames, signal ?? this.polling?.signal ?? new AbortController().signal)
    if (!this.polling || signal?.aborted) return
    this.pollSession = answer.session
    for (const frame of answer.frames) {
      if (frame.type === 'bye' && frame.code === 'live.unknown-session') {
        this.pollSession = null
        continue
      }
      if (frame.type === 'welcome') {
        this.greeted = true
        this.become('polling')
      }
      this.tell(frame)
    }
  }

  /** Back from sleep or a dead network: do not sit out the delay. */
  private hurry = () => {
    if (!this.wanted || this.polling || document.visibilityState === 'hidden' || this.state === 'open') return
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return
    this.timers.forEach((timer) => clearTimeout(timer))
    this.timers.clear()
    this.connect()
  }

  private tell(frame: ServerFrame) {
    this.listeners.forEach((listener) => listener(frame))
  }

  private become(state: LiveState) {
    if (this.state === state) return
    this.state = state
    this.watchers.forEach((watcher) => watcher())
  }

  private drop() {
    this.timers.forEach((timer) => clearTimeout(timer))
    this.timers.clear()
    clearInterval(this.pinger)
    this.stopPolling()
    this.greeted = false
    const socket = this.socket
    this.socket = null
    socket?.close()
  }

  private later(after: number, act: () => void) {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      act()
    }, after)
    this.timers.add(timer)
    return timer
  }

  private cancel(timer: ReturnType<typeof setTimeout>) {
    clearTimeout(timer)
    this.timers.delete(timer)
  }
}
