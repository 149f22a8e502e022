import type { PresenceState } from '../api/types'
import './presence-dot.css'

export function PresenceDot({ state }: { state: PresenceState }) {
  return <i className={`presence-dot is-${state}`} aria-hidden="true" />
}
