import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer, renderPage } from '@/shared/testing/page'
import { TryOutPanel } from './try-out'

afterEach(() => vi.unstubAllGlobals())

const agent = { presence: 'online', load: 3, capacity: 8, level: 4, next: false, why: { zh: '', en: '' } }

function ask(agents: unknown[]) {
  const questions: unknown[] = []
  fakeServer({
    'POST /api/settings/matrix/try-out': (body) => {
      questions.push(body)
      return { body: { group: { id: 'g', name: '售后组' }, row: null, why: { zh: '售前问题由售后组接待', en: '' }, agents } }
    },
  })
  renderPage(<TryOutPanel groups={[{ id: 'g', name: '售后组' }]} />)
  fireEvent.click(screen.getByRole('button', { name: '看看会分给谁' }))
  return questions
}

it('says who would get the customer, and why this one and not that one', async () => {
  const questions = ask([
    { ...agent, id: 'w', name: '王芳', next: true, why: { zh: '负载最低', en: '' } },
    { ...agent, id: 'l', name: '李婷', why: { zh: '已接满', en: '' } },
  ])
  await screen.findByText('现在会分给王芳')
  expect(questions).toEqual([{ issue: 'pre-sale', urgency: 'normal', value: 'ordinary' }])
  expect(screen.getByText('售前问题由售后组接待')).toBeTruthy()
  expect(screen.getByText('负载最低').closest('li')!.className).toBe('is-next')
  expect(screen.getByText('已接满').closest('li')!.className).toBe('')
})

it('says so when everybody is away', async () => {
  ask([{ ...agent, id: 'l', name: '李婷', presence: 'offline', why: { zh: '离线', en: '' } }])
  await screen.findByText('现在没有合适的人，会先排队')
})
