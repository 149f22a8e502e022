import type { Message } from '@/shared/api/types'
import { createStore } from '@/shared/state/store'

/** The message the next one answers to. */
export const quoting = createStore<{ conversationId: string; quoted: NonNullable<Message['replyTo']> } | null>(null)
