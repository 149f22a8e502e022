// The order of Chinese words is that of their pinyin, and the order gives the first letter of each sign away.
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true, sensitivity: 'base' })

/** The first sign of each letter in pinyin order; no word begins with i, u or v. */
const beginnings: [letter: string, sign: string][] = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'],
  ['j', '讥'], ['k', '咔'], ['l', '垃'], ['m', '妈'], ['n', '拏'], ['o', '噢'], ['p', '妑'], ['q', '七'],
  ['r', '呥'], ['s', '仨'], ['t', '它'], ['w', '穵'], ['x', '夕'], ['y', '丫'], ['z', '帀'],
]

export function inChineseOrder(one: string, other: string): number {
  return collator.compare(one, other)
}

/** 退货流程 → thlc; what is neither Chinese nor a letter or digit is left out. */
export function initialsOf(text: string): string {
  return [...text].map(initialOf).join('')
}

function initialOf(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase()
  if (!/[\u4e00-\u9fff]/.test(sign)) return ''
  let found = ''
  for (const [letter, first] of beginnings) {
    if (collator.compare(first, sign) > 0) break
    found = letter
  }
  return found
}

/** Every typed word is in one of the texts, as written or by its pinyin initials. */
export function isFound(texts: string[], typed: string): boolean {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const written = texts.map((text) => text.toLowerCase())
  const letters = words.some((word) => /^[a-z0-9]+$/.test(word)) ? texts.map(initialsOf) : []
  return words.every((word) => written.some((text) => text.includes(word)) || letters.some((text) => text.includes(word)))
}
