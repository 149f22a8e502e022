import { describe, expect, it } from 'vitest'
import { chooseLanguage, wordsIn } from '../text/language'
import { duration } from '../text/time'
import { aConversation, fromAgent, fromCustomer, fromSystem } from '../testing/messages'
import { safeAddress, splitAddresses } from './addresses'
import { isContact } from './contact'
import { layRows } from './rows'
import { queueSentence } from './standing'

const nothing = { messages: [], outgoing: [], pictures: [], conversation: null, fresh: null }
const zh = wordsIn('zh-CN')

describe('rows', () => {
  it('puts one heading over each day', () => {
    const rows = layRows({ ...nothing, messages: [fromAgent({ seq: 1, sentAt: '2026-11-18T04:00:00Z' }), fromAgent({ seq: 2, sentAt: '2026-11-20T04:00:00Z' })] })
    expect(rows.map((row) => row.type)).toEqual(['day', 'message', 'day', 'message'])
  })

  it('groups what one person says in one breath', () => {
    const rows = layRows({ ...nothing, messages: [fromAgent({ seq: 1 }), fromAgent({ seq: 2 }), fromCustomer({ seq: 3 })] })
    expect(rows.flatMap((row) => (row.type === 'message' ? [[row.first, row.last]] : []))).toEqual([[true, false], [false, true], [true, true]])
  })

  it('says read up to the mark of the agent and delivered after it', () => {
    const messages = [fromCustomer({ seq: 1 }), fromCustomer({ seq: 2 })]
    const rows = layRows({ ...nothing, messages, conversation: aConversation({ readByAgent: 1 }) })
    expect(rows.flatMap((row) => (row.type === 'message' ? [row.delivery] : []))).toEqual(['read', 'delivered'])
  })

  it('takes an answer for a proof of reading', () => {
    const rows = layRows({ ...nothing, messages: [fromCustomer({ seq: 1 }), fromSystem({ seq: 2 }), fromAgent({ seq: 3 })] })
    expect(rows.find((row) => row.type === 'message')).toMatchObject({ delivery: 'read' })
  })

  it('says nothing about reading once the conversation is over', () => {
    const closed = fromSystem({ seq: 2, body: { event: 'closed', zh: '会话已结束', en: 'The conversation has ended' } } as Parameters<typeof fromSystem>[0])
    const rows = layRows({ ...nothing, messages: [fromCustomer({ seq: 1 }), closed] })
    expect(rows.find((row) => row.type === 'message')).toMatchObject({ delivery: null })
  })

  it('draws a message under the same key before and after it is confirmed', () => {
    const item = { clientId: 'x', kind: 'text' as const, body: { text: '你好' }, at: '2026-11-20T02:00:01Z', state: 'sending' as const }
    const before = layRows({ ...nothing, outgoing: [item] }).at(-1)?.key
    const after = layRows({ ...nothing, messages: [fromCustomer({ seq: 1, clientId: 'x' })] }).at(-1)?.key
    expect(after).toBe(before)
  })
})

describe('words', () => {
  it('tells place and time in the queue', () => {
    expect(queueSentence({ ahead: 2, estimateSeconds: 40 }, zh)).toBe('前面还有 2 位，约 40 秒')
    expect(queueSentence({ ahead: 0, estimateSeconds: 10 }, zh)).toBe('马上轮到您，约 10 秒')
    expect(queueSentence({ ahead: 0, estimateSeconds: null }, zh)).toBe('您排在第一位')
    expect(queueSentence({ ahead: 1, estimateSeconds: 300 }, wordsIn('en-US'))).toBe('1 ahead of you, about 5 min')
  })

  it('counts seconds up to two minutes', () => {
    expect([3, 42, 119, 121, 600].map((seconds) => duration(seconds, zh))).toEqual(['5 秒', '40 秒', '120 秒', '2 分钟', '10 分钟'])
  })

  it('speaks the language asked for, then that of the browser, Chinese first', () => {
    expect(chooseLanguage('en', ['zh-CN'])).toBe('en-US')
    expect(chooseLanguage(null, ['fr', 'en-GB'])).toBe('en-US')
    expect(chooseLanguage(null, ['fr'])).toBe('zh-CN')
  })

  it('knows a phone number and an e-mail address', () => {
    expect(['13800002203', '+86 138 0000 2203', 'lin@example.com'].every(isContact)).toBe(true)
    expect(['', '没有', '123', 'lin@', 'lin@x'].some(isContact)).toBe(false)
  })

  it('finds addresses in a text and leaves the full stop outside', () => {
    expect(splitAddresses('看 https://a.cn/x?y=1,谢谢')).toEqual([{ text: '看 ' }, { text: 'https://a.cn/x?y=1', address: 'https://a.cn/x?y=1' }, { text: ',谢谢' }])
    expect(splitAddresses('见 http://a.cn。')[1]?.address).toBe('http://a.cn')
  })
})

describe('addresses', () => {
  it('lets no script through', () => {
    expect(safeAddress('javascript:alert(1)')).toBeNull()
    expect(safeAddress('https://shop.example/p/1')).toBe('https://shop.example/p/1')
  })
})
