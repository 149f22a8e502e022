import type { Card, PictureBody, Script } from '@/shared/api/types'

export const scriptKinds = ['text', 'picture', 'card'] as const

export interface ScriptFields {
  kind: (typeof scriptKinds)[number]
  owner: 'shared' | 'mine'
  folder: string
  title: string
  text: string
  picture: PictureBody | null
  card: Partial<Card>
}

export function fieldsOf(script: Script | null, mayTeach: boolean): ScriptFields {
  const kind = script?.kind ?? 'text'
  return {
    kind,
    owner: (script ? script.shared : mayTeach) ? 'shared' : 'mine',
    folder: script?.folder ?? '',
    title: script?.title ?? '',
    text: script && kind === 'text' ? script.content : '',
    picture: script && kind === 'picture' ? (JSON.parse(script.content) as PictureBody) : null,
    card: script && kind === 'card' ? (JSON.parse(script.content) as Card) : {},
  }
}

/** What is kept: words as they are, a picture or a card as it will be sent. */
export function contentOf({ kind, text, picture, card }: ScriptFields): string {
  if (kind === 'text') return text
  if (kind === 'picture') return JSON.stringify(picture)
  const filled = Object.fromEntries(Object.entries(card).filter(([, value]) => value))
  return JSON.stringify({ ...filled, type: 'product' })
}

/** One line that stands for the script in a list. */
export function scriptLine(script: Script): string {
  if (script.kind === 'picture') return (JSON.parse(script.content) as PictureBody).name ?? ''
  if (script.kind === 'card') {
    const card = JSON.parse(script.content) as Card
    return [card.title, card.subtitle, card.price && `¥${card.price}`].filter(Boolean).join(' · ')
  }
  return script.content
}
