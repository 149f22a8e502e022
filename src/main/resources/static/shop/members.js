/**
 * Signing in at the demo shop. A real shop's server knows who is signed in and signs his identity itself; here the
 * demo endpoint of the hub plays that server. Without it (HUIXIANG_DEMO=off) the shop simply has no sign-in.
 */
const KEPT = 'qinghe.member'
const LEVELS = { ordinary: '普通', silver: '银卡', gold: '金卡', platinum: '铂金' }

async function ask(path) {
  const answer = await fetch(`/api/demo/${path}`, { headers: { Accept: 'application/json' } }).catch(() => null)
  return answer?.ok ? answer.json() : null
}

/** Who one can be: [{id, name, level}]; none where there is no demo. */
export async function members() {
  return (await ask('members')) ?? []
}

export const levelOf = (member) => LEVELS[member.level] ?? ''

export function signedIn() {
  try {
    return JSON.parse(localStorage.getItem(KEPT))
  } catch {
    return null
  }
}

const identityOf = (member) => ask(`identity?member=${encodeURIComponent(member.id)}`)

export async function signIn(member) {
  const identity = await identityOf(member)
  if (!identity) return false
  localStorage.setItem(KEPT, JSON.stringify(member))
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
  const identity = member && (await identityOf(member))
  if (identity) window.Huixiang('identify', identity)
}
