import type { Script } from '@/shared/api/types'
import { sentBy } from './scripts'

const SHORTEST = 2
const MOST = 3
/** So much of what is typed has to be in a script before it is offered. */
const ENOUGH = 0.6

/** Scripts that say what is being typed, the nearest first; nothing when nothing is near. */
export function scriptsLike(scripts: Script[], typed: string): Script[] {
  const words = plain(typed)
  if (words.length < SHORTEST) return []
  return scripts
    .filter((script) => sentBy(script) === null)
    .map((script) => ({ script, near: nearness(script, words) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)
    .slice(0, MOST)
    .map(({ script }) => script)
}

function nearness(script: Script, words: string): number {
  const title = plain(script.title)
  const content = plain(script.content.replace(/\{\w+\}/g, ''))
  if (content === words) return 0
  if (content.startsWith(words)) return 5
  if (title.startsWith(words)) return 4
  if (/^[a-z]+$/.test(words)) return script.initials.startsWith(words) ? 4 : 0
  if (title.includes(words) || content.includes(words)) return 3
  const pairs = pairsOf(words)
  // A short word that is not in a script says nothing about it.
  if (pairs.length < 3) return 0
  const text = `${title} ${content}`
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length
  return share >= ENOUGH ? share : 0
}

/** Without punctuation and blanks, which nobody types twice the same. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function pairsOf(words: string): string[] {
  const letters = [...words]
  return letters.slice(1).map((letter, index) => letters[index]! + letter)
}
