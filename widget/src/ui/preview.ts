import type { Message } from '../client/protocol'
import type { Words } from '../text/language'

/** One short line that stands for a message: in quotes and above the text field. */
export function previewOf(message: Message, words: Words): string {
  switch (message.kind) {
    case 'text': return message.body.text.replace(/\s+/g, ' ').slice(0, 80)
    case 'picture': return `[${words.text.picture}]`
    case 'file': return message.body.name
    case 'card': return message.body.title
    case 'system': return words.pick(message.body)
    case 'recall': return words.text.recalledShort
  }
}

export function nameOf(message: Message, words: Words): string {
  return message.author.kind === 'customer' ? words.text.me : (message.author.name ?? words.text.title)
}
