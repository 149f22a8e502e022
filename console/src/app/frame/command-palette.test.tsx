import { fireEvent, screen, waitFor } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, renderPage } from '@/shared/testing/page'
import { CommandPalette } from './command-palette'

const lin = {
  kind: 'customer',
  total: 12,
  more: false,
  items: [
    {
      id: 'lin',
      title: [{ text: '林晓', hit: true }],
      snippet: [{ text: '138****2203', hit: false }],
      at: '2026-11-20T08:00:00Z',
      facts: { level: 'gold', vip: true },
      ref: { kind: 'customer', id: 'lin', place: null },
    },
  ],
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

function Address() {
  return <output>{useLocation().pathname}</output>
}

function open(onClose = () => undefined) {
  return renderPage(
    <MemoryRouter>
      <CommandPalette open onClose={onClose} />
      <Address />
    </MemoryRouter>,
  )
}

it('what was found is chosen from the keyboard, and the words are kept for the next time', async () => {
  fakeServer({ 'GET /api/search': () => ({ body: { groups: [lin], building: false, tookMillis: 3 } }) })
  open()
  const field = screen.getByRole('combobox')
  fireEvent.change(field, { target: { value: 'linxiao' } })
  const found = await screen.findByRole('option', { name: /林晓/ })
  expect(found.querySelector('mark')?.textContent).toBe('林晓')
  expect(screen.getByText('共 12 条')).toBeTruthy()
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(screen.getByText('/customers/lin')).toBeTruthy())
  expect(localStorage.getItem('huixiang.searches')).toContain('linxiao')
})

it('nothing found says what to try; a failure says so and tries again', async () => {
  let broken = true
  fakeServer({
    'GET /api/search': () =>
      broken ? { status: 503, body: { code: 'search.closed' } } : { body: { groups: [], building: false, tookMillis: 1 } },
  })
  open()
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '不存在' } })
  const alert = await screen.findByRole('alert')
  broken = false
  fireEvent.click(alert.querySelector('button')!)
  await waitFor(() => expect(screen.getByText(/没有找到“不存在”/)).toBeTruthy())
})
