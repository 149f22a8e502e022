import { CrownFilled } from '@ant-design/icons'
import type { Level } from '../api/types'
import { useText } from '../i18n/text'
import './badges.css'

export function LevelTag({ level, vip }: { level: Level; vip: boolean }) {
  const t = useText()
  return (
    <span className={`level-tag is-${level}`}>
      {vip && <CrownFilled />}
      {t(`level.${level}`)}
    </span>
  )
}
