import type { ClockKind } from '@/shared/api/floor'

export interface Standard {
  channel: string
  kind: ClockKind
  seconds: number
  warnShare: number
  /** The promise of the house it is. */
  rule: string
}
export type Receiver = 'agent' | 'lead' | 'all-leads'
export interface Escalation {
  afterSeconds: number
  to: Receiver
}
export interface ReplyRate {
  from: string
  to: string
  days: number
  minutes: number[]
  capSeconds: number
}
export interface Windows {
  replyRate: ReplyRate
  averageWaitSeconds: number
}
export interface Version {
  version: number
  at: string
  by: { id: string | null; name: string }
  items: Standard[]
  escalation: Escalation[]
  windows: Windows
}
export interface StandardsBook {
  current: Version
  versions: Pick<Version, 'version' | 'at' | 'by'>[]
}

export type Draft = Pick<Version, 'items' | 'escalation' | 'windows'>

export const channels = ['*', 'web', 'api', 'phone', 'store']
export const kinds: ClockKind[] = ['first', 'next', 'pickup', 'store', 'urgent', 'complaint']
/** Which promise of the house each kind is. */
export const ruleOf: Record<ClockKind, string> = { first: 'S-01', next: 'S-01', pickup: 'S-02', store: 'S-03', urgent: 'T-04', complaint: 'T-05' }

export const receivers: Receiver[] = ['agent', 'lead', 'all-leads']

export function draftOf({ items, escalation, windows }: Version): Draft {
  return { items, escalation, windows }
}

/** What is wrong with it, as the server would see it; null when it can be saved. */
export function wrongWith(draft: Draft): 'twice' | 'hours' | 'minutes' | null {
  const names = draft.items.map((item) => `${item.channel} ${item.kind}`)
  if (new Set(names).size < names.length) return 'twice'
  const { from, to, minutes } = draft.windows.replyRate
  if (from >= to) return 'hours'
  return minutes.length === 0 ? 'minutes' : null
}

/** A promise that is not there yet: the first free pair of channel and kind. */
export function nextStandard(items: Standard[]): Standard | null {
  for (const channel of channels) {
    for (const kind of kinds) {
      if (!items.some((item) => item.channel === channel && item.kind === kind)) {
        return { channel, kind, seconds: 120, warnShare: 0.6, rule: ruleOf[kind] }
      }
    }
  }
  return null
}

export type Difference =
  | { what: 'added' | 'removed'; item: Standard }
  | { what: 'changed'; before: Standard; after: Standard }
  | { what: 'escalation'; before: Escalation[]; after: Escalation[] }
  | { what: 'windows'; before: Windows; after: Windows }

/** What one version says otherwise than the one before. */
export function differences(before: Draft, after: Draft): Difference[] {
  const find = (items: Standard[], { channel, kind }: Standard) => items.find((item) => item.channel === channel && item.kind === kind)
  const list: Difference[] = []
  for (const item of after.items) {
    const known = find(before.items, item)
    if (!known) list.push({ what: 'added', item })
    else if (known.seconds !== item.seconds || known.warnShare !== item.warnShare) list.push({ what: 'changed', before: known, after: item })
  }
  for (const item of before.items) if (!find(after.items, item)) list.push({ what: 'removed', item })
  if (!same(before.escalation, after.escalation)) list.push({ what: 'escalation', before: before.escalation, after: after.escalation })
  if (!same(before.windows, after.windows)) list.push({ what: 'windows', before: before.windows, after: after.windows })
  return list
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
