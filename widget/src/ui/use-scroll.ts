import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'

const NEAR_PX = 80

/**
 * Keeps the end in sight while the customer is there, and keeps his place when older entries are put above it.
 * `size` changes with every redraw that may move things; `lastKey` names the newest row, `mine` says that he wrote it.
 */
export function useScroll(list: RefObject<HTMLDivElement>, firstKey: string, lastKey: string, mine: boolean, size: number) {
  const [atEnd, setAtEnd] = useState(true)
  const place = useRef({ firstKey: '', lastKey: '', height: 0, top: 0, atEnd: true })

  const toEnd = useCallback((smooth = false) => {
    const element = list.current
    if (element) element.scrollTo({ top: element.scrollHeight, behavior: smooth ? 'smooth' : 'instant' })
  }, [list])

  const watch = useCallback(() => {
    const element = list.current
    if (!element) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    // Content that grows below also makes the end far away; only scrolling up means leaving it.
    const wentUp = element.scrollTop < place.current.top - 1
    place.current.top = element.scrollTop
    place.current.atEnd = near || (place.current.atEnd && !wentUp)
    setAtEnd(place.current.atEnd)
  }, [list])

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const before = place.current
    const grown = element.scrollHeight - before.height
    if (before.lastKey !== lastKey && mine) before.atEnd = true
    if (before.atEnd) toEnd()
    else if (before.firstKey && before.firstKey !== firstKey && grown > 0) element.scrollTop += grown
    place.current = { firstKey, lastKey, height: element.scrollHeight, top: element.scrollTop, atEnd: before.atEnd }
  }, [list, firstKey, lastKey, mine, size, toEnd])

  // Pictures that load, the keyboard that opens: the end stays the end.
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      if (place.current.atEnd) toEnd()
      place.current.height = element.scrollHeight
    })
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [list, toEnd])

  return { atEnd, toEnd, watch }
}
