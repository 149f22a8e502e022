import type { Row } from '@/shared/api/types'
import { useOfferedCommands, type Command } from '@/shared/commands/commands'
import { useDesk } from './desk'
import type { ComposerState } from './use-composer'
import { fillScript, sentBy } from './scripts'

interface Writing {
  row: Row
  composer: ComposerState
  notesOnly: boolean
  element(): HTMLTextAreaElement | null
  insert(text: string): void
}

/** Alt+P, Alt+L, Ctrl+1…9 and what else one writes with. */
export function useComposerCommands({ row, composer, notesOnly, element, insert }: Writing) {
  const { me, scripts } = useDesk()
  const focus = () => setTimeout(() => element()?.focus(), 0)
  const quick: Command[] = scripts.slice(0, 9).map((script, index) => ({
    id: `quick-${index + 1}`,
    title: 'commands.quick-script',
    values: { title: script.title },
    group: 'commands.writing',
    shortcut: `Ctrl+${index + 1}`,
    only: 'palette',
    run: () => {
      const sent = sentBy(script)
      if (sent && composer.isNote) return
      if (sent) composer.sendCard(sent)
      else insert(fillScript(script.content, { name: me.nickname, customer: row.customer.name, shop: row.channel.name }))
      focus()
    },
  }))
  useOfferedCommands([
    {
      id: 'reply',
      title: 'commands.reply',
      group: 'commands.writing',
      shortcut: 'Alt+L',
      run: () => {
        if (!notesOnly) composer.setNote(false)
        focus()
      },
    },
    {
      id: 'note',
      title: 'commands.note',
      group: 'commands.writing',
      shortcut: 'Alt+P',
      run: () => {
        composer.setNote(!composer.isNote)
        focus()
      },
    },
    { id: 'send', title: 'commands.send', group: 'commands.writing', shortcut: 'Mod+Enter', run: composer.send },
    { id: 'slash', title: 'commands.slash', group: 'commands.writing', shortcut: '/', only: 'help' },
    { id: 'quick', title: 'commands.quick', group: 'commands.writing', shortcut: 'Ctrl+1…9', only: 'help' },
    ...quick,
  ])
}
