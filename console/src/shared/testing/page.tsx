import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { ClientFrame, ServerFrame } from '../live/frames'
import { LiveContext } from '../live/live'
import type { LiveSocket, LiveState } from '../live/socket'

type Answer = { status?: number; body?: unknown } | undefined

/** A server of answers by "METHOD /path"; what is not there answers 404. */
export function fakeServer(answers: Record<string, (body: unknown) => Answer>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const request = `${init.method} ${path.split('?')[0]}`
    asked.push(request)
    const answer = answers[request]
    if (!answer) return new Response(JSON.stringify({ code: 'not-found' }), { status: 404 })
    const { status = 200, body } = answer(init.body ? JSON.parse(String(init.body)) : undefined) ?? { status: 204 }
    return new Response(status === 204 ? null : JSON.stringify(body), { status })
  })
  return asked
}

/** A line that is as open as the test says, and keeps what was sent. */
export class FakeLive {
  sent: ClientFrame[] = []
  state: LiveState = 'open'
  private listeners = new Set<(frame: ServerFrame) => void>()
  getState = () => this.state
  subscribe = () => () => undefined
  listen(listener: (frame: ServerFrame) => void) {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  send(frame: ClientFrame) {
    if (this.state !== 'open') return false
    this.sent.push(frame)
    return true
  }
  says(frame: ServerFrame) {
    this.listeners.forEach((listener) => listener(frame))
  }
}

export function renderPage(page: ReactNode, live = new FakeLive()) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(
    <QueryClientProvider client={client}>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <App>
          <LiveContext value={live as unknown as LiveSocket}>{page}</LiveContext>
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  )
  return { ...view, client, live }
}
