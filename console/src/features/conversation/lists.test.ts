import { describe, expect, it } from 'vitest'
import { aMessage, aRow } from '@/shared/testing/fixtures'
import { afterMessage, newest, placeRow, rowsOf, tabOf, type Pages } from './lists'

const list = (...rows: ReturnType<typeof aRow>[]): Pages => ({ pages: [{ items: rows, next: null }], pageParams: [null] })

describe('a row', () => {
  it('stands in one tab', () => {
    expect(tabOf(aRow(), 'wang')).toBe('mine')
    expect(tabOf(aRow(), 'zhao')).toBe('colleagues')
    expect(tabOf(aRow({ participants: [{ id: 'zhao', name: '赵敏' }] }), 'zhao')).toBe('mine')
    expect(tabOf(aRow({ state: 'queued', agent: null }), 'wang')).toBe('queue')
    expect(tabOf(aRow({ state: 'closed', agent: null }), 'wang')).toBe('history')
    expect(tabOf(aRow({ state: 'reception', agent: null }), 'wang')).toBeNull()
  })

  it('enters the list where it belongs and leaves the others', () => {
    expect(rowsOf(placeRow(list(), aRow(), true))).toHaveLength(1)
    expect(rowsOf(placeRow(list(aRow()), aRow(), false))).toHaveLength(0)
    expect(rowsOf(placeRow(list(aRow()), aRow({ urgency: 'urgent' }), true))).toMatchObject([{ urgency: 'urgent' }])
  })

  it('is not thrown back by news older than its last message', () => {
    const known = aRow({ lastSeq: 5, lastPreview: 'new', unread: 2 })
    expect(newest(known, aRow({ lastSeq: 4, lastPreview: 'old', unread: 0, urgency: 'urgent' }))).toMatchObject({
      lastSeq: 5,
      lastPreview: 'new',
      unread: 2,
      urgency: 'urgent',
    })
  })

  it('begins to wait with the customer’s first word and stops with our answer', () => {
    const calm = aRow({ waitingSince: null, lastSeq: 1, unread: 0 })
    const first = aMessage(2)
    const asked = afterMessage(calm, first, 'wang', false, '在吗')
    expect(asked).toMatchObject({ waitingSince: first.sentAt, unread: 1, lastPreview: '在吗' })
    expect(afterMessage(asked, aMessage(3), 'wang', false, '?').waitingSince).toBe(first.sentAt)
    const answer = aMessage(3, { author: { kind: 'agent', id: 'wang' } })
    expect(afterMessage(asked, answer, 'wang', true, '在的')).toMatchObject({ waitingSince: null, unread: 0 })
  })

  it('still waits after an internal note', () => {
    const note = aMessage(2, { kind: 'note', body: { text: '查一下库存' }, author: { kind: 'agent', id: 'wang' } } as never)
    expect(afterMessage(aRow(), note, 'wang', true, '[备注]').waitingSince).not.toBeNull()
  })

  it('counts what is unread, but not what is looked at or said by me', () => {
    expect(afterMessage(aRow({ unread: 1 }), aMessage(2), 'wang', true, '').unread).toBe(0)
    expect(afterMessage(aRow({ unread: 1 }), aMessage(1), 'wang', false, '').unread).toBe(1)
    expect(afterMessage(aRow({ unread: 1 }), aMessage(2), 'wang', false, '').unread).toBe(2)
  })
})
