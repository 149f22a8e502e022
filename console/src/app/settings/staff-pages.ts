// The settings of the staff come over the line together: who opens one page soon opens the next.
export { AccountPage } from '@/features/staff/settings/account'
export { GroupsPage } from '@/features/staff/settings/groups'
export { MembersPage } from '@/features/staff/settings/members'
export { RolesPage } from '@/features/staff/settings/roles'
export { ScriptsPage } from '@/features/staff/settings/scripts'
export { StoresPage } from '@/features/staff/settings/stores'
