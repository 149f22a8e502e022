import { useState, type KeyboardEvent } from 'react'
import type { Colleague, Content, Row, Script } from '@/shared/api/types'
import { useDesk, type OrderName } from './desk'
import { typedReference, useOrderReferences } from './references'
import { fillScript, findScripts, sentBy, typedMention, typedScript } from './scripts'

interface Writing {
  row: Row
  text: string
  isNote: boolean
  write(text: string): void
  sendNow(content: Content): void
  element(): HTMLTextAreaElement | null
}

/** What is offered while writing: scripts after a slash, orders after a #, colleagues after an @ in a note. */
export function useSuggestions({ row, text, isNote, write, sendNow, element }: Writing) {
  const { me, scripts, members } = useDesk()
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [dismissed, setDismissed] = useState<string | null>(null)

  const slash = isNote ? null : typedScript(text, Math.min(caret, text.length))
  const mention = isNote ? typedMention(text, Math.min(caret, text.length)) : null
  const hash = slash === null && mention === null ? typedReference(text, Math.min(caret, text.length)) : null
  const typed = slash ?? mention ?? hash
  const isOff = typed === null || dismissed === text
  const found: Script[] = slash !== null && !isOff ? findScripts(scripts, slash).slice(0, 50) : []
  const people: Colleague[] = mention !== null && !isOff ? membersLike(members, mention, me.id) : []
  const orders: OrderName[] = useOrderReferences(row.customer.id, isOff ? null : hash).slice(0, 50)
  const kind = isOff ? null : slash !== null ? ('scripts' as const) : people.length > 0 ? ('members' as const) : orders.length > 0 ? ('orders' as const) : null
  const count = kind === 'scripts' ? found.length : kind === 'orders' ? orders.length : people.length
  const cursor = Math.min(at, Math.max(0, count - 1))

  /** Puts text in place of the given part before the caret, and the caret behind it. */
  const insert = (words: string, replaced = 0) => {
    const field = element()
    const end = field?.selectionEnd ?? text.length
    const start = (field?.selectionStart ?? text.length) - replaced
    const value = field?.value ?? text
    write(value.slice(0, start) + words + value.slice(end))
    setTimeout(() => {
      field?.focus()
      field?.setSelectionRange(start + words.length, start + words.length)
      setCaret(start + words.length)
    }, 0)
  }
  const choose = (index: number, asCard = false) => {
    if (typed === null) return
    setAt(0)
    if (kind === 'scripts' && found[index]) {
      const values = { name: me.nickname, customer: row.customer.name, shop: row.channel.name }
      const sent = sentBy(found[index])
      if (sent) sendNow(sent)
      insert(sent ? '' : fillScript(found[index].content, values), typed.length + 1)
    } else if (kind === 'members' && people[index]) {
      insert(`@${people[index].name} `, typed.length + 1)
    } else if (kind === 'orders' && orders[index]) {
      const order = orders[index]
      if (asCard && !isNote) sendNow({ kind: 'card', body: order.card })
      insert(asCard && !isNote ? '' : `${order.no} `, typed.length + 1)
    }
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!kind) return false
    if (event.key === 'Escape') setDismissed(text)
    else if (count === 0) return false
    else if (event.key === 'ArrowDown') setAt((cursor + 1) % count)
    else if (event.key === 'ArrowUp') setAt((cursor - 1 + count) % count)
    else if (kind === 'orders' && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) choose(cursor, true)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) choose(cursor)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const follow = (event: { currentTarget: HTMLElement }) => {
    const field = event.currentTarget as HTMLTextAreaElement
    if (field.selectionEnd !== caret) setAt(0)
    setCaret(field.selectionEnd)
  }
  return { kind, typed: typed ?? '', scripts: found, members: people, orders, cursor, setCursor: setAt, choose, onKeyDown, follow, insert }
}

export type Suggestions = ReturnType<typeof useSuggestions>

function membersLike(members: Colleague[], typed: string, me: string): Colleague[] {
  return members.filter((member) => member.id !== me && (member.name.includes(typed) || member.nickname.includes(typed)))
}
