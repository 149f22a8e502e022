import type { TextKey } from '@/shared/i18n/text'

/** What a password must keep to; the server says it again. */
export const passwordRules: { title: TextKey; holds(password: string, login: string): boolean }[] = [
  { title: 'password.length', holds: (password) => password.length >= 8 && password.length <= 72 },
]

export function isGoodPassword(password: string, login = ''): boolean {
  return passwordRules.every((rule) => rule.holds(password, login))
}

const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password nobody has to think of, without signs that look alike. */
export function makePassword(length = 14): string {
  const numbers = crypto.getRandomValues(new Uint32Array(length))
  return [...numbers].map((number) => signs[number % signs.length]).join('')
}
