import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'

export interface VirtualListHandle {
  show(index: number): void
}

interface Props<T> {
  items: T[]
  itemHeight: number
  label: string
  selected: number
  handle?: Ref<VirtualListHandle>
  keyOf(item: T): string
  render(item: T, isCursor: boolean): ReactNode
  onChoose(item: T): void
  onNearEnd?(): void
}

const SPARE = 6

/** A list of equal rows that draws only what can be seen; up, down, home, end and enter work. */
export function VirtualList<T>({ items, itemHeight, label, selected, handle, keyOf, render, onChoose, onNearEnd }: Props<T>) {
  const place = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const [cursor, setCursor] = useState(-1)

  useLayoutEffect(() => {
    const element = place.current!
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight || 800 })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const show = (index: number) => {
    const element = place.current
    if (!element || index < 0) return
    const top = index * itemHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + itemHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + itemHeight - element.clientHeight
    }
  }
  useImperativeHandle(handle, () => ({ show }))

  const active = cursor >= 0 && cursor < items.length ? cursor : selected
  const move = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to))
    setCursor(next)
    show(next)
  }
  const from = Math.max(0, Math.floor(view.top / itemHeight) - SPARE)
  const to = Math.min(items.length, Math.ceil((view.top + view.height) / itemHeight) + SPARE)
  const idOf = (item: T) => `row-${keyOf(item)}`

  return (
    <div
      ref={place}
      className="scroll"
      style={{ flex: 1, minHeight: 0, outlineOffset: -2 }}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={items[active] ? idOf(items[active]) : undefined}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
        setView({ top: scrollTop, height: clientHeight })
        if (scrollHeight - scrollTop - clientHeight < 10 * itemHeight) onNearEnd?.()
      }}
      onBlur={() => setCursor(-1)}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: items.length - 1 }
        const target = steps[event.key]
        if (target !== undefined) move(target)
        else if (event.key === 'Enter' && items[active]) onChoose(items[active])
        else return
        event.preventDefault()
      }}
    >
      <div style={{ height: items.length * itemHeight, position: 'relative' }}>
        {items.slice(from, to).map((item, index) => (
          <div
            key={keyOf(item)}
            id={idOf(item)}
            role="option"
            aria-selected={from + index === selected}
            aria-setsize={items.length}
            aria-posinset={from + index + 1}
            style={{ position: 'absolute', insetInline: 0, top: (from + index) * itemHeight, height: itemHeight }}
            onClick={() => onChoose(item)}
          >
            {render(item, from + index === active)}
          </div>
        ))}
      </div>
    </div>
  )
}
