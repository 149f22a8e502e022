import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Drawer, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { beep } from '@/shared/alerts/beep'
import { useText } from '@/shared/i18n/text'
import { useFrames } from '@/shared/live/live'
import { preferences } from '@/shared/state/preferences'
import { useWarnings } from './api'
import { WarningFeed } from './warning-feed'
import './wall.css'

/** The bell in the top bar: how many warnings are open, and the feed behind it. Leads are called to it from other windows. */
export function WarningBell({ lead }: { lead: boolean }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { data } = useWarnings()
  const isThere = data !== undefined
  useDesktopNotices(lead)
  if (!isThere) return null
  const count = data.items.filter((warning) => !warning.handledAt).length
  return (
    <>
      <Tooltip title={t('warning.title')}>
        <Badge count={count} size="small" offset={[-6, 6]}>
          <Button type="text" icon={<BellOutlined />} aria-label={t('warning.bell', { n: count })} onClick={() => setOpen(true)} />
        </Badge>
      </Tooltip>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('warning.title')} size={380} className="warning-drawer" destroyOnHidden>
        <div onClick={(event) => leavesThePage(event.target) && setOpen(false)}>
          <WarningFeed />
        </div>
      </Drawer>
    </>
  )
}

/** Taking over or opening goes to the workbench: the drawer would only lie on top of it. */
function leavesThePage(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.warning-acts .ant-btn-primary') !== null
}

function useDesktopNotices(lead: boolean) {
  const t = useText()
  const shown = useRef(new Set<string>())
  const notices = useRef<Notification[]>([])
  useEffect(() => () => notices.current.forEach((notice) => notice.close()), [])
  useFrames((frame) => {
    if (frame.type !== 'warning' || !(lead || frame.warning.task)) return
    const { warning } = frame
    const name = `${warning.id} ${warning.level}`
    if (warning.handledAt || shown.current.has(name)) return
    shown.current.add(name)
    const { sound, desktopNotice } = preferences.get()
    if (sound && warning.kind !== 'near-breach') beep('again')
    if (!desktopNotice || !document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return
    const body = [warning.agent?.name, warning.group?.name].filter(Boolean).join(' · ')
    const notice = new Notification(`${t(`warning.${warning.kind}`)} · ${warning.customer.name}`, { body, tag: warning.id })
    notice.onclick = () => {
      window.focus()
      notice.close()
    }
    notices.current.push(notice)
  })
}
