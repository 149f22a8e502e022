// Browsers may refuse storage inside a foreign page; the chat then works on, it only forgets at reload.

export interface Store {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
}

export function memoryStore(): Store {
  const values = new Map<string, string>()
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}

export function browserStore(): Store {
  try {
    const storage = window.localStorage
    storage.setItem('huixiang.probe', '1')
    storage.removeItem('huixiang.probe')
    return {
      get: (key) => storage.getItem(key),
      set: (key, value) => {
        try {
          storage.setItem(key, value)
        } catch {
          // A full storage must not stop the conversation.
        }
      },
      remove: (key) => storage.removeItem(key),
    }
  } catch {
    return memoryStore()
  }
}

export function readJson<T>(store: Store, key: string): T | null {
  const text = store.get(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
