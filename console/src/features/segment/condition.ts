import type { Question } from './api'

export type Amount = number | { standard: string }

export interface FactIs {
  fact: string
  is: string
  value?: Amount | string
  values?: string[]
}

export interface TagIs {
  tag: string
  is: 'set' | 'missing'
}

export interface Counted {
  counted: 'events' | 'orders'
  event?: string
  category?: string
  days: Amount
  measure: 'count' | 'sum'
  is: string
  value: Amount
}

export type Leaf = FactIs | TagIs | Counted
export type Group = { all: Condition[] } | { any: Condition[] }
export type Condition = Leaf | Group | { not: Condition }

export function isGroup(node: Condition): node is Group {
  return 'all' in node || 'any' in node
}

export function children(group: Group): Condition[] {
  return 'all' in group ? group.all : group.any
}

export function withChildren(group: Group, of: Condition[]): Group {
  return 'all' in group ? { all: of } : { any: of }
}

/** The builder always shows a group outermost; what was written otherwise is put into one. */
export function asGroup(node: Condition): Group {
  return isGroup(node) ? node : { all: [node] }
}

/** Nothing is wanted of yes, no, known and unknown. */
export function wantsNothing(is: string): boolean {
  return ['yes', 'no', 'known', 'unknown'].includes(is)
}

/** A comparison of this fact that can be asked at once, or as soon as its value is chosen. */
export function freshFact(question: Question, is = question.is[0]!): FactIs {
  if (wantsNothing(is)) return { fact: question.fact, is }
  switch (question.kind) {
    case 'number':
    case 'money':
      return { fact: question.fact, is, value: 1 }
    case 'share':
      return { fact: question.fact, is, value: 0.5 }
    case 'time':
      return { fact: question.fact, is, value: 30 }
    case 'text':
    case 'texts':
    case 'yes-no':
      return is === 'one-of' ? { fact: question.fact, is, values: question.values.slice(0, 1) } : { fact: question.fact, is, value: question.values[0] ?? '' }
  }
}

/** Whether every place is filled in, so that the server need not be asked in vain. */
export function isComplete(node: Condition): boolean {
  if (isGroup(node)) return children(node).length > 0 && children(node).every(isComplete)
  if ('not' in node) return isComplete(node.not)
  if ('tag' in node) return node.tag.trim() !== ''
  if ('counted' in node) return node.days !== null && node.value !== null && (node.counted === 'orders' || !!node.event)
  if (wantsNothing(node.is)) return true
  if (node.is === 'one-of') return (node.values?.length ?? 0) > 0
  return node.value !== undefined && node.value !== null && node.value !== ''
}
