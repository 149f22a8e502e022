import { useEffect, useId } from 'react'
import { createStore, useStore } from './store'

const places = createStore<ReadonlySet<string>>(new Set())

/** While a form holds what nobody has saved, leaving the page asks first. */
export function useUnsaved(isUnsaved: boolean) {
  const place = useId()
  useEffect(() => {
    if (!isUnsaved) return
    places.set((before) => new Set([...before, place]))
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      places.set((before) => new Set([...before].filter((each) => each !== place)))
    }
  }, [isUnsaved, place])
}

export function useAnythingUnsaved(): boolean {
  return useStore(places, (open) => open.size > 0)
}

export function anythingUnsaved(): boolean {
  return places.get().size > 0
}
