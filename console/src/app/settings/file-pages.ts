// What files hold and how long: one file to load for both pages.
export { FieldsPage } from '@/features/customer/fields-page'
export { PrivacyPage } from '@/features/customer/privacy-page'
