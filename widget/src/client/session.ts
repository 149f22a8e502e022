import type { Identity, SessionAnswer } from './protocol'
import { Refusal } from './protocol'
import type { Rest } from './rest'
import { type Store, readJson } from './storage'

/** What stays in the browser between visits. */
interface Kept {
  token: string
  customer: string
  /** The shop's own id of the member this token was issued for; absent for an unknown visitor. */
  member?: string
}

/** Who is talking: keeps the token, uses it again at the next visit, and forgets it when the customer signs out. */
export class Session {
  /** How the shop's pages know this browser, where they do: what was looked at there and what is said here are one customer's. */
  anonymousId: string | undefined
  private kept: Kept | null

  constructor(
    private readonly site: string,
    private readonly rest: Rest,
    private readonly store: Store,
  ) {
    this.kept = readJson<Kept>(store, this.key)
  }

  get key(): string {
    return `huixiang.${this.site}.session`
  }

  get token(): string | null {
    return this.kept?.token ?? null
  }

  /** True when the customer has been here before. */
  get returning(): boolean {
    return this.kept !== null
  }

  /** Another tab may have signed in or out meanwhile; true when that makes this visitor somebody else. */
  reload(): boolean {
    const before = this.kept?.customer
    this.kept = readJson<Kept>(this.store, this.key)
    return this.kept?.customer !== before
  }

  async begin(signed?: Identity): Promise<{ answer: SessionAnswer; refused: Refusal | null }> {
    const member = signed ? memberOf(signed) : undefined
    // Somebody else signed in on this browser: nothing of the former member's goes with him.
    if (signed && this.kept?.member && this.kept.member !== member) this.forget()
    try {
      return { answer: await this.ask(signed, member), refused: null }
    } catch (trouble) {
      if (!(trouble instanceof Refusal) || trouble.passing || trouble.status >= 500) throw trouble
      if (!signed && !this.kept) throw trouble
      // Either the token has expired, or the signature did not hold. A token stays only with the member it was issued for:
      // whoever sits there now must not read on as somebody else.
      if (!signed || this.kept?.member !== member) this.forget()
      return { answer: await this.ask(undefined, this.kept?.member), refused: signed ? trouble : null }
    }
  }

  forget(): void {
    this.kept = null
    this.store.remove(this.key)
  }

  private async ask(signed: Identity | undefined, member: string | undefined): Promise<SessionAnswer> {
    const answer = await this.rest.send<SessionAnswer>('POST', '/api/visitor/session', {
      site: this.site,
      ...(this.kept ? { token: this.kept.token } : {}),
      ...(signed ? { identity: signed.identity, signature: signed.signature } : {}),
      ...(this.anonymousId ? { anonymousId: this.anonymousId } : {}),
    })
    this.kept = { token: answer.token, customer: answer.customer.id, ...(member ? { member } : {}) }
    this.store.set(this.key, JSON.stringify(this.kept))
    return answer
  }
}

export function memberOf(signed: Identity): string | undefined {
  try {
    const id = (JSON.parse(signed.identity) as { id?: unknown }).id
    return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
  } catch {
    return undefined
  }
}
