import { api, query } from './client'
import type { Page } from './types'

/** Everything of a list that the server hands out in pages; settings are small enough to be read whole. */
export async function readAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const all: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await api('GET', path + query({ cursor, limit: 200 }), undefined, signal)
    all.push(...page.items)
    cursor = page.next
  } while (cursor)
  return all
}
