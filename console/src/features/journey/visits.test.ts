import { describe, expect, it } from 'vitest'
import type { Happened } from '@/shared/api/journey'
import { nameKey, visitsOf } from './visits'

const event = (at: string, site = 'shop'): Happened => ({
  id: at + site, at, receivedAt: at, saidAt: null, name: 'Page Viewed', title: null, url: null, product: null, session: null, site, properties: {},
})

describe('visits', () => {
  it('end after half an hour in which nothing was done', () => {
    const visits = visitsOf([event('2026-11-20T10:40:00Z'), event('2026-11-20T10:11:00Z'), event('2026-11-20T09:00:00Z')])
    expect(visits.map((visit) => visit.events.length)).toEqual([2, 1])
    expect(visits[0]?.from).toBe('2026-11-20T10:11:00Z')
    expect(visits[0]?.to).toBe('2026-11-20T10:40:00Z')
  })

  it('are of one site each', () => {
    expect(visitsOf([event('2026-11-20T10:40:00Z'), event('2026-11-20T10:39:00Z', 'outlet')])).toHaveLength(2)
  })

  it('know the names of the house and keep the others', () => {
    expect(nameKey('Product Added')).toBe('product-added')
    expect(nameKey('Sofa Tried In AR')).toBeNull()
  })
})
