import type { Issue, Urgency } from '@/shared/api/types'
import type { CustomerValue, MatrixRow, MatrixSettings } from './api'

export const issues: Issue[] = ['pre-sale', 'order', 'payment', 'logistics', 'return', 'refund', 'complaint', 'invoice', 'membership', 'other']
export const urgencies: Urgency[] = ['normal', 'high-value', 'urgent']
export const values: CustomerValue[] = ['ordinary', 'valued', 'high']

/** A line while it is edited; the key stays, whatever is changed in it. */
export type Line = MatrixRow & { key: string }

/** T-03: the more is said the earlier it counts; among equally many, issue before urgency before value. */
export function exactness(row: Pick<MatrixRow, 'issue' | 'urgency' | 'value'>): number {
  const bits = (row.issue ? 4 : 0) + (row.urgency ? 2 : 0) + (row.value ? 1 : 0)
  const filled = [row.issue, row.urgency, row.value].filter(Boolean).length
  return 8 * filled + bits
}

/** In the order in which they are asked; lines alike in this stand in the order of the issues. */
export function inOrder(lines: Line[]): Line[] {
  const place = (line: Line) => (line.issue ? issues.indexOf(line.issue) : issues.length)
  return lines.toSorted((a, b) => exactness(b) - exactness(a) || place(a) - place(b))
}

export function linesOf(settings: MatrixSettings): Line[] {
  return inOrder(settings.rows.map((row, index) => ({ ...row, key: row.id ?? `row-${index}` })))
}

/** Lines that say the same twice: only one of them could ever count. */
export function doubles(lines: Line[]): Set<string> {
  const seen = new Map<string, string>()
  const found = new Set<string>()
  for (const line of lines) {
    const cell = [line.issue, line.urgency, line.value].join('|')
    const other = seen.get(cell)
    if (other) found.add(other).add(line.key)
    else seen.set(cell, line.key)
  }
  return found
}

/** Somebody must get what no line names. */
export function hasLastLine(lines: Line[]): boolean {
  return lines.some((line) => exactness(line) === 0)
}

export function withoutKeys(lines: Line[]): MatrixRow[] {
  return lines.map(({ key: _, ...row }) => row)
}
