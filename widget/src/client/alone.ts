type Work<T> = () => Promise<T>

/** The part of the browser's locks that is needed here. */
export interface Locks {
  request<T>(name: string, work: Work<T>): Promise<T>
}

/** One tab at a time. A browser may keep its locks from a frame on a foreign page; the chat then works without them. */
export function alone(locks: Locks): <T>(name: string, work: Work<T>) => Promise<T> {
  return async <T>(name: string, work: Work<T>) => {
    let begun = false
    try {
      return await locks.request(name, () => {
        begun = true
        return work()
      })
    } catch (trouble) {
      if (begun) throw trouble
      return work()
    }
  }
}
