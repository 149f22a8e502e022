import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ApiProblem } from '@/shared/api/client'
import type { Content, Me, Message, Row } from '@/shared/api/types'
import type { ServerFrame } from '@/shared/live/frames'
import { useLive } from '@/shared/live/live'
import type { LiveSocket } from '@/shared/live/socket'
import { now } from '@/shared/time/clock'
import { keys, postMessage } from './api'
import { rowHears } from './rows'
import { confirm, discard, enqueue, fail, merge, tryAgain, type Outgoing, type Thread } from './thread'

/** How long the live answer may take before the message goes by REST as well. */
export const patience = { acknowledged: 5000 }

interface Waiting {
  customerId: string
  preview: string
  timer: ReturnType<typeof setTimeout>
}

const waiting = new Map<string, Waiting>()

type Ack = Extract<ServerFrame, { type: 'ack' }>
type Refusal = Extract<ServerFrame, { type: 'refused' }>

/**
 * Sending: the message is shown at once under an id of ours, goes out live, and by REST under the same id when the
 * answer does not come. The record keeps it once, however often it was sent.
 */
export function useOutbox(row: Row | undefined, me: Me) {
  const client = useQueryClient()
  const live = useLive()
  return useMemo(() => {
    const update = (change: (thread: Thread) => Thread) => {
      if (row) client.setQueryData<Thread>(keys.thread(row.customer.id), (thread) => thread && change(thread))
    }
    return {
      send(content: Content, preview: string, replyTo?: Message['replyTo']) {
        if (!row) return
        const clientId = crypto.randomUUID()
        const at = new Date(now()).toISOString()
        const message: Outgoing = { clientId, conversationId: row.id, content, replyTo, at, state: 'sending' }
        update((thread) => enqueue(thread, message))
        dispatch(client, live, me, row.customer.id, message, preview)
      },
      resend(message: Outgoing, preview: string) {
        if (!row) return
        update((thread) => tryAgain(thread, message.clientId))
        dispatch(client, live, me, row.customer.id, message, preview)
      },
      discard(clientId: string) {
        update((thread) => discard(thread, clientId))
      },
    }
  }, [client, live, row?.id, row?.customer.id, me])
}

function dispatch(client: QueryClient, live: LiveSocket, me: Me, customerId: string, message: Outgoing, preview: string) {
  const { clientId, conversationId, content, replyTo } = message
  const byRest = () => {
    waiting.delete(clientId)
    postMessage(conversationId, { clientId, ...content, replyTo: replyTo?.seq })
      .then((stored) => {
        update(client, customerId, (thread) => merge(thread, [{ ...stored, clientId }]))
        rowHears(client, stored, me.id, true, preview)
      })
      .catch((problem: unknown) => {
        const { code, zh, en } = problem instanceof ApiProblem ? problem : ApiProblem.unreachable()
        update(client, customerId, (thread) => fail(thread, clientId, { code, zh, en }))
      })
  }
  const isLive = live.getState() === 'open'
  const sent = isLive && live.send({ type: 'post', clientId, conversation: conversationId, replyTo: replyTo?.seq, ...content })
  if (sent) waiting.set(clientId, { customerId, preview, timer: setTimeout(byRest, patience.acknowledged) })
  else byRest()
}

export function heardAck(client: QueryClient, ack: Ack, me: Me) {
  const sent = waiting.get(ack.clientId)
  if (!sent) return
  clearTimeout(sent.timer)
  waiting.delete(ack.clientId)
  const author = { kind: 'agent' as const, id: me.id, name: me.nickname, avatar: me.avatar }
  update(client, sent.customerId, (thread) => {
    const message = thread.outgoing.find((mine) => mine.clientId === ack.clientId)
    if (message) {
      const { conversation: conversationId, seq, sentAt } = ack
      const stored = { ...message.content, conversationId, seq, sentAt, author } as Message
      rowHears(client, stored, me.id, true, sent.preview)
    }
    return confirm(thread, ack, author)
  })
}

export function heardRefusal(client: QueryClient, refusal: Refusal) {
  const sent = refusal.clientId ? waiting.get(refusal.clientId) : undefined
  if (!sent || !refusal.clientId) return
  clearTimeout(sent.timer)
  waiting.delete(refusal.clientId)
  const { clientId, code, zh, en } = refusal
  update(client, sent.customerId, (thread) => fail(thread, clientId, { code, zh, en }))
}

function update(client: QueryClient, customerId: string, change: (thread: Thread) => Thread) {
  client.setQueryData<Thread>(keys.thread(customerId), (thread) => thread && change(thread))
}
