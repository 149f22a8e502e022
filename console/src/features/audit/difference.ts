/** One field of what was changed; `undefined` where it was not there. */
export interface Difference {
  /** The way to the field: ["groups", "售后组"]. */
  path: string[]
  before: Value | undefined
  after: Value | undefined
}

export type Value = string | number | boolean | null | Value[]

/** Marks a field that is the case of a rule: issue, urgency and value, where each may be empty. */
export const CASE = 'case:'

type Json = string | number | boolean | null | Json[] | { [field: string]: Json }

/** Field by field what is different; things in lists are told apart by their names, not by their places. */
export function differencesOf(before: unknown, after: unknown, path: string[] = []): Difference[] {
  const [was, is] = [named(before as Json | undefined), named(after as Json | undefined)]
  if (isThing(was) || isThing(is)) {
    const fields = [...new Set([...Object.keys(isThing(was) ? was : {}), ...Object.keys(isThing(is) ? is : {})])]
    return fields
      .filter((field) => !isIdentity(field, path))
      .flatMap((field) => differencesOf(isThing(was) ? was[field] : undefined, isThing(is) ? is[field] : undefined, [...path, field]))
  }
  if (same(was, is) || (isEmpty(was) && isEmpty(is))) return []
  return [{ path, before: was as Value | undefined, after: is as Value | undefined }]
}

/** A list of things becomes one thing with a field for each name; a list of words stays a list. */
function named(value: Json | undefined): Json | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isThing)) return value
  const things = value as { [field: string]: Json }[]
  const nameOf = (thing: { [field: string]: Json }) =>
    isRule(thing) ? `${CASE}${[thing.issue, thing.urgency, thing.value].map((part) => part ?? '').join('|')}` : thing.name ?? thing.label ?? thing.code ?? thing.id ?? thing.date ?? thing.day
  if (!things.every((thing) => nameOf(thing) != null)) {
    return Object.fromEntries(things.map((thing, index) => [String(index + 1), thing]))
  }
  return Object.fromEntries(things.map((thing) => [String(nameOf(thing)), lighter(thing)]))
}

/** Without what already stands in the path; a thing that is only its name is simply there. */
function lighter(thing: { [field: string]: Json }): Json {
  const rest = Object.fromEntries(Object.entries(thing).filter(([field]) => !(isRule(thing) ? ['id', 'issue', 'urgency', 'value'] : ['id', 'name', 'label']).includes(field)))
  const fields = Object.keys(rest)
  if (fields.length === 0) return true
  return fields.length === 1 ? rest[fields[0]!]! : rest
}

/** A line of the matrix has no name; it is known by the case it is for. */
function isRule(thing: { [field: string]: Json }): boolean {
  return 'groupId' in thing && 'minLevel' in thing
}

function isThing(value: Json | undefined): value is { [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The id of the thing itself says nothing to a reader. */
function isIdentity(field: string, path: string[]): boolean {
  return path.length === 0 && (field === 'id' || field === 'ordinal')
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
