import type { ReactNode } from 'react'
import './face.css'

const hues = [168, 198, 214, 258, 328, 18, 40, 128]

/** A person's picture, or the last signs of the name on a quiet colour that stays the same for the same name. */
export function Face(props: { name: string; picture?: string | null; size?: number; square?: boolean; children?: ReactNode }) {
  const { name, picture, size = 36, square, children } = props
  const hue = hues[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % hues.length]
  return (
    <span className="face" style={{ width: size, height: size }} aria-hidden="true">
      <span
        className={`face-picture${square ? ' is-square' : ''}`}
        style={{ fontSize: Math.round(size * 0.38), ['--face-hue' as string]: hue }}
      >
        {picture ? <img src={picture} alt="" /> : initials(name)}
      </span>
      {children}
    </span>
  )
}

function initials(name: string): string {
  const signs = [...name.trim()]
  if (/[\u4e00-\u9fff]$/.test(name)) return signs.at(-1)!
  return signs.slice(0, 1).join('').toUpperCase()
}
