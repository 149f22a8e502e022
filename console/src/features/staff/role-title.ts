import type { Text, TextKey } from '@/shared/i18n/text'

const titles: Record<string, TextKey> = {
  agent: 'role.agent',
  'store-specialist': 'role.store-specialist',
  supervisor: 'role.supervisor',
  trainer: 'role.trainer',
  admin: 'role.admin',
}

/** The role in words; what we do not know yet stays unsaid. */
export function roleTitle(role: string, t: Text): string {
  const key = titles[role.toLowerCase().replaceAll('_', '-')]
  return key ? t(key) : ''
}
