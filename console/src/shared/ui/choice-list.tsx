import type { ReactNode } from 'react'
import './choice-list.css'

interface Props<T extends { id: string }> {
  label: string
  items: T[]
  value: string | null
  onChange(id: string): void
  onEnter?(): void
  filter?: ReactNode
  nothing: string
  render(item: T): ReactNode
}

/** One of several; the arrows choose also while the filter has the focus. */
export function ChoiceList<T extends { id: string }>(props: Props<T>) {
  const { items, value, onChange, onEnter } = props
  const at = items.findIndex((item) => item.id === value)
  return (
    <div
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const next = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null
        if (next !== null && items[next]) onChange(items[next].id)
        else if (event.key === 'Enter' && at >= 0) onEnter?.()
        else return
        event.preventDefault()
      }}
    >
      {props.filter}
      <div className="choices scroll" role="listbox" aria-label={props.label} tabIndex={props.filter ? -1 : 0}>
        {items.map((item) => (
          <div key={item.id} role="option" aria-selected={item.id === value} className="choice" onClick={() => onChange(item.id)}>
            {props.render(item)}
          </div>
        ))}
        {items.length === 0 && <p className="choice-nothing">{props.nothing}</p>}
      </div>
    </div>
  )
}
