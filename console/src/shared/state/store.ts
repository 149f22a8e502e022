import { useSyncExternalStore } from 'react'

/** A small piece of client state outside of React: drafts, preferences, what is pinned. Never server state. */
export interface Store<T> {
  get(): T
  set(next: T | ((before: T) => T)): void
  subscribe(watcher: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next
      if (Object.is(after, value)) return
      value = after
      watchers.forEach((watcher) => watcher())
    },
    subscribe(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The same, kept in localStorage and shared with other tabs of this browser. */
export function createStoredStore<T extends object>(key: string, initial: T): Store<T> {
  const store = createStore<T>(read(key, initial))
  store.subscribe(() => {
    try {
      localStorage.setItem(key, JSON.stringify(store.get()))
    } catch {
      // A full or forbidden storage costs the convenience, not the work.
    }
  })
  window.addEventListener('storage', (event) => {
    if (event.key === key) store.set(read(key, initial))
  })
  return store
}

function read<T extends object>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key)
    return text ? { ...initial, ...JSON.parse(text) } : initial
  } catch {
    return initial
  }
}

export function useStore<T>(store: Store<T>): T
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S
export function useStore<T, S>(store: Store<T>, select?: (value: T) => S) {
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()))
}
