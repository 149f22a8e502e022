import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Me, Message, Row } from '@/shared/api/types'
import { useText, type Text } from '@/shared/i18n/text'
import type { ServerFrame } from '@/shared/live/frames'
import { useFrames, useLive, useLiveState } from '@/shared/live/live'
import { getConversation, keys, messagesAfter, putReading } from './api'
import { tabOf } from './lists'
import { heardAck, heardRefusal } from './outbox'
import { previewOf } from './preview'
import { changeRow, findRow, rowHears, storeRow } from './rows'
import { lastSeen, merge, receive, type Thread } from './thread'

/** The conversation on the screen, when somebody really looks at it. */
let lookedAt: string | null = null

export function isLookedAt(conversationId: string) {
  return lookedAt === conversationId && document.visibilityState === 'visible' && document.hasFocus()
}

/** Writes what the application tells us into the query cache. Used once, in the frame of the console. */
export function useConversationFrames(me: Me) {
  const client = useQueryClient()
  const t = useText()
  useFrames((frame) => hear(client, frame, me, t))
}

function hear(client: QueryClient, frame: ServerFrame, me: Me, t: Text) {
  switch (frame.type) {
    case 'welcome':
      // Whatever was missed while we were away is read again; threads join what they find to what they know.
      void client.invalidateQueries({ queryKey: ['conversations'] })
      void client.invalidateQueries({ queryKey: ['conversation'] })
      void client.invalidateQueries({ queryKey: ['thread'] })
      return
    case 'message':
      return hearMessage(client, frame.message, me, t)
    case 'messages':
      hearMany(client, frame.conversation, frame.items)
      if (frame.more) void fillGap(client, frame.conversation)
      return
    case 'conversation':
      return storeRow(client, frame.row, me.id)
    case 'ack':
      return heardAck(client, frame, me)
    case 'refused':
      return heardRefusal(client, frame)
    case 'typing':
      return hearTyping(client, frame.conversation, frame.text)
    case 'reading':
      if (frame.by === 'customer') {
        changeRow(client, frame.conversation, (row) => ({
          ...row,
          customerDelivered: Math.max(row.customerDelivered, frame.delivered, frame.read),
          customerRead: Math.max(row.customerRead, frame.read),
        }))
      }
      return
    case 'clock':
    case 'warning':
    case 'wall':
    case 'task':
    case 'presence':
    case 'notice':
    case 'pong':
    case 'bye':
      return
  }
}

function hearMessage(client: QueryClient, message: Message, me: Me, t: Text) {
  if (!findRow(client, message.conversationId)) void meet(client, message.conversationId, me)
  rowHears(client, message, me.id, isLookedAt(message.conversationId), previewOf(message, t))
  if (message.author.kind === 'customer') hearTyping(client, message.conversationId, null)
  const key = threadKey(client, message.conversationId)
  const thread = key && client.getQueryData<Thread>(key)
  if (!thread) return
  const { thread: after, missingAfter } = receive(thread, message)
  if (missingAfter === null) client.setQueryData<Thread>(key, after)
  else void fillGap(client, message.conversationId)
}

const meeting = new Set<string>()

/** Somebody speaks in a conversation that stands in none of our lists: get to know it. */
async function meet(client: QueryClient, conversationId: string, me: Me) {
  if (meeting.has(conversationId)) return
  meeting.add(conversationId)
  try {
    storeRow(client, await getConversation(conversationId), me.id)
  } catch {
    // Not ours to read, then.
  } finally {
    meeting.delete(conversationId)
  }
}

function hearMany(client: QueryClient, conversationId: string, messages: Message[]) {
  const key = threadKey(client, conversationId)
  if (key) client.setQueryData<Thread>(key, (thread) => thread && merge(thread, messages))
}

const filling = new Map<string, Promise<void>>()

/** Reads everything after the last message we have. One reading at a time for each conversation. */
function fillGap(client: QueryClient, conversationId: string): Promise<void> {
  const running = filling.get(conversationId)
  if (running) return running
  const work = readOn(client, conversationId)
    .catch(() => undefined) // The next message sees the same gap and asks again.
    .finally(() => filling.delete(conversationId))
  filling.set(conversationId, work)
  return work
}

async function readOn(client: QueryClient, conversationId: string) {
  for (let more = true; more; ) {
    const key = threadKey(client, conversationId)
    const thread = key && client.getQueryData<Thread>(key)
    if (!thread) return
    const page = await messagesAfter(conversationId, lastSeen(thread, conversationId))
    hearMany(client, conversationId, page.items)
    more = page.more && page.items.length > 0
  }
}

function threadKey(client: QueryClient, conversationId: string) {
  const row = findRow(client, conversationId)
  return row ? keys.thread(row.customer.id) : null
}

const TYPING_FADES_AFTER = 8000
const fading = new Map<string, ReturnType<typeof setTimeout>>()

function hearTyping(client: QueryClient, conversationId: string, text: string | null) {
  clearTimeout(fading.get(conversationId))
  fading.delete(conversationId)
  client.setQueryData(keys.typing(conversationId), text)
  if (text) fading.set(conversationId, setTimeout(() => hearTyping(client, conversationId, null), TYPING_FADES_AFTER))
}

/** While a conversation is on the screen: hear all of it, and count what is seen as read. */
export function useOpenConversation(row: Row, me: Me, thread: Thread | undefined) {
  const { id: conversationId, lastSeq } = row
  const isMine = tabOf(row, me.id) === 'mine'
  const isGuest = isMine && row.agent?.id !== me.id
  const live = useLive()
  const state = useLiveState()
  const client = useQueryClient()
  const ready = thread !== undefined
  const seen = thread ? lastSeen(thread, conversationId) : 0

  useEffect(() => {
    lookedAt = conversationId
    return () => {
      if (lookedAt === conversationId) lookedAt = null
    }
  }, [conversationId])

  useEffect(() => {
    if (!ready || (state !== 'open' && state !== 'polling')) return
    live.send({ type: 'subscribe', conversation: conversationId, after: seen })
    // Who was invited goes on listening when he looks at something else.
    if (isGuest) return
    return () => {
      live.send({ type: 'unsubscribe', conversation: conversationId })
    }
    // Only the first number counts: afterwards the messages come by themselves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [live, state, conversationId, ready, isGuest])

  useEffect(() => {
    const upTo = Math.max(seen, lastSeq)
    const read = () => {
      // Who only looks over a colleague's shoulder has not read it for the shop.
      if (!isMine || !isLookedAt(conversationId) || upTo === 0) return
      markRead(client, live, conversationId, upTo)
    }
    read()
    window.addEventListener('focus', read)
    document.addEventListener('visibilitychange', read)
    return () => {
      window.removeEventListener('focus', read)
      document.removeEventListener('visibilitychange', read)
    }
  }, [client, live, conversationId, isMine, seen, lastSeq])
}

const told = new Map<string, number>()

function markRead(client: QueryClient, live: ReturnType<typeof useLive>, conversationId: string, seq: number) {
  changeRow(client, conversationId, (row) => (row.unread === 0 ? row : { ...row, unread: 0 }))
  if ((told.get(conversationId) ?? 0) >= seq) return
  told.set(conversationId, seq)
  if (live.send({ type: 'read', conversation: conversationId, read: seq })) return
  putReading(conversationId, seq).catch(() => told.delete(conversationId))
}
