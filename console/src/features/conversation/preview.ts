import type { Content, Message } from '@/shared/api/types'
import type { Text } from '@/shared/i18n/text'

/** One line that stands for a message in lists, quotes and notices. */
export function previewOf(message: Content | Message, t: Text): string {
  if ('recalled' in message && message.recalled) return t('message.recalled-short')
  switch (message.kind) {
    case 'text':
      return message.body.text
    case 'note':
      return t('preview.note', { text: message.body.text })
    case 'picture':
      return t('preview.picture')
    case 'file':
      return t('preview.file', { name: message.body.name })
    case 'card':
      return t('preview.card', { title: message.body.title })
    case 'recall':
      return t('message.recalled-short')
    case 'system':
      return ''
  }
}
