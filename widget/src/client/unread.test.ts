import { describe, expect, it } from 'vitest'
import { fromAgent, fromCustomer, fromSystem } from '../testing/messages'
import { countUnread, readAll } from './unread'

describe('unread', () => {
  const messages = [fromCustomer({ seq: 1 }), fromSystem({ seq: 2 }), fromAgent({ seq: 3 }), fromAgent({ seq: 4 })]

  it('counts what was said to the customer, not his own words or system lines', () => {
    expect(countUnread(messages, {})).toBe(2)
  })

  it('counts from the read mark of each conversation', () => {
    const other = fromAgent({ seq: 9, conversationId: 'c2' })
    expect(countUnread([...messages, other], { c1: 3 })).toBe(2)
    expect(countUnread([...messages, other], { c1: 4, c2: 9 })).toBe(0)
  })

  it('does not count a recalled message', () => {
    expect(countUnread([fromAgent({ seq: 3, recalled: true })], {})).toBe(0)
  })

  it('is zero once everything is read, and reading again changes nothing', () => {
    const marks = readAll(messages, {})
    expect(countUnread(messages, marks)).toBe(0)
    expect(readAll(messages, marks)).toBe(marks)
  })
})
