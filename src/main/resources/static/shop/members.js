/**
 * Signing in at the demo shop. A real shop's server knows who is signed in and signs his identity itself; here the
 * demo endpoint of the hub plays that server. Without it (HUIXIANG_DEMO=off) the shop simply has no sign-in.
 */
export const members = [
  { key: 'lin', name: '林晓', level: '金卡会员' },
  { key: 'chen', name: '陈默', level: '普通会员' },
  { key: 'zhou', name: '周雨', level: '银卡会员' },
  { key: 'he', name: '何静', level: '铂金会员' },
]

const KEPT = 'qinghe.member'

export const signedIn = () => members.find((member) => member.key === localStorage.getItem(KEPT)) ?? null

export async function identityOf(member) {
  const answer = await fetch(`/api/demo/identity?member=${encodeURIComponent(member.key)}`, { headers: { Accept: 'application/json' } }).catch(() => null)
  return answer?.ok ? answer.json() : null
}

/** True when the demo endpoint is there. */
export async function signInOffered() {
  return (await identityOf(signedIn() ?? members[0])) !== null
}

export async function signIn(member) {
  const identity = await identityOf(member)
  if (!identity) return false
  localStorage.setItem(KEPT, member.key)
  window.Huixiang('identify', identity)
  return true
}

export function signOut() {
  localStorage.removeItem(KEPT)
  window.Huixiang('reset')
}

/** Each page of the shop says anew who is signed in. */
export async function sayWhoIsHere() {
  const member = signedIn()
  if (!member) return
  const identity = await identityOf(member)
  if (identity) window.Huixiang('identify', identity)
}
