import type { Content, Script } from '@/shared/api/types'

/** Best first: title, then first letters of the pinyin, then anything inside the text. */
export function findScripts(scripts: Script[], typed: string): Script[] {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return scripts
  const rank = (script: Script): number => {
    const title = script.title.toLowerCase()
    if (title.startsWith(wanted)) return 0
    if (script.initials.startsWith(wanted)) return 1
    if (title.includes(wanted)) return 2
    if (script.initials.includes(wanted)) return 3
    return (script.kind ?? 'text') === 'text' && script.content.toLowerCase().includes(wanted) ? 4 : 9
  }
  return scripts
    .map((script) => ({ script, rank: rank(script) }))
    .filter((found) => found.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map((found) => found.script)
}

export function fillScript(content: string, values: { name: string; customer: string; shop: string }): string {
  return content.replace(/\{(name|customer|shop)\}/g, (_, variable: keyof typeof values) => values[variable])
}

/** What a script sends as it is; null for one whose words are inserted to be read again. */
export function sentBy(script: Script): Content | null {
  if (!script.kind || script.kind === 'text') return null
  return { kind: script.kind, body: JSON.parse(script.content) } as Content
}

/** What is being typed after a slash at the beginning of the line, or null. */
export function typedScript(text: string, caret: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  return /^[/、]\S*$/.test(line) ? line.slice(1) : null
}

/** What is being typed after an @ just before the caret, or null. */
export function typedMention(text: string, caret: number): string | null {
  const found = text.slice(0, caret).match(/(?:^|[\s,，。])@([^\s@]*)$/)
  return found ? found[1]! : null
}
