// The settings of the staff come over the line together: who opens one page soon opens the next.
export { AccountPage } from '@/features/staff/settings/account'
export { ScriptsPage } from '@/features/staff/settings/scripts'
