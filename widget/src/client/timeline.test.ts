import { describe, expect, it } from 'vitest'
import { fromAgent, fromCustomer, fromSystem } from '../testing/messages'
import type { Message } from './protocol'
import { confirm, emptyTimeline, fill, prepend, reading, receive, threadOf, type Timeline } from './timeline'

const order = (timeline: Timeline) => reading(timeline).map((message) => `${message.conversationId}/${message.seq}`)

describe('the timeline', () => {
  it('reads in order of seq whatever order entries arrive in', () => {
    let timeline: Timeline = emptyTimeline
    for (const seq of [3, 1, 2]) timeline = receive(timeline, fromAgent({ seq })).timeline
    expect(order(timeline)).toEqual(['c1/1', 'c1/2', 'c1/3'])
  })

  it('keeps an entry once, however often it comes', () => {
    let timeline: Timeline = emptyTimeline
    for (let turn = 0; turn < 3; turn++) timeline = receive(timeline, fromAgent({ seq: 1, prev: null })).timeline
    timeline = fill(timeline, 'c1', [fromAgent({ seq: 1 })])
    timeline = prepend(timeline, [fromAgent({ seq: 1 })], null)
    expect(order(timeline)).toEqual(['c1/1'])
  })

  it('keeps seq order inside a conversation even when the clock of the server stepped back', () => {
    const early = fromAgent({ seq: 2, sentAt: '2026-11-20T01:59:00Z' })
    const timeline = fill(emptyTimeline, 'c1', [fromAgent({ seq: 1, sentAt: '2026-11-20T02:00:00Z' }), early])
    expect(order(timeline)).toEqual(['c1/1', 'c1/2'])
  })

  it('puts an earlier conversation before a later one', () => {
    let timeline = fill(emptyTimeline, 'c2', [fromAgent({ seq: 1, conversationId: 'c2', sentAt: '2026-11-20T03:00:00Z' })])
    timeline = prepend(timeline, [fromAgent({ seq: 7, sentAt: '2026-11-19T03:00:00Z' })], null)
    expect(order(timeline)).toEqual(['c1/7', 'c2/1'])
  })

  it('sees a gap when the predecessor is missing, and asks from the last entry it is sure of', () => {
    const timeline = fill(emptyTimeline, 'c1', [fromAgent({ seq: 1 }), fromAgent({ seq: 2 })])
    const { timeline: torn, gap } = receive(timeline, fromAgent({ seq: 6, prev: 5 }))
    expect(gap).toEqual({ conversation: 'c1', after: 2 })
    expect(threadOf(torn, 'c1').seen).toBe(2)
  })

  it('sees no gap over entries the customer may not see, such as notes', () => {
    const timeline = fill(emptyTimeline, 'c1', [fromAgent({ seq: 2 })])
    const { gap, timeline: next } = receive(timeline, fromAgent({ seq: 5, prev: 2 }))
    expect(gap).toBeNull()
    expect(threadOf(next, 'c1').seen).toBe(5)
  })

  it('is whole again after the catch-up, including what came after the gap', () => {
    let timeline = fill(emptyTimeline, 'c1', [fromAgent({ seq: 1 })])
    timeline = receive(timeline, fromAgent({ seq: 4, prev: 3 })).timeline
    timeline = receive(timeline, fromAgent({ seq: 5, prev: 4 })).timeline
    timeline = fill(timeline, 'c1', [fromAgent({ seq: 2 }), fromAgent({ seq: 3 })])
    expect(order(timeline)).toEqual(['c1/1', 'c1/2', 'c1/3', 'c1/4', 'c1/5'])
    expect(threadOf(timeline, 'c1').seen).toBe(5)
  })

  it('does not take an acknowledgement for proof that nothing lies between', () => {
    const timeline = confirm(fill(emptyTimeline, 'c1', [fromAgent({ seq: 1 })]), fromCustomer({ seq: 4 }))
    expect(threadOf(timeline, 'c1').seen).toBe(1)
    expect(receive(timeline, fromAgent({ seq: 5, prev: 4 })).gap).toEqual({ conversation: 'c1', after: 1 })
  })

  it('empties a recalled entry and shows no entry for the recall itself', () => {
    let timeline = fill(emptyTimeline, 'c1', [fromAgent({ seq: 1 })])
    timeline = receive(timeline, fromAgent({ seq: 2, prev: 1, kind: 'recall', body: { seq: 1 } } as Message)).timeline
    expect(reading(timeline)).toHaveLength(1)
    expect(reading(timeline)[0]?.recalled).toBe(true)
  })

  it('remembers where older entries begin', () => {
    const timeline = prepend(emptyTimeline, [fromSystem({ seq: 1 })], 'cursor-9')
    expect(timeline.older).toBe('cursor-9')
    expect(prepend(timeline, [], null).older).toBeNull()
  })
})
