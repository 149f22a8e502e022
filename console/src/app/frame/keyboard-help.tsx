import { Modal } from 'antd'
import { useCommands, useOfferedCommands, type Command } from '@/shared/commands/commands'
import { spell } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { createStore, useStore } from '@/shared/state/store'

export const keyboardHelp = createStore(false)

const groups: Command['group'][] = [
  'commands.list',
  'commands.conversation',
  'commands.writing',
  'commands.me',
  'commands.view',
]

export function KeyboardHelp() {
  const t = useText()
  const open = useStore(keyboardHelp)
  const commands = useCommands()
  useOfferedCommands([
    { id: 'help', title: 'commands.help', group: 'commands.view', shortcut: '?', run: () => keyboardHelp.set(true) },
    { id: 'escape', title: 'commands.escape', group: 'commands.view', shortcut: 'Esc', only: 'help' },
  ])
  return (
    <Modal open={open} title={t('commands.help')} footer={null} width={720} onCancel={() => keyboardHelp.set(false)}>
      <div className="help">
        {groups.map((group) => {
          const shown = commands.filter((command) => command.group === group && command.shortcut && command.only !== 'palette')
          if (shown.length === 0) return null
          return (
            <section key={group}>
              <h3>{t(group)}</h3>
              <dl>
                {shown.map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.title)}</dt>
                    <dd>
                      {spell(command.shortcut!).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Modal>
  )
}
