/** Two marks the loader keeps on the shop's own origin; without storage it simply does not remember. */
export interface Memory {
  has(mark: string): boolean
  put(mark: string): void
  drop(mark: string): void
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
