// What the floor promises: one file to load for all of its settings.
export { HoursPage } from '@/features/staff/settings/hours-page'
export { StandardsRoute } from './standards-route'
