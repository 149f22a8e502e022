import type { ClientFrame, ServerFrame } from './protocol'
import type { OpenWire, Wire } from './wire'

/** What the customer may be told about the connection. */
export type Link = 'connecting' | 'live' | 'polling' | 'broken'

export interface LiveOptions {
  socket: OpenWire
  poll: OpenWire
  hello: () => ClientFrame | null
  frame: (frame: ServerFrame) => void
  link: (link: Link) => void
  random?: () => number
}

const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 10_000
const WELCOME_WITHIN_MS = 8_000
const PING_EVERY_MS = 20_000
const ANSWER_WITHIN_MS = 10_000
const SOCKETS_BEFORE_POLL = 3
const SOCKET_AGAIN_MS = 60_000

/** Doubling from 0.3 s to 10 s, plus or minus half, so that a thousand browsers do not come back in the same instant. */
export function waitBeforeTry(failures: number, random: () => number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (0.5 + random())
}

/** Keeps one live connection: hello, welcome, heartbeat, back-off, and long polling when sockets do not get through. */
export class Live {
  private wire: Wire | null = null
  private welcomed = false
  private polling = false
  private failures = 0
  private socketFailures = 0
  private running = false
  private heardAt = 0
  private retry: ReturnType<typeof setTimeout> | undefined
  private patience: ReturnType<typeof setTimeout> | undefined
  private heartbeat: ReturnType<typeof setInterval> | undefined
  private socketAgain: ReturnType<typeof setTimeout> | undefined
  private state: Link = 'connecting'

  constructor(private readonly options: LiveOptions) {}

  get link(): Link {
    return this.state
  }

  start(): void {
    if (this.running) return
    this.running = true
    this.failures = 0
    this.connect()
  }

  stop(): void {
    this.running = false
    this.drop()
    clearTimeout(this.retry)
    clearTimeout(this.socketAgain)
  }

  restart(): void {
    this.stop()
    this.show('connecting')
    this.start()
  }

  /** True when the frame went out on a live socket. Long polling only listens; what we say then goes by REST. */
  send(frame: ClientFrame): boolean {
    if (this.state !== 'live' || !this.wire) return false
    try {
      this.wire.send(frame)
      return true
    } catch {
      this.lost()
      return false
    }
  }

  /** The network or the person came back: do not sit out the wait. */
  wake(): void {
    if (!this.running) return
    if (this.retry !== undefined && !this.wire) {
      this.connect()
    } else if (this.state === 'live') {
      this.checkHeartbeat(0)
    }
  }

  /** The connection looks dead although nobody closed it. */
  suspect(): void {
    if (this.running && this.wire) this.lost()
  }

  private connect(): void {
    clearTimeout(this.retry)
    this.retry = undefined
    const hello = this.options.hello()
    if (!hello) return
    this.drop()
    this.polling = this.socketFailures >= SOCKETS_BEFORE_POLL
    const open = this.polling ? this.options.poll : this.options.socket
    let mine: Wire | null = null
    const current = () => mine !== null && this.wire === mine
    try {
      mine = open({
        opened: () => current() && mine!.send(hello),
        frame: (frame) => current() && this.heard(frame),
        closed: () => current() && this.lost(),
      })
      this.wire = mine
      this.patience = setTimeout(() => this.lost(), this.polling ? WELCOME_WITHIN_MS * 4 : WELCOME_WITHIN_MS)
    } catch {
      this.lost()
    }
  }

  private heard(frame: ServerFrame): void {
    this.heardAt = Date.now()
    if (frame.type === 'welcome') this.welcome()
    if (frame.type === 'bye') {
      this.options.frame(frame)
      this.lost()
      return
    }
    if (frame.type !== 'pong') this.options.frame(frame)
  }

  private welcome(): void {
    this.welcomed = true
    this.failures = 0
    clearTimeout(this.patience)
    if (this.polling) {
      this.socketAgain = setTimeout(() => this.trySocketAgain(), SOCKET_AGAIN_MS)
      this.show('polling')
    } else {
      this.socketFailures = 0
      this.heartbeat = setInterval(() => this.checkHeartbeat(PING_EVERY_MS), ANSWER_WITHIN_MS / 2)
      this.show('live')
    }
  }

  private checkHeartbeat(silentFor: number): void {
    const silence = Date.now() - this.heardAt
    if (silence >= PING_EVERY_MS + ANSWER_WITHIN_MS) this.lost()
    else if (silence >= silentFor) this.send({ type: 'ping' })
  }

  private trySocketAgain(): void {
    if (!this.running || !this.polling) return
    this.socketFailures = SOCKETS_BEFORE_POLL - 1
    this.connect()
  }

  private lost(): void {
    // Where polling fails too, the hub is away altogether: the next try is a socket again.
    if (this.polling && !this.welcomed) this.socketFailures = SOCKETS_BEFORE_POLL - 1
    else if (!this.welcomed) this.socketFailures += 1
    this.drop()
    if (!this.running) return
    this.show('broken')
    this.retry = setTimeout(() => this.connect(), waitBeforeTry(this.failures, this.options.random ?? Math.random))
    this.failures += 1
  }

  private drop(): void {
    clearTimeout(this.patience)
    clearTimeout(this.socketAgain)
    clearInterval(this.heartbeat)
    const wire = this.wire
    this.wire = null
    this.welcomed = false
    wire?.close()
  }

  private show(link: Link): void {
    if (this.state === link) return
    this.state = link
    this.options.link(link)
  }
}
