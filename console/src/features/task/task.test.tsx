import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Task } from '@/shared/api/floor'
import type { Me } from '@/shared/api/types'
import { fakeServer, renderPage } from '@/shared/testing/page'
import { TasksPage } from './tasks-page'

const me = { id: 'wang', name: '王芳', role: 'agent', permissions: ['serve'] } as unknown as Me

function aTask(change: Partial<Task> = {}): Task {
  const hour = new Date(Date.now() + 3_600_000).toISOString()
  return {
    id: 't1',
    kind: 'call-back',
    customer: { id: 'lin', name: '林晓' },
    conversation: 'c1',
    contact: '138****2203',
    text: '想问安装时间',
    promisedAt: hour,
    dueAt: hour,
    owner: null,
    group: null,
    state: 'open',
    outcome: null,
    createdAt: new Date().toISOString(),
    ...change,
  }
}

afterEach(() => vi.unstubAllGlobals())

it('a task nobody owns is taken, and finished with its outcome', async () => {
  let task = aTask()
  const results: unknown[] = []
  fakeServer({
    'GET /api/tasks': () => ({ body: { items: task.state === 'open' ? [task] : [], next: null } }),
    'PUT /api/tasks/t1/owner': (body) => {
      task = aTask({ owner: { id: (body as { memberId: string }).memberId, name: '王芳' } })
      return { body: task }
    },
    'PUT /api/tasks/t1/outcome': (body) => {
      results.push(body)
      task = aTask({ state: 'done' })
      return { body: task }
    },
  })
  renderPage(<TasksPage me={me} members={[]} onOpen={vi.fn()} />)
  fireEvent.click(await screen.findByRole('button', { name: '接手' }))
  fireEvent.click(await screen.findByRole('button', { name: '完成' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByLabelText('未接通'))
  fireEvent.click(within(dialog).getByRole('button', { name: '完成' }))
  await waitFor(() => expect(results).toEqual([{ outcome: 'not-reached' }]))
  await screen.findByText('没有待办任务')
})

it('a promise that is over is red', async () => {
  const past = new Date(Date.now() - 600_000).toISOString()
  fakeServer({ 'GET /api/tasks': () => ({ body: { items: [aTask({ dueAt: past, promisedAt: past })], next: null } }) })
  renderPage(<TasksPage me={me} members={[]} onOpen={vi.fn()} />)
  expect((await screen.findByText(/超时 10 分钟/)).className).toContain('is-late')
})
