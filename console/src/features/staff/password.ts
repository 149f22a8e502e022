import type { TextKey } from '@/shared/i18n/text'

/** What a password must keep to; the server says it again. */
export const passwordRules: { title: TextKey; holds(password: string, login: string): boolean }[] = [
  { title: 'password.length', holds: (password) => password.length >= 10 && new TextEncoder().encode(password).length <= 72 },
  { title: 'password.varied', holds: (password) => new Set(password.toLowerCase()).size >= 5 },
  { title: 'password.not-login', holds: (password, login) => password !== '' && !(login && password.toLowerCase().includes(login.trim().toLowerCase())) },
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
