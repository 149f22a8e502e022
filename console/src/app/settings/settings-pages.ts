import { lazy, type ComponentType } from 'react'
import type { Me, Permission } from '@/shared/api/types'
import type { TextKey } from '@/shared/i18n/text'

export type SettingsGroup = 'people' | 'reception' | 'standards' | 'channels' | 'security'

export const settingsGroups: SettingsGroup[] = ['people', 'reception', 'standards', 'channels', 'security']

type SettingsView = ComponentType<{ me: Me }>

export interface SettingsEntry {
  /** The last part of the address: /settings/members. */
  section: string
  group: SettingsGroup
  title: TextKey
  /** Who may see it; without one it is for everybody. */
  permission?: Permission
  Page: SettingsView
}

/** A page that comes over the line when it is opened. */
function late(open: () => Promise<SettingsView>): SettingsView {
  return lazy(async () => ({ default: await open() })) as SettingsView
}

const staff = () => import('./staff-pages')
const composed = () => import('./composed')
const categories = () => import('@/features/conversation/categories-page')
const channels = () => import('@/features/channel/accounts-page')
const files = () => import('./file-pages')
const floor = () => import('./floor-pages')

/** Every page of the settings, one line each. */
export const settingsPages: SettingsEntry[] = [
  { section: 'members', group: 'people', title: 'settings.members', permission: 'staff', Page: late(async () => (await staff()).MembersPage) },
  { section: 'roles', group: 'people', title: 'settings.roles', permission: 'staff', Page: late(async () => (await staff()).RolesPage) },
  { section: 'groups', group: 'people', title: 'settings.groups', permission: 'staff', Page: late(async () => (await staff()).GroupsPage) },
  { section: 'stores', group: 'people', title: 'settings.stores', permission: 'staff', Page: late(async () => (await staff()).StoresPage) },
  { section: 'matrix', group: 'reception', title: 'settings.matrix', permission: 'standards', Page: late(async () => (await composed()).MatrixRoute) },
  { section: 'scripts', group: 'reception', title: 'settings.scripts', Page: late(async () => (await staff()).ScriptsPage) },
  { section: 'categories', group: 'reception', title: 'settings.categories', permission: 'standards', Page: late(async () => (await categories()).CategoriesPage) },
  { section: 'standards', group: 'standards', title: 'standard.title', permission: 'standards', Page: late(async () => (await floor()).StandardsRoute) },
  { section: 'hours', group: 'standards', title: 'hours.title', permission: 'standards', Page: late(async () => (await floor()).HoursPage) },
  { section: 'channels', group: 'channels', title: 'settings.channels', permission: 'channels', Page: late(async () => (await channels()).ChannelAccountsPage) },
  { section: 'keys', group: 'channels', title: 'settings.keys', permission: 'channels', Page: late(async () => (await composed()).KeysRoute) },
  { section: 'webhooks', group: 'channels', title: 'settings.webhooks', permission: 'channels', Page: late(async () => (await composed()).WebhooksRoute) },
  { section: 'fields', group: 'standards', title: 'fields.title', permission: 'standards', Page: late(async () => (await files()).FieldsPage) },
  { section: 'account', group: 'security', title: 'settings.account', Page: late(async () => (await staff()).AccountPage) },
  { section: 'privacy', group: 'security', title: 'privacy-page.title', permission: 'standards', Page: late(async () => (await files()).PrivacyPage) },
  { section: 'audit', group: 'security', title: 'settings.audit', permission: 'audit', Page: late(async () => (await composed()).AuditRoute) },
]
