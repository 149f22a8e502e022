import { useOfferedCommands } from '@/shared/commands/commands'
import { prefer, usePreferences } from '@/shared/state/preferences'

/** How the console looks, from the palette. */
export function useViewCommands() {
  const { language, filePanel } = usePreferences()
  useOfferedCommands([
    {
      id: 'file-panel',
      title: 'commands.file-panel',
      group: 'commands.view',
      shortcut: 'Alt+O',
      run: () => prefer({ filePanel: !filePanel }),
    },
    { id: 'light', title: 'commands.light', group: 'commands.view', run: () => prefer({ appearance: 'light' }) },
    { id: 'dark', title: 'commands.dark', group: 'commands.view', run: () => prefer({ appearance: 'dark' }) },
    { id: 'system', title: 'commands.system', group: 'commands.view', run: () => prefer({ appearance: 'system' }) },
    {
      id: 'language',
      title: 'commands.language',
      group: 'commands.view',
      run: () => prefer({ language: language === 'zh-CN' ? 'en-US' : 'zh-CN' }),
    },
  ])
}
