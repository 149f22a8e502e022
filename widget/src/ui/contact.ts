const PHONE = /^\+?[\d][\d\s-]{5,18}\d$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** A phone number or an e-mail address; the server looks again. */
export function isContact(value: string): boolean {
  const trimmed = value.trim()
  return PHONE.test(trimmed) || EMAIL.test(trimmed)
}
