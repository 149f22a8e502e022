import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Row } from '@/shared/api/types'
import { loadOlder } from './api'
import type { Entry } from './entries'
import { jumped, useJump } from './jump'
import type { Thread } from './thread'

const NEAR_BOTTOM = 60
const NEAR_TOP = 400

/** Where each conversation was left, measured from the bottom so that newer history does not shift it. */
const left = new Map<string, { fromBottom: number; entries: number }>()

/** Keeps the eye where it is: at the newest, or on what is being read while history grows above. */
export function useScroll(row: Row, thread: Thread, entries: Entry[]) {
  const client = useQueryClient()
  const place = useRef<HTMLDivElement>(null)
  const atBottom = useRef(true)
  const fromBottom = useRef(0)
  const firstKey = useRef<string | undefined>(undefined)
  const [isAway, setAway] = useState(false)
  const [newBelow, setNewBelow] = useState(0)
  const [isLoadingOlder, setLoadingOlder] = useState(false)
  const known = useRef(entries.length)
  // A conversation that is over is shown from its beginning, wherever that lies in the history.
  const seeks = useRef(row.state === 'closed' && !left.has(row.id))
  const jump = useJump(row.id)

  const older = useCallback(() => {
    if (!thread.next || isLoadingOlder) return
    setLoadingOlder(true)
    loadOlder(client, row.customer.id)
      .catch(() => undefined) // Scrolling on tries again.
      .finally(() => setLoadingOlder(false))
  }, [client, row.customer.id, thread.next, isLoadingOlder])

  useLayoutEffect(() => {
    const element = place.current!
    const before = left.get(row.id)
    if (before) {
      element.scrollTop = element.scrollHeight - element.clientHeight - before.fromBottom
      atBottom.current = before.fromBottom < NEAR_BOTTOM
      setAway(!atBottom.current)
    } else {
      element.scrollTop = element.scrollHeight
    }
    fromBottom.current = element.scrollHeight - element.scrollTop
    return () => {
      const bottom = element.scrollHeight - element.clientHeight - element.scrollTop
      if (bottom < NEAR_BOTTOM) left.delete(row.id)
      else left.set(row.id, { fromBottom: bottom, entries: known.current })
    }
  }, [row.id])

  useLayoutEffect(() => {
    const element = place.current!
    const grewAbove = firstKey.current !== undefined && entries[0]?.key !== firstKey.current
    const added = entries.length - known.current
    const isOurs = entries.at(-1)?.kind === 'outgoing' && added > 0
    if (jump !== null) {
      const message = element.querySelector<HTMLElement>(`[data-message="${row.id}/${jump}"]`)
      seeks.current = false
      atBottom.current = false
      if (message) {
        element.scrollTop = message.offsetTop - element.clientHeight / 3
        message.classList.add('is-sought')
        setAway(true)
        jumped()
      } else if (thread.next) older()
      else jumped()
    } else if (seeks.current) {
      const start = element.querySelector<HTMLElement>(`[data-conversation="${row.id}"]`)
      if (start) element.scrollTop = start.offsetTop - 8
      else if (thread.next) older()
      else element.scrollTop = 0
      seeks.current = !start && !!thread.next
      atBottom.current = false
      setAway(true)
    } else if (grewAbove) element.scrollTop = element.scrollHeight - fromBottom.current
    else if (atBottom.current || isOurs) element.scrollTop = element.scrollHeight
    else if (added > 0) setNewBelow((count) => count + added)
    firstKey.current = entries[0]?.key
    known.current = entries.length
    fromBottom.current = element.scrollHeight - element.scrollTop
    if (element.scrollHeight <= element.clientHeight + NEAR_TOP) older()
  }, [entries, older, row.id, thread.next, jump])

  // Pictures that load and a composer that grows must not push the newest out of sight.
  useEffect(() => {
    const element = place.current!
    const observer = new ResizeObserver(() => {
      if (atBottom.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])

  const onScroll = () => {
    const element = place.current!
    fromBottom.current = element.scrollHeight - element.scrollTop
    atBottom.current = fromBottom.current - element.clientHeight < NEAR_BOTTOM
    setAway(!atBottom.current)
    if (atBottom.current) setNewBelow(0)
    if (element.scrollTop < NEAR_TOP) older()
  }
  const toBottom = () => place.current?.scrollTo({ top: place.current.scrollHeight, behavior: 'smooth' })

  return { place, onScroll, isLoadingOlder, newBelow, isAway, toBottom }
}
