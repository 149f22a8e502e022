import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Wall, Warning } from '@/shared/api/floor'
import { aClock } from '@/shared/testing/fixtures'
import { fakeServer, renderPage } from '@/shared/testing/page'
import { useFloorFrames } from './live'
import { SupervisorWall } from './wall'
import { WallActsContext, type WallActs } from './wall-acts'
import { standing } from './agent-grid'

const acts: WallActs = { leads: true, open: vi.fn(), seeTasks: vi.fn(), listen: vi.fn(), speakIn: vi.fn(), takeOver: vi.fn(), reassign: vi.fn(), become: vi.fn() }

const wang: Wall['agents'][number] = {
  id: 'wang',
  name: '王芳',
  state: 'online',
  reason: null,
  since: '2026-11-02T06:00:00Z',
  load: 3,
  capacity: 8,
  longestUnansweredSeconds: null,
  promisedSeconds: null,
  issue: 'return',
  group: { id: 'g1', name: '售后组' },
  today: { received: 42, averageResponseSeconds: 18, repliedWithin3Minutes: 0.98 },
}

function aWall(queued = 3): Wall {
  return {
    at: new Date().toISOString(),
    tiles: {
      queued,
      longestWaitSeconds: null,
      averageWaitSeconds: 24,
      firstAnswerRate: 0.966,
      agentsOnline: 1,
      agentsTotal: 2,
      spark: { queued: [0, 2, queued], wait: [], firstAnswer: [] },
    },
    groups: [{ id: 'g1', name: '售后组', queued, longestWaitSeconds: null, online: 1, capacity: 8, load: 3 }],
    agents: [wang, { ...wang, id: 'li', name: '李婷', state: 'offline', load: 0 }],
    heat: [{ channel: { id: 'shop', name: '官网' }, hours: Array(24).fill(0) }],
    today: {
      received: 42,
      answered: 40,
      closed: 30,
      breaches: 1,
      averageWaitSeconds: 24,
      averageResponseSeconds: 18,
      reply3Minutes: 0.98,
      reply5Minutes: 0.99,
    },
    promised: { answerSeconds: 120, warnShare: 0.6, averageWaitSeconds: 30 },
  }
}

const warning: Warning = {
  id: 'w1',
  at: '2026-11-02T06:02:00Z',
  kind: 'breach',
  level: 2,
  conversation: 'c1',
  customer: { id: 'lin', name: '林晓' },
  agent: { id: 'wang', name: '王芳' },
  group: { id: 'g1', name: '售后组' },
  store: null,
  clock: aClock({ state: 'breached' }),
  handledBy: null,
  handledAt: null,
}

function Page() {
  useFloorFrames()
  return (
    <WallActsContext value={acts}>
      <SupervisorWall groups={[]} stores={[]} onTelevision={vi.fn()} />
    </WallActsContext>
  )
}

function openWall(warnings: Warning[] = []) {
  const asked = fakeServer({
    'GET /api/wall': () => ({ body: aWall() }),
    'GET /api/warnings': () => ({ body: { items: warnings, next: null } }),
    'PUT /api/warnings/w1/handling': () => ({ body: { ...warning, handledAt: '2026-11-02T06:03:00Z', handledBy: { id: 'x', name: '陈静' } } }),
  })
  return { asked, ...renderPage(<Page />) }
}

const tile = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement!

afterEach(() => vi.unstubAllGlobals())

it('shows the floor and follows what is told', async () => {
  const { live } = openWall()
  await screen.findByText('王芳')
  expect(live.sent).toContainEqual({ type: 'watch-wall', group: undefined, store: undefined })
  expect(within(tile('排队')).getByText('3')).toBeTruthy()
  expect(within(tile('首响达标率')).getByText('97')).toBeTruthy()
  act(() => live.says({ type: 'wall', wall: aWall(7) }))
  await waitFor(() => expect(within(tile('排队')).getByText('7')).toBeTruthy())
})

it('has no tile for what nobody measures yet', async () => {
  openWall()
  await screen.findByText('王芳')
  expect(screen.queryByText('满意度')).toBeNull()
  expect(screen.queryByText('机器人承接率')).toBeNull()
})

it('stops watching when it is left', async () => {
  const { live, unmount } = openWall()
  await screen.findByText('王芳')
  unmount()
  expect(live.sent.at(-1)).toEqual({ type: 'unwatch-wall' })
})

it('brings a warning as it is told, and offers to take over', async () => {
  const { live } = openWall()
  await screen.findByText('没有预警，一切正常')
  act(() => live.says({ type: 'warning', warning }))
  const item = await screen.findByRole('article', { name: '已超时' })
  expect(within(item).getByText('林晓')).toBeTruthy()
  fireEvent.click(within(item).getByRole('button', { name: '接管' }))
  expect(acts.takeOver).toHaveBeenCalledWith('c1')
})

it('says who has handled a warning', async () => {
  const { asked } = openWall([warning])
  fireEvent.click(await screen.findByRole('button', { name: '处理' }))
  await screen.findByText(/陈静 已处理/)
  expect(asked).toContain('PUT /api/warnings/w1/handling')
})

it('keeps each agent in his place, whoever has gone home stands aside', () => {
  const people = [wang, { ...wang, id: 'li', name: '李婷', state: 'offline' as const, load: 0 }, { ...wang, id: 'an', name: '安然', state: 'break' as const }]
  expect(standing(people).onDuty.map((agent) => agent.name)).toEqual(['安然', '王芳'])
  expect(standing(people).gone.map((agent) => agent.name)).toEqual(['李婷'])
})
