import { Refusal } from './api'

/** What was written and is not on the record yet. It survives a reload, and each entry keeps its id, so sending twice is harmless. */
export interface Parcel {
  clientId: string
  conversation: string
  kind: 'text' | 'picture'
  body: Record<string, unknown>
  at: string
  refused?: { zh: string; en: string }
}

interface Shelf {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const KEY = 'huixiang.store.outbox'
const LONGEST_WAIT_MS = 15_000

export class Outbox {
  private parcels: Parcel[]
  private sending = false
  private failures = 0
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly shelf: Shelf,
    private readonly send: (parcel: Parcel) => Promise<void>,
    private readonly changed: () => void,
  ) {
    this.parcels = JSON.parse(shelf.getItem(KEY) ?? '[]') as Parcel[]
  }

  of(conversation: string): Parcel[] {
    return this.parcels.filter((parcel) => parcel.conversation === conversation)
  }

  get waiting(): number {
    return this.parcels.filter((parcel) => !parcel.refused).length
  }

  put(parcel: Parcel): void {
    this.parcels.push(parcel)
    this.keep()
    void this.flush()
  }

  /** Thrown away by hand: it was refused and will never be sent. */
  drop(clientId: string): void {
    this.parcels = this.parcels.filter((parcel) => parcel.clientId !== clientId)
    this.keep()
  }

  /** One after the other, in the order in which they were written; what cannot be sent now is sent later. */
  async flush(): Promise<void> {
    if (this.sending) return
    this.sending = true
    clearTimeout(this.retry)
    try {
      for (let next = this.next(); next; next = this.next()) {
        try {
          await this.send(next)
          this.drop(next.clientId)
          this.failures = 0
        } catch (problem) {
          if (!(problem instanceof Refusal) || problem.status === 0 || problem.status >= 500 || problem.status === 429) {
            this.failures += 1
            this.retry = setTimeout(() => void this.flush(), Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.failures))
            return
          }
          next.refused = { zh: problem.zh, en: problem.en }
          this.keep()
        }
      }
    } finally {
      this.sending = false
    }
  }

  private next(): Parcel | undefined {
    return this.parcels.find((parcel) => !parcel.refused)
  }

  private keep(): void {
    this.shelf.setItem(KEY, JSON.stringify(this.parcels))
    this.changed()
  }
}
