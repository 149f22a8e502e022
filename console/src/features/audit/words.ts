import type { Text, TextKey } from '@/shared/i18n/text'
import { zhCN } from '@/shared/i18n/zh-CN'
import { exactTime } from '@/shared/time/format'
import type { Value } from './difference'

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

/** The first field of a path has a name in the house; below it stand the names people gave. */
export function fieldInWords(path: string[], t: Text): string {
  return path.map((field) => inWords(t, `audit.field.${field}`, spaced(field))).join(' › ')
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

export function valueInWords(value: Value | undefined, path: string[], t: Text): string {
  if (value === undefined || value === null || value === '') return t('audit.nothing')
  if (Array.isArray(value)) return value.length ? value.map((each) => valueInWords(each, path, t)).join('、') : t('audit.nothing')
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const text = String(value)
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

