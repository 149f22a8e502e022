/** Two marks the loader keeps on the shop's own origin; without storage it simply does not remember. */
export interface Memory {
  has(mark: string): boolean
  put(mark: string): void
  drop(mark: string): void
}

/** The same with words, for the trail. */
export function keepOf(site: string) {
  const key = (mark: string) => `huixiang.${site}.trail.${mark}`
  const aside = new Map<string, string>()
  return {
    get: (mark: string) => {
      try {
        return localStorage.getItem(key(mark))
      } catch {
        return aside.get(mark) ?? null
      }
    },
    set: (mark: string, value: string) => {
      try {
        localStorage.setItem(key(mark), value)
      } catch {
        aside.set(mark, value)
      }
    },
    drop: (mark: string) => {
      aside.delete(mark)
      try {
        localStorage.removeItem(key(mark))
      } catch {
        // Nothing was kept there.
      }
    },
  }
}

export function memoryOf(site: string): Memory {
  const key = (mark: string) => `huixiang.${site}.${mark}`
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  return {
    has: (mark) => attempt(() => localStorage.getItem(key(mark)) !== null, false),
    put: (mark) => attempt(() => localStorage.setItem(key(mark), '1'), undefined),
    drop: (mark) => attempt(() => localStorage.removeItem(key(mark)), undefined),
  }
}
