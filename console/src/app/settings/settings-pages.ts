import { lazy, type ComponentType } from 'react'
import type { Me, Permission } from '@/shared/api/types'
import type { TextKey } from '@/shared/i18n/text'

export type SettingsGroup = 'people' | 'reception' | 'standards' | 'channels' | 'security'

export const settingsGroups: SettingsGroup[] = ['people', 'reception', 'standards', 'channels', 'security']

export interface SettingsEntry {
  /** The last part of the address: /settings/members. */
  section: string
  group: SettingsGroup
  title: TextKey
  /** Who may see it; without one it is for everybody. */
  permission?: Permission
  Page: ComponentType<{ me: Me }>
}

/** Every page of the settings: one line each, loaded when it is opened. */
export const settingsPages: SettingsEntry[] = [
  { section: 'scripts', group: 'reception', title: 'settings.scripts', Page: lazy(() => import('@/features/staff/settings/scripts').then((file) => ({ default: file.ScriptsPage }))) },
  { section: 'account', group: 'security', title: 'settings.account', Page: lazy(() => import('@/features/staff/settings/account').then((file) => ({ default: file.AccountPage }))) },
]
