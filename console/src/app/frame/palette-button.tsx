import { SearchOutlined } from '@ant-design/icons'
import { spell } from '@/shared/commands/shortcut'
import { useOfferedCommands } from '@/shared/commands/commands'
import { useText } from '@/shared/i18n/text'

export function PaletteButton({ onOpen }: { onOpen(): void }) {
  const t = useText()
  useOfferedCommands([{ id: 'palette', title: 'commands.palette', group: 'commands.view', shortcut: 'Mod+K', run: onOpen }])
  return (
    <button type="button" className="plain palette-button" onClick={onOpen}>
      <SearchOutlined />
      <span>{t('palette.invite')}</span>
      <kbd>{spell('Mod+K').join(' ')}</kbd>
    </button>
  )
}
