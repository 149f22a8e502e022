import type { Me, Permission } from './api/types'

/** What the server would allow; it asks again itself. */
export function may(me: Me | null | undefined, permission: Permission): boolean {
  return me?.permissions?.includes(permission) ?? false
}
