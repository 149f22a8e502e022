import { expect, it } from 'vitest'
import { differencesOf } from './difference'

it('shows only what is different, each field by itself', () => {
  const before = { id: '7', name: '王芳', role: 'agent', capacity: 5 }
  const after = { id: '7', name: '王芳', role: 'supervisor', capacity: 8 }
  expect(differencesOf(before, after)).toEqual([
    { path: ['role'], before: 'agent', after: 'supervisor' },
    { path: ['capacity'], before: 5, after: 8 },
  ])
})

it('what was made or deleted shows its fields on one side', () => {
  expect(differencesOf(null, { name: '静安店', phone: null })).toEqual([{ path: ['name'], before: undefined, after: '静安店' }])
  expect(differencesOf({ name: '静安店' }, null)).toEqual([{ path: ['name'], before: '静安店', after: undefined }])
})

it('things in a list are known by their names, wherever they stand', () => {
  const before = { groups: [{ id: '1', name: '售前组', level: 3 }, { id: '2', name: '售后组', level: 2 }] }
  const after = { groups: [{ id: '2', name: '售后组', level: 4 }, { id: '3', name: '投诉组', level: 1 }] }
  expect(differencesOf(before, after)).toEqual([
    { path: ['groups', '售前组'], before: 3, after: undefined },
    { path: ['groups', '售后组'], before: 2, after: 4 },
    { path: ['groups', '投诉组'], before: undefined, after: 1 },
  ])
})

it('lists of words are compared as a whole, and order of fields does not matter', () => {
  expect(differencesOf({ permissions: ['serve'] }, { permissions: ['serve', 'teach'] })).toEqual([
    { path: ['permissions'], before: ['serve'], after: ['serve', 'teach'] },
  ])
  expect(differencesOf({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual([])
})

it('a rule of the matrix is known by its case', () => {
  const rule = { issue: 'return', urgency: null, value: 'high', groupId: 'g1', minLevel: 2 }
  expect(differencesOf({ rows: [{ id: '1', ...rule }] }, { rows: [{ id: '2', ...rule, groupId: 'g2' }] })).toEqual([
    { path: ['rows', 'case:return||high', 'groupId'], before: 'g1', after: 'g2' },
  ])
})
