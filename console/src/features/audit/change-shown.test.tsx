import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '@/shared/testing/page'
import type { AuditEntry } from './api'
import { ChangeShown } from './change-shown'

const group = '0190a0b0-0000-7000-8000-000000000001'
const gone = '0190a0b0-0000-7000-8000-000000000002'

function show(before: unknown, after: unknown) {
  const entry: AuditEntry = {
    id: '1',
    at: '2026-11-02T06:00:00Z',
    by: { id: '2', name: '管理员' },
    verb: 'staff.member.changed',
    subject: { kind: 'member', id: '3', name: '王芳' },
    before,
    after,
    reason: null,
  }
  renderPage(<ChangeShown entry={entry} names={new Map([[group, '售后组']])} />)
  return screen.getAllByRole('row').slice(1).map((row) => [...row.children].map((cell) => cell.textContent))
}

it('speaks of fields, roles and permissions in the words of the house', () => {
  expect(show({ role: 'agent', permissions: ['serve'], active: true }, { role: 'trainer', permissions: ['serve', 'teach'], active: false })).toEqual([
    ['角色', '客服', '训练师'],
    ['权限', '接待顾客', '接待顾客、维护话术'],
    ['启用', '是', '否'],
  ])
})

it('says the name behind an id, and never the id itself', () => {
  expect(show({ overflowId: gone }, { overflowId: group })).toEqual([['忙时转到', '（已删除）', '售后组']])
})

it('names a rule of the matrix by its case', () => {
  const rule = { id: '9', issue: 'return', urgency: null, value: null, groupId: group, minLevel: 1 }
  expect(show({ rows: [rule] }, { rows: [{ ...rule, minLevel: 3 }] })).toEqual([['规则 › 退换货 · 不限 · 不限 › 最低级别', '1', '3']])
})
