import type { Text, TextKey } from '@/shared/i18n/text'
import { zhCN } from '@/shared/i18n/zh-CN'
import { exactTime } from '@/shared/time/format'
import { CASE, type Value } from './difference'

/** What an id means to people: groups, stores and whom else the page knows. */
export type Names = ReadonlyMap<string, string>

const nobody: Names = new Map()
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const known = (key: string): key is TextKey => key in zhCN

function inWords(t: Text, key: string, otherwise: string): string {
  return known(key) ? t(key) : otherwise
}

/** What a verb of the trail says to people: by itself, or as act and kind of thing. */
export function verbInWords(verb: string, t: Text): string {
  if (known(`audit.verb.${verb}`)) return t(`audit.verb.${verb}` as TextKey)
  const parts = verb.split('.')
  const act = inWords(t, `audit.act.${parts.at(-1)}`, spaced(parts.at(-1)!))
  const kind = parts.length > 2 ? inWords(t, `audit.kind.${parts.at(-2)}`, '') : inWords(t, `audit.kind.${parts[0]}`, '')
  return t('audit.act-on', { act, kind }).trim()
}

export function kindInWords(kind: string, t: Text): string {
  return inWords(t, `audit.kind.${kind}`, spaced(kind))
}

/** A field has a name in the house; below it stand the names people gave. */
export function fieldInWords(path: string[], t: Text, names: Names = nobody): string {
  return path.map((field) => (field.startsWith(CASE) ? caseInWords(field, t) : inWords(t, `audit.field.${field}`, idInWords(field, t, names) ?? spaced(field)))).join(' › ')
}

/** 退货 · 不限 · 高价值: the case a rule of the matrix is for. */
function caseInWords(field: string, t: Text): string {
  const [issue, urgency, value] = field.slice(CASE.length).split('|')
  const any = t('settings.matrix.any')
  return [
    issue ? inWords(t, `issue.${issue}`, issue) : any,
    urgency ? inWords(t, `urgency.${urgency}`, urgency) : any,
    value ? inWords(t, `settings.value.${value}`, value) : any,
  ].join(' · ')
}

function idInWords(text: string, t: Text, names: Names): string | null {
  if (!ID.test(text)) return null
  return names.get(text) ?? t('audit.gone')
}

/** In which list of words the value of a field stands. */
const vocabularies: Record<string, string> = {
  role: 'role',
  permissions: 'permission',
  issue: 'issue',
  urgency: 'urgency',
  value: 'settings.value',
  state: 'presence',
  kind: 'settings.kind',
}

export function valueInWords(value: Value | undefined, path: string[], t: Text, names: Names = nobody): string {
  if (value === undefined || value === null || value === '') return t('audit.nothing')
  if (Array.isArray(value)) return value.length ? value.map((each) => valueInWords(each, path, t, names)).join('、') : t('audit.nothing')
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const text = String(value)
  const named = idInWords(text, t, names)
  if (named) return named
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return exactTime(text)
  for (const field of path.toReversed()) {
    const vocabulary = vocabularies[field]
    if (vocabulary) return inWords(t, `${vocabulary}.${text.toLowerCase().replaceAll('_', '-')}`, text)
  }
  return text
}

/** lastSignInAt → last sign in at: still words where nobody has named it yet. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, one: string, other: string) => `${one} ${other.toLowerCase()}`).replaceAll('-', ' ')
}

