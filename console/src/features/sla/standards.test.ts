import { describe, expect, it } from 'vitest'
import { differences, nextStandard, wrongWith, type Draft, type Standard } from './standards'

const first: Standard = { channel: '*', kind: 'first', seconds: 120, warnShare: 0.6, rule: 'S-01' }
const phone: Standard = { channel: 'phone', kind: 'pickup', seconds: 15, warnShare: 0.6, rule: 'S-02' }
const windows = { replyRate: { from: '08:00', to: '23:00', days: 30, minutes: [3, 5], capSeconds: 600 }, averageWaitSeconds: 30 }
const draft = (items: Standard[]): Draft => ({ items, escalation: [{ afterSeconds: 0, to: 'agent' }], windows })

describe('standards', () => {
  it('tell what a version says otherwise', () => {
    const after = draft([{ ...first, seconds: 60 }, { ...first, channel: 'web' }])
    expect(differences(draft([first, phone]), after).map((each) => each.what)).toEqual(['changed', 'added', 'removed'])
    expect(differences(draft([first]), { ...draft([first]), escalation: [] })).toMatchObject([{ what: 'escalation' }])
    expect(differences(draft([first]), draft([first]))).toEqual([])
  })

  it('promise each thing once on a channel', () => {
    expect(wrongWith(draft([first, { ...first, seconds: 5 }]))).toBe('twice')
    expect(wrongWith(draft([first, phone]))).toBeNull()
    expect(nextStandard([first])).toMatchObject({ channel: '*', kind: 'next' })
  })
})
