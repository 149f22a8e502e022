import { expect, it, vi } from 'vitest'
import { alone } from './alone'

it('works inside the lock', async () => {
  const request = vi.fn((_name: string, work: () => Promise<unknown>) => work())
  expect(await alone({ request } as never)('session', async () => 7)).toBe(7)
  expect(request).toHaveBeenCalledOnce()
})

it('works without a lock where the browser refuses one', async () => {
  const refuses = { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) }
  expect(await alone(refuses as never)('session', async () => 7)).toBe(7)
})

it('does not do twice what has failed by itself', async () => {
  const work = vi.fn(() => Promise.reject(new Error('away')))
  await expect(alone({ request: (_name: string, run: () => Promise<unknown>) => run() } as never)('session', work)).rejects.toThrow('away')
  expect(work).toHaveBeenCalledOnce()
})
