import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeHub } from '../testing/fake-hub'
import { aConversation } from '../testing/messages'
import { type Store, memoryStore } from './storage'
import { Visitor } from './visitor'

const lin = { identity: '{"id":"M1001","name":"林晓"}', signature: 'good' }

function visitorOn(hub: FakeHub, store: Store = memoryStore()) {
  return new Visitor({
    site: 'demo', store, rest: hub.rest, socket: hub.socket, poll: hub.poll,
    upload: () => async (file) => ({ id: 'f1', url: '/files/f1/s', name: file.name, type: file.type, size: file.size }),
  })
}

async function arrived(hub: FakeHub, store?: Store) {
  const visitor = visitorOn(hub, store)
  await visitor.begin()
  await vi.advanceTimersByTimeAsync(10)
  return visitor
}

const texts = (visitor: Visitor) => visitor.state.messages.map((message) => (message.kind === 'text' ? message.body.text : message.kind))

describe('the visitor', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-20T06:00:00Z') }))
  afterEach(() => void vi.useRealTimers())

  it('speaks once and sees his message delivered', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    visitor.say('你好')
    await vi.advanceTimersByTimeAsync(10)
    expect(texts(visitor)).toEqual(['你好'])
    expect(visitor.state.outgoing).toEqual([])
  })

  it('sends again with the same id when the acknowledgement was lost, and it is stored once', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    hub.losesAcks = true
    visitor.say('你好')
    await vi.advanceTimersByTimeAsync(1)
    expect(visitor.state.outgoing).toHaveLength(1)
    hub.losesAcks = false
    hub.cut()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(new Set(hub.posts.map((post) => post.clientId)).size).toBe(1)
    expect(hub.frames.flatMap((frame) => (frame.type === 'post' ? [frame.again ?? false] : []))[0]).toBe(false)
    expect(hub.messages).toHaveLength(1)
    expect(texts(visitor)).toEqual(['你好'])
    expect(visitor.state.outgoing).toEqual([])
  })

  it('says that a message may be there already when it goes out a second time', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    hub.deaf = true
    visitor.say('你好')
    await vi.advanceTimersByTimeAsync(1)
    hub.deaf = false
    hub.cut()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(hub.frames.flatMap((frame) => (frame.type === 'post' ? [frame.again ?? false] : []))).toEqual([false, true])
    expect(texts(visitor)).toEqual(['你好'])
  })

  it('tells with the first message where he is, and not again while the conversation is open', async () => {
    const hub = new FakeHub()
    const visitor = visitorOn(hub)
    await visitor.surround({ page: { title: '云眠四件套', url: 'https://shop.example/p/1' } })
    await visitor.begin()
    await vi.advanceTimersByTimeAsync(10)
    visitor.say('有货吗')
    await vi.advanceTimersByTimeAsync(10)
    hub.broadcast({ type: 'conversation', conversation: aConversation({ lastSeq: 1 }) })
    visitor.say('在吗')
    await vi.advanceTimersByTimeAsync(10)
    expect(hub.frames.flatMap((frame) => (frame.type === 'post' ? [frame.page?.title] : []))).toEqual(['云眠四件套', undefined])
  })

  it('keeps what was written without a network and delivers it in order after a reload', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    const before = await arrived(hub, store)
    hub.reachable = false
    hub.cut()
    before.say('第一句')
    before.say('第二句')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(before.state.outgoing.map((item) => item.state)).toEqual(['waiting', 'waiting'])
    before.leave()
    hub.reachable = true
    const after = await arrived(hub, store)
    expect(texts(after)).toEqual(['第一句', '第二句'])
    expect(after.state.outgoing).toEqual([])
  })

  it('catches up over a gap without being told twice', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    hub.say({ seq: 1, body: { text: '一' } })
    hub.say({ seq: 2, body: { text: '二' } }, false)
    hub.say({ seq: 3, body: { text: '三' } })
    await vi.advanceTimersByTimeAsync(10)
    expect(hub.asked).toContain('/api/visitor/messages?conversation=c1&after=1&limit=100')
    expect(texts(visitor)).toEqual(['一', '二', '三'])
  })

  it('learns what it missed while the line was cut', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    hub.say({ seq: 1 })
    hub.cut()
    hub.say({ seq: 2 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(visitor.state.messages.map((message) => message.seq)).toEqual([1, 2])
    expect(hub.frames.filter((frame) => frame.type === 'hello').at(-1)).toMatchObject({ conversation: 'c1', after: 1 })
  })

  it('comes to life by itself when the hub was away as he opened the page', async () => {
    const hub = new FakeHub()
    hub.reachable = false
    const visitor = visitorOn(hub)
    await visitor.begin()
    expect(visitor.state.phase).toBe('failed')
    hub.reachable = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(visitor.state).toMatchObject({ phase: 'ready', link: 'live', failure: null })
  })

  it('counts unread answers until he looks, and reports how far he read', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    hub.say({ seq: 1 })
    hub.say({ seq: 2 })
    expect(visitor.state.unread).toBe(2)
    visitor.attend(true)
    expect(visitor.state.unread).toBe(0)
    await vi.advanceTimersByTimeAsync(500)
    expect(hub.frames.at(-1)).toEqual({ type: 'read', conversation: 'c1', delivered: 2, read: 2 })
  })

  it('sends no receipt for his own words', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    visitor.attend(true)
    visitor.say('你好')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(hub.frames.filter((frame) => frame.type === 'read')).toEqual([])
  })

  it('keeps what he had read over a reload', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    const before = await arrived(hub, store)
    hub.say({ seq: 1 })
    before.attend(true)
    hub.say({ seq: 2 }, false)
    expect((await arrived(hub, store)).state.unread).toBe(1)
  })

  it('sends the chosen issue type with the first message only', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    visitor.choose('logistics')
    visitor.say('到哪了')
    visitor.say('在吗')
    await vi.advanceTimersByTimeAsync(10)
    expect(hub.posts.map((post) => post.issue)).toEqual(['logistics', undefined])
  })

  it('shows a refused message with its sentence and offers it again', async () => {
    const hub = new FakeHub()
    const visitor = await arrived(hub)
    visitor.say('违禁')
    await vi.advanceTimersByTimeAsync(10)
    expect(visitor.state.outgoing).toMatchObject([{ state: 'failed', refusal: { zh: '内容不合适' } }])
  })

  it('talks by REST where only long polling gets through', async () => {
    const hub = new FakeHub()
    hub.sockets = false
    const visitor = visitorOn(hub)
    await visitor.begin()
    await vi.advanceTimersByTimeAsync(10_000)
    visitor.say('你好')
    await vi.advanceTimersByTimeAsync(10)
    expect(visitor.state.link).toBe('polling')
    expect(texts(visitor)).toEqual(['你好'])
  })

  it('welcomes him back after hours of absence', async () => {
    const hub = new FakeHub()
    const store = memoryStore()
    const before = await arrived(hub, store)
    hub.say({ seq: 1 })
    before.stillHere()
    vi.setSystemTime(Date.parse('2026-11-20T12:00:00Z'))
    expect((await arrived(hub, store)).state.welcomeBack).toBe(true)
  })

  it('takes an unknown visitor and his unsent words along when the shop names him', async () => {
    const hub = new FakeHub()
    hub.customerOf = (request) => (request.identity ? { id: 'm1', name: '林晓', known: true } : { id: 'v1', name: '访客', known: false })
    const visitor = await arrived(hub)
    await visitor.surround({ signed: lin })
    await vi.advanceTimersByTimeAsync(10)
    expect(visitor.state.customer).toMatchObject({ name: '林晓', known: true })
    expect(hub.sessions[1]?.token).toBe('token-1')
  })

  it('is a new visitor after sign-out, even when the next one signs in at once', async () => {
    const hub = new FakeHub()
    hub.customerOf = (request) => (request.identity ? { id: String(request.identity), name: '会员', known: true } : { id: `v${hub.sessions.length}`, name: '访客', known: false })
    const store = memoryStore()
    const visitor = await arrived(hub, store)
    await visitor.surround({ signed: lin })
    hub.say({ seq: 1 })
    const leaving = visitor.reset()
    const coming = visitor.surround({ signed: { identity: '{"id":"M1002"}', signature: 'good' } })
    hub.messages.length = 0
    hub.conversation = null
    await Promise.all([leaving, coming])
    await vi.advanceTimersByTimeAsync(10)
    expect(visitor.state.customer?.id).toBe('{"id":"M1002"}')
    expect(visitor.state.messages).toEqual([])
    expect(visitor.state.unread).toBe(0)
    expect(hub.sessions.slice(2).every((request) => request.token !== 'token-1')).toBe(true)
  })

  it('is one person on all tabs: the last sign-in counts', async () => {
    const hub = new FakeHub()
    hub.customerOf = (request) => ({ id: String(request.identity ?? 'kept'), name: '会员', known: true })
    const store = memoryStore()
    const one = await arrived(hub, store)
    const two = await arrived(hub, store)
    await one.surround({ signed: lin })
    await two.surround({ signed: { identity: '{"id":"M1002"}', signature: 'good' } })
    const before = hub.sessions.length
    one.storageChanged(one.sessionKey)
    await vi.advanceTimersByTimeAsync(100)
    expect(hub.sessions.length).toBe(before + 1)
    expect(hub.sessions.at(-1)).toMatchObject({ token: two['session'].token })
    expect(hub.sessions.at(-1)?.identity).toBeUndefined()
  })

  it('moves in the queue and is told who took him over', async () => {
    const hub = new FakeHub()
    hub.conversation = aConversation({ state: 'queued', agent: null, queue: { ahead: 2, estimateSeconds: 40 } })
    const visitor = await arrived(hub)
    hub.broadcast({ type: 'queue', ahead: 1, estimateSeconds: 20 })
    expect(visitor.state.conversation?.queue).toEqual({ ahead: 1, estimateSeconds: 20 })
    hub.broadcast({ type: 'conversation', conversation: aConversation() })
    expect(visitor.state.conversation).toMatchObject({ state: 'held', agent: { name: '阿宁' } })
  })
})
