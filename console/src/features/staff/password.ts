import { useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { TextKey } from '@/shared/i18n/text'

interface Rule {
  title: TextKey
  values?: Record<string, number>
  holds(password: string, login: string): boolean
}

/** What a password must keep to; the server says how long it must be, and says all of it again. */
export const passwordRules = (length: number): Rule[] => [
  { title: 'password.length', values: { n: length }, holds: (password) => password.length >= length && new TextEncoder().encode(password).length <= 72 },
  { title: 'password.varied', holds: (password) => new Set(password.toLowerCase()).size >= 5 },
  { title: 'password.not-login', holds: (password, login) => password !== '' && !(login && password.toLowerCase().includes(login.trim().toLowerCase())) },
]

export function isGoodPassword(password: string, length: number, login = ''): boolean {
  return passwordRules(length).every((rule) => rule.holds(password, login))
}

const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password nobody has to think of, without signs that look alike. */
export function makePassword(length: number): string {
  const numbers = crypto.getRandomValues(new Uint32Array(length))
  return [...numbers].map((number) => signs[number % signs.length]).join('')
}

/** Until the server has said it, what it says unless somebody changed it. */
const USUAL_LENGTH = 10

export function usePasswordLength(): number {
  const { data } = useQuery({
    queryKey: ['password-length'],
    queryFn: ({ signal }) => api<{ passwordLength: number }>('GET', '/api/setup', undefined, signal),
    staleTime: Infinity,
  })
  return data?.passwordLength ?? USUAL_LENGTH
}
