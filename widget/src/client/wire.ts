import type { ClientFrame, ServerFrame } from './protocol'
import type { Fetch } from './rest'

// Two ways to carry the same frames: a WebSocket, or long polling where sockets do not get through.

export interface WireEvents {
  opened(): void
  frame(frame: ServerFrame): void
  closed(): void
}

export interface Wire {
  send(frame: ClientFrame): void
  close(): void
}

export type OpenWire = (events: WireEvents) => Wire

export function socketWire(url: string, open: (url: string) => WebSocket = (address) => new WebSocket(address)): OpenWire {
  return (events) => {
    const socket = open(url)
    let over = false
    const finish = () => {
      if (over) return
      over = true
      events.closed()
    }
    socket.onopen = () => !over && events.opened()
    socket.onmessage = (event) => {
      if (over || typeof event.data !== 'string') return
      events.frame(JSON.parse(event.data) as ServerFrame)
    }
    socket.onclose = finish
    socket.onerror = finish
    return {
      send: (frame) => socket.send(JSON.stringify(frame)),
      close: () => {
        over = true
        socket.close()
      },
    }
  }
}

const POLL_LIMIT_MS = 40_000

export function pollWire(url: string, fetching: Fetch = (input, init) => fetch(input, init)): OpenWire {
  return (events) => {
    const abort = new AbortController()
    let waiting: ClientFrame[] = []
    let session: string | undefined
    let over = false

    async function round(): Promise<void> {
      const frames = waiting
      waiting = []
      const limit = setTimeout(() => abort.abort(), POLL_LIMIT_MS)
      try {
        const response = await fetching(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          credentials: 'omit',
          cache: 'no-store',
          signal: abort.signal,
          body: JSON.stringify({ ...(session ? { session } : {}), frames }),
        })
        if (!response.ok) throw new Error(`poll ${response.status}`)
        const answer = (await response.json()) as { session?: string; frames?: ServerFrame[] }
        session = answer.session ?? session
        for (const frame of answer.frames ?? []) if (!over) events.frame(frame)
      } finally {
        clearTimeout(limit)
      }
    }

    async function run(): Promise<void> {
      try {
        events.opened()
        while (!over) await round()
      } catch {
        if (!over) {
          over = true
          events.closed()
        }
      }
    }

    queueMicrotask(() => void run())
    return {
      send: (frame) => void waiting.push(frame),
      close: () => {
        over = true
        abort.abort()
      },
    }
  }
}
