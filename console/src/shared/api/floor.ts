import type { Named, PresenceState } from './types'

// What the floor runs on: clocks against the promises, warnings, the wall and timed tasks.

export interface Bilingual {
  zh: string
  en: string
}

export type ClockKind = 'first' | 'next' | 'pickup' | 'store' | 'urgent' | 'complaint'
export type ClockState = 'running' | 'warning' | 'breached' | 'paused' | 'stopped'

/** One promise to one customer, counted in open time. */
export interface Clock {
  conversation: string
  kind: ClockKind
  startedAt: string
  dueAt: string
  warnAt: string
  standardSeconds: number
  state: ClockState
  pausedBecause: Bilingual | null
  /** Open time already used when this was told, at `at`. */
  runSeconds: number
  at: string
}

export type WarningKind = 'near-breach' | 'breach' | 'urgent-unanswered' | 'complaint' | 'call-back-due'

export interface Warning {
  id: string
  at: string
  kind: WarningKind
  level: number
  conversation: string | null
  /** What was promised and not done, when that is what it warns of. */
  task?: string | null
  customer: Named
  agent: Named | null
  group: Named | null
  store: Named | null
  clock: Clock | null
  handledBy: Named | null
  handledAt: string | null
}

export interface WallTiles {
  queued: number
  longestWaitSeconds: number | null
  averageWaitSeconds: number | null
  firstAnswerRate: number | null
  agentsOnline: number
  agentsTotal: number
  botShare?: number | null
  csat?: number | null
  spark: { queued: (number | null)[]; wait: (number | null)[]; firstAnswer: (number | null)[] }
}

export interface WallGroup extends Named {
  queued: number
  longestWaitSeconds: number | null
  online: number
  capacity: number
  load: number
}

export interface WallAgent extends Named {
  avatar?: string | null
  state: PresenceState
  reason?: string | null
  since: string
  load: number
  capacity: number
  longestUnansweredSeconds: number | null
  /** Within which whoever has waited longest with him was to be answered. */
  promisedSeconds: number | null
  /** The conversation that waits longest with him, when the application tells it. */
  conversation?: string | null
  issue: string | null
  group: Named | null
  today: { received: number; averageResponseSeconds: number | null; repliedWithin3Minutes: number | null }
}

export interface Wall {
  at: string
  tiles: WallTiles
  groups: WallGroup[]
  agents: WallAgent[]
  heat: { channel: Named; hours: number[] }[]
  today: {
    received: number
    answered: number
    closed: number
    breaches: number
    averageWaitSeconds: number | null
    averageResponseSeconds: number | null
    reply3Minutes: number | null
    reply5Minutes: number | null
  }
  /** What holds now; the tiles and chips change their colour by it. */
  promised: { answerSeconds: number | null; warnShare: number; averageWaitSeconds: number }
}

export type TaskOutcome = 'reached' | 'not-reached' | 'answered' | 'other'

/** Something promised to a customer: a call, or an answer to what he left. */
export interface Task {
  id: string
  kind: 'call-back' | 'left-message'
  customer: Named
  conversation: string | null
  contact: string | null
  text: string
  promisedAt: string
  dueAt: string
  owner: Named | null
  group: Named | null
  store?: Named | null
  state: 'open' | 'done'
  overdueSince?: string | null
  outcome: TaskOutcome | null
  note?: string | null
  doneAt?: string | null
  createdAt: string
}
