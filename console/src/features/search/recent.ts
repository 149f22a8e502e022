import { createStoredStore, useStore } from '@/shared/state/store'

const MOST = 6

const recent = createStoredStore<{ words: string[] }>('huixiang.searches', { words: [] })

export function useRecentSearches(): string[] {
  return useStore(recent, (kept) => kept.words)
}

/** Words that led somewhere; the latest first, each once. */
export function rememberSearch(words: string) {
  const text = words.trim()
  if (text) recent.set(({ words: before }) => ({ words: [text, ...before.filter((each) => each !== text)].slice(0, MOST) }))
}

export function forgetSearches() {
  recent.set({ words: [] })
}
