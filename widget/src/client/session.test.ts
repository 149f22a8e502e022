import { describe, expect, it } from 'vitest'
import { FakeHub } from '../testing/fake-hub'
import { Session } from './session'
import { memoryStore } from './storage'

const lin = { identity: '{"id":"M1001","name":"林晓"}', signature: 'good' }
const chen = { identity: '{"id":"M1002","name":"陈默"}', signature: 'good' }

function sessionOn(hub: FakeHub, store = memoryStore()) {
  return new Session('demo', hub.rest(() => null), store)
}

describe('the session', () => {
  it('uses the token of the last visit again', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    await sessionOn(hub, store).begin()
    const next = sessionOn(hub, store)
    expect(next.returning).toBe(true)
    await next.begin()
    expect(hub.sessions.map((request) => request.token)).toEqual([undefined, 'token-1'])
    expect(next.token).toBe('token-1')
  })

  it('begins anew when the hub no longer knows the token', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    await sessionOn(hub, store).begin()
    hub.knowsTokens = false
    const session = sessionOn(hub, store)
    await session.begin()
    expect(session.token).toBe('token-2')
  })

  it('brings the token of the unknown visitor along when the shop names him', async () => {
    const hub = new FakeHub()
    const session = sessionOn(hub)
    await session.begin()
    await session.begin(lin)
    expect(hub.sessions[1]).toMatchObject({ token: 'token-1', identity: lin.identity, signature: 'good' })
  })

  it('never brings the token of one member along to another', async () => {
    const hub = new FakeHub()
    const session = sessionOn(hub)
    await session.begin(lin)
    await session.begin(chen)
    expect(hub.sessions[1]?.token).toBeUndefined()
  })

  it('drops to an unknown visitor when the signature does not hold, and says why', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    await sessionOn(hub, store).begin(lin)
    const session = sessionOn(hub, store)
    const { refused } = await session.begin({ ...chen, signature: 'forged' })
    expect(refused?.code).toBe('visitor.signature')
    expect(hub.sessions.at(-1)).toEqual({ site: 'demo' })
    expect(session.token).toBe('token-2')
  })

  it('keeps the token when the hub is merely out of reach', async () => {
    const hub = new FakeHub()
    const session = sessionOn(hub)
    await session.begin()
    hub.reachable = false
    await expect(session.begin()).rejects.toMatchObject({ code: 'network.offline' })
    expect(session.token).toBe('token-1')
  })

  it('forgets at sign-out', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    const session = sessionOn(hub, store)
    await session.begin(lin)
    session.forget()
    expect(store.get(session.key)).toBeNull()
    expect(sessionOn(hub, store).returning).toBe(false)
  })
})
