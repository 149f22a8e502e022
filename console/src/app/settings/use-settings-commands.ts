import { useNavigate } from 'react-router'
import type { Me } from '@/shared/api/types'
import { useOfferedCommands } from '@/shared/commands/commands'
import { pagesFor } from './settings-route'

/** Every page of the settings by its name, from the palette. */
export function useSettingsCommands(me: Me) {
  const navigate = useNavigate()
  useOfferedCommands(
    pagesFor(me).map(({ section, title }) => ({
      id: `settings-${section}`,
      title,
      group: 'commands.view' as const,
      only: 'palette' as const,
      run: () => void navigate(`/settings/${section}`),
    })),
  )
}
