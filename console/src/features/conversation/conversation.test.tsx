import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Me, Row } from '@/shared/api/types'
import { aMessage, aRow } from '@/shared/testing/fixtures'
import { FakeLive, fakeServer, renderPage } from '@/shared/testing/page'
import { ConversationPane } from './conversation-pane'
import { DeskContext, type Desk } from './desk'
import { useConversationFrames } from './live'
import { patience } from './outbox'

patience.acknowledged = 600_000

const me = { id: 'wang', name: '王琳', nickname: '小王', role: 'agent', groups: [], capacity: 8 } as unknown as Me
const desk: Desk = { me, members: [], groups: [], scripts: [], open: vi.fn(), editScripts: vi.fn(), refreshMembers: vi.fn() }

function Workbench() {
  useConversationFrames(me)
  return (
    <DeskContext value={desk}>
      <ConversationPane conversationId="c1" />
    </DeskContext>
  )
}

function openWorkbench(answers: Parameters<typeof fakeServer>[0] = {}, live = new FakeLive()) {
  const row: Row = aRow({ lastSeq: 2 })
  const said = [aMessage(1, { body: { text: '在吗' } } as never), aMessage(2, { body: { text: '这件能换 M 吗' } } as never)]
  const asked = fakeServer({
    'GET /api/conversations/c1': () => ({ body: row }),
    'GET /api/customers/lin/messages': () => ({ body: { items: said, next: null } }),
    ...answers,
  })
  return { ...renderPage(<Workbench />, live), asked }
}

async function write(text: string) {
  const field = await screen.findByRole('textbox', { name: '回复' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

const posted = (live: FakeLive) => live.sent.filter((frame) => frame.type === 'post')

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('shows what was said, and our word at once; the acknowledgement makes it certain', async () => {
  const { live } = openWorkbench()
  await screen.findByText('这件能换 M 吗')
  await write('可以的')
  await screen.findByText('可以的')
  expect(screen.getByLabelText('发送中')).toBeTruthy()
  const { clientId } = posted(live)[0]!
  act(() => live.says({ type: 'ack', clientId, conversation: 'c1', seq: 3, sentAt: '2026-11-02T06:00:30Z' }))
  await waitFor(() => expect(screen.queryByLabelText('发送中')).toBeNull())
  expect(screen.getAllByText('可以的')).toHaveLength(1)
  const echo = aMessage(3, { clientId, body: { text: '可以的' }, author: { kind: 'agent', id: 'wang', name: '小王' } } as never)
  act(() => live.says({ type: 'message', message: echo }))
  expect(screen.getAllByText('可以的')).toHaveLength(1)
})

it('offers to send again what was refused, under the same id', async () => {
  const { live } = openWorkbench()
  await screen.findByText('这件能换 M 吗')
  await write('可以的')
  const first = posted(live)[0]!
  act(() => live.says({ type: 'refused', clientId: first.clientId, code: 'x', zh: '没有发出去', en: 'Not sent' }))
  const failed = await screen.findByRole('alert')
  expect(within(failed).getByText(/没有发出去/)).toBeTruthy()
  fireEvent.click(within(failed).getByRole('button', { name: '重发' }))
  expect(posted(live)).toHaveLength(2)
  expect(posted(live)[1]!.clientId).toBe(first.clientId)
})

it('sends by REST when the line is down', async () => {
  const live = new FakeLive()
  live.state = 'connecting'
  const sent: unknown[] = []
  openWorkbench(
    {
      'POST /api/conversations/c1/messages': (body) => {
        sent.push(body)
        const { clientId } = body as { clientId: string }
        return { body: aMessage(3, { clientId, body: { text: '可以的' }, author: { kind: 'agent', id: 'wang' } } as never) }
      },
    },
    live,
  )
  await screen.findByText('这件能换 M 吗')
  await write('可以的')
  await waitFor(() => expect(sent).toHaveLength(1))
  await waitFor(() => expect(screen.queryByLabelText('发送中')).toBeNull())
  expect(screen.getAllByText('可以的')).toHaveLength(1)
})

it('reads what is missing when a message comes from too far ahead', async () => {
  const late = [aMessage(3, { body: { text: '第三句' } } as never), aMessage(4, { body: { text: '第四句' } } as never)]
  const { live, asked } = openWorkbench({
    'GET /api/conversations/c1/messages': () => ({ body: { items: late, more: false } }),
  })
  await screen.findByText('这件能换 M 吗')
  act(() => live.says({ type: 'message', message: late[1]! }))
  await screen.findByText('第三句')
  expect(screen.getAllByText('第四句')).toHaveLength(1)
  expect(asked).toContain('GET /api/conversations/c1/messages')
})

it('shows what the customer is typing until he has sent it', async () => {
  const { live } = openWorkbench()
  await screen.findByText('这件能换 M 吗')
  act(() => live.says({ type: 'typing', conversation: 'c1', text: '我想问', by: 'customer' }))
  await screen.findByText(/对方正在输入.*我想问/)
  act(() => live.says({ type: 'message', message: aMessage(3, { body: { text: '我想问一下' } } as never) }))
  await waitFor(() => expect(screen.queryByText(/对方正在输入/)).toBeNull())
})
