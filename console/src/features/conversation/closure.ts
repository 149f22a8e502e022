import type { Category, Issue, Message, Row } from '@/shared/api/types'

export interface Leaf {
  id: string
  path: string[]
}

export function leavesOf(categories: Category[], above: string[] = []): Leaf[] {
  return categories.flatMap((category) => {
    const path = [...above, category.name]
    return category.children?.length ? leavesOf(category.children, path) : [{ id: category.id, path }]
  })
}

/** Words by which a category of a shop is recognised for an issue; a proposal only, the agent has the last word. */
const words: Record<Issue, string[]> = {
  'pre-sale': ['售前', '咨询', '尺码', '商品'],
  order: ['订单', '改单', '下单'],
  payment: ['支付', '付款', '优惠'],
  logistics: ['物流', '快递', '发货', '配送'],
  return: ['退换', '退货', '换货'],
  refund: ['退款'],
  complaint: ['投诉', '维权'],
  invoice: ['发票'],
  membership: ['会员', '积分'],
  other: ['其他', '其它'],
}

/** The category that fits best: the issue counts most, then what the customer himself said. */
export function proposeCategory(categories: Category[], issue: Issue, said: string): Leaf | null {
  const leaves = leavesOf(categories)
  const score = (leaf: Leaf): number => {
    const text = leaf.path.join('/')
    const byIssue = words[issue].some((word) => text.includes(word)) ? 6 : 0
    const name = leaf.path.at(-1)!
    return byIssue + (said.includes(name) ? 4 : 0) + sharedSigns(name, said)
  }
  let best: { leaf: Leaf; score: number } | null = null
  for (const leaf of leaves) {
    const points = score(leaf)
    if (points > 0 && (!best || points > best.score)) best = { leaf, score: points }
  }
  return best?.leaf ?? leaves.at(-1) ?? null
}

/** Two signs in a row say more than one. */
function sharedSigns(name: string, said: string): number {
  const signs = [...new Set(name)].filter((sign) => said.includes(sign)).length
  let pairs = 0
  for (let i = 0; i + 1 < name.length; i++) if (said.includes(name.slice(i, i + 2))) pairs++
  return pairs + signs / 2
}

/** What the customer came with, in his own words: the first sentence that says something. */
export function proposeSummary(row: Row, messages: Message[]): string {
  const texts = messages
    .filter((message) => message.conversationId === row.id && message.author.kind === 'customer' && !message.recalled)
    .flatMap((message) => (message.kind === 'text' ? [message.body.text.trim().replace(/\s+/g, ' ')] : []))
  const telling = texts.filter((text) => text.length >= 5 && !/^(你好|您好|在吗|hello|hi)[\s,，。!！~]*$/i.test(text))
  const chosen = (telling.length > 0 ? telling : texts).slice(0, 2).join('；')
  return chosen.length > 80 ? `${chosen.slice(0, 79)}…` : chosen
}
