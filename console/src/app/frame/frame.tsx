import { useState, type ReactNode } from 'react'
import { PresenceMenu } from '@/features/staff/presence-menu'
import { TodayFigures } from '@/features/staff/today-figures'
import { useStaffFrames } from '@/features/staff/live'
import { useAlerts } from '@/features/conversation/alerts'
import { useHeldCount } from '@/features/conversation/use-held-count'
import { useConversationFrames } from '@/features/conversation/live'
import { useFloorFrames } from '@/features/sla/live'
import { WarningBell } from '@/features/sla/warning-bell'
import { useImportFrames } from '@/features/imports/api'
import { useTaskFrames } from '@/features/task/api'
import type { Me } from '@/shared/api/types'
import { useKeyboard } from '@/shared/commands/commands'
import { mayLead } from '@/shared/lead'
import { CommandPalette } from './command-palette'
import { ConnectionState } from './connection-state'
import { KeyboardHelp } from './keyboard-help'
import { MeMenu } from './me-menu'
import { PaletteButton } from './palette-button'
import { Rail } from './rail'
import { useSettingsCommands } from '../settings/use-settings-commands'
import { useViewCommands } from './use-view-commands'
import { AppearanceMenu, LanguageSwitch } from './view-menus'
import './frame.css'

/** What stays around every page: rail and top bar. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <div className="frame">
      <Rail me={me} />
      <Bar me={me} />
      <div className="frame-page">{children}</div>
    </div>
  )
}

/** What the live connection brings, and the keys; on every page. */
export function Ears({ me }: { me: Me }) {
  useStaffFrames(me)
  useConversationFrames(me)
  useFloorFrames()
  useTaskFrames()
  useImportFrames()
  useAlerts(me)
  useKeyboard()
  useViewCommands()
  useSettingsCommands(me)
  return null
}

function Bar({ me }: { me: Me }) {
  const [paletteOpen, setPaletteOpen] = useState(false)
  const held = useHeldCount(me)
  return (
    <header className="bar">
      <PaletteButton onOpen={() => setPaletteOpen(true)} />
      <span className="bar-space" />
      <ConnectionState />
      <TodayFigures />
      <PresenceMenu me={me} held={held} />
      <span className="bar-line" />
      <WarningBell lead={mayLead(me)} />
      <LanguageSwitch />
      <AppearanceMenu />
      <MeMenu me={me} />
      <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeyboardHelp />
    </header>
  )
}
