import type { Clock, Message, Row } from './types'

export type Frame =
  | { type: 'welcome' | 'pong' | 'bye' }
  | { type: 'conversation'; row: Row }
  | { type: 'message'; message: Message }
  | { type: 'messages'; conversation: string; items: Message[]; more: boolean }
  | { type: 'clock'; clock: Clock }

/** One live line to the house; it comes back by itself, later and later, and says when it is there again. */
export class Live {
  private socket: WebSocket | null = null
  private failures = 0
  private beat: ReturnType<typeof setInterval> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined
  private stopped = true

  constructor(
    private readonly heard: (frame: Frame) => void,
    private readonly link: (live: boolean) => void,
  ) {}

  start(): void {
    this.stopped = false
    this.connect()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.retry)
    this.socket?.close()
  }

  /** The network or the person came back: do not sit out the wait. */
  wake(): void {
    if (!this.stopped && !this.socket) this.connect()
  }

  say(frame: Record<string, unknown>): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame))
  }

  private connect(): void {
    clearTimeout(this.retry)
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/staff`)
    this.socket = socket
    socket.onopen = () => socket.send('{"type":"hello"}')
    socket.onmessage = (event) => {
      const frame = JSON.parse(String(event.data)) as Frame
      if (frame.type === 'welcome') {
        this.failures = 0
        this.beat = setInterval(() => this.say({ type: 'ping' }), 20_000)
        this.link(true)
      }
      this.heard(frame)
    }
    socket.onclose = () => {
      clearInterval(this.beat)
      if (this.socket === socket) this.socket = null
      this.link(false)
      if (this.stopped) return
      const wait = Math.min(10_000, 300 * 2 ** this.failures) * (0.5 + Math.random())
      this.failures += 1
      this.retry = setTimeout(() => this.connect(), wait)
    }
  }
}
