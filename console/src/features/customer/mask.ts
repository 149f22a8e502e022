/** 13812342203 → 138****2203; what the server has masked already stays as it is. */
export function maskedPhone(phone: string): string {
  if (phone.includes('*')) return phone
  return phone.length < 7 ? phone.replace(/.(?=..)/g, '*') : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

export function maskedEmail(email: string): string {
  const at = email.indexOf('@')
  return at <= 1 ? email : `${email[0]}***${email.slice(at)}`
}

/** An id of another system is only of use by its end. */
export function shortValue(value: string): string {
  return value.length > 20 ? `…${value.slice(-8)}` : value
}
