import type { ChatState } from '../client/state'
import type { VisitorConversation } from '../client/protocol'
import type { Words } from '../text/language'
import { duration } from '../text/time'

export type Tone = 'calm' | 'busy' | 'off'

export interface Standing {
  who: string
  sentence: string
  tone: Tone
}

/** The honest sentence under the shop's name: who is there, or how long it will take. */
export function standingOf(state: ChatState, words: Words): Standing {
  const { text } = words
  const conversation = state.conversation
  const bot = state.site?.botName ?? ''
  if (state.phase !== 'ready') return { who: '', sentence: text.standing.starting, tone: 'off' }
  if (state.link === 'broken') return { who: '', sentence: text.standing.offline, tone: 'off' }
  if (conversation?.leftMessage && conversation.state !== 'held') return { who: '', sentence: text.standing.left, tone: 'calm' }
  switch (conversation?.state) {
    case 'held':
      return { who: conversation.agent?.name ?? '', sentence: state.agentTyping ? text.standing.typing : text.standing.held, tone: 'calm' }
    case 'queued':
      return { who: '', sentence: queueSentence(conversation.queue, words), tone: 'busy' }
    case 'closed':
      return { who: '', sentence: text.standing.closed, tone: 'off' }
    case 'reception':
      return { who: bot, sentence: text.standing.reception, tone: 'calm' }
    case undefined:
      return { who: bot, sentence: text.standing.ready, tone: 'calm' }
  }
}

export function queueSentence(queue: VisitorConversation['queue'], words: Words): string {
  const { standing } = words.text
  if (!queue) return standing.connecting
  const place = queue.ahead > 0 ? standing.ahead(queue.ahead) : queue.estimateSeconds === null ? standing.first : standing.next
  const separator = words.language === 'zh-CN' ? '，' : ', '
  return queue.estimateSeconds === null ? place : `${place}${separator}${standing.about(duration(queue.estimateSeconds, words))}`
}
