import type { Message, VisitorConversation } from '../client/protocol'

type Said = Partial<Message> & { seq: number }

const START = Date.parse('2026-11-20T02:00:00Z')

function said(author: Message['author'], { seq, conversationId = 'c1', ...rest }: Said): Message {
  return {
    conversationId, seq, prev: null, kind: 'text', body: { text: `第 ${seq} 句` }, author,
    sentAt: new Date(START + seq * 1000).toISOString(), recalled: false, ...rest,
  } as Message
}

export const fromAgent = (message: Said) => said({ kind: 'agent', name: '阿宁' }, message)
export const fromCustomer = (message: Said) => said({ kind: 'customer', name: '林晓' }, message)
export const fromSystem = (message: Said) =>
  said({ kind: 'system' }, { kind: 'system', body: { event: 'assigned', zh: '阿宁为您服务', en: 'A colleague is with you' }, ...message } as Said)

export function aConversation(part: Partial<VisitorConversation> = {}): VisitorConversation {
  return { id: 'c1', state: 'held', agent: { name: '阿宁' }, queue: null, lastSeq: 0, readByAgent: 0, leftMessage: false, ...part }
}
