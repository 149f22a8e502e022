import { useState } from 'preact/hooks'
import { safeAddress } from './addresses'
import { EchoMark } from './icons'

interface AvatarProps {
  kind: 'agent' | 'bot'
  name?: string | null
  picture?: string | null
  size?: number
}

export function Avatar({ kind, name, picture, size = 32 }: AvatarProps) {
  const [broken, setBroken] = useState(false)
  const address = safeAddress(picture)
  if (address && !broken) {
    return <img class="avatar" src={address} width={size} height={size} alt="" onError={() => setBroken(true)} />
  }
  if (kind === 'bot' || !name) return <EchoMark size={size} />
  return <span class={`avatar avatar-name avatar-${size > 34 ? 'large' : 'small'}`} aria-hidden="true">{initialOf(name)}</span>
}

/** 小芳 is 芳, 赵主管 is 赵. */
function initialOf(name: string): string {
  const [first = '', second] = [...name]
  return second && '小阿老'.includes(first) ? second : first.toUpperCase()
}
