import { AlertFilled, DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Row } from '@/shared/api/types'
import { useClocks } from '@/shared/clocks/clocks'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { duration } from '@/shared/time/format'
import { useConversations } from './api'
import { useDesk } from './desk'
import { rowsOf } from './lists'
import { chooseTab } from './local'
import { lateRows, waitsSince } from './waiting'

/** Everybody I let wait too long, in one pop-up that leads to the one who waits longest. It cannot be switched off. */
export function SlowAlarm() {
  const { me } = useDesk()
  const { data } = useConversations('mine')
  const clocks = useClocks()
  const now = useNow()
  const late = lateRows(rowsOf(data), clocks, now).filter((row) => row.agent?.id === me.id)
  const longest = late[0]
  return longest ? <Alarm longest={longest} count={late.length} now={now} /> : null
}

function Alarm({ longest, count, now }: { longest: Row; count: number; now: number }) {
  const t = useText()
  const { open } = useDesk()
  const [isSmall, setSmall] = useState(false)
  const waited = duration(now - waitsSince(longest)!, t)
  const jump = () => {
    chooseTab('mine')
    open(longest.id)
  }
  if (isSmall) {
    return (
      <button type="button" className="plain alarm is-small" onClick={() => setSmall(false)} aria-label={t('alarm.title', { n: count })}>
        <AlertFilled /> {count}
      </button>
    )
  }
  return (
    <aside className="alarm" role="alertdialog" aria-label={t('alarm.title', { n: count })}>
      <AlertFilled />
      <div className="alarm-text">
        <b>{t('alarm.title', { n: count })}</b>
        <span className="small">{t('alarm.longest', { name: longest.customer.name, time: waited })}</span>
      </div>
      <Button type="primary" danger size="small" onClick={jump}>
        {t('alarm.jump')}
      </Button>
      <Button type="text" size="small" icon={<DownOutlined />} aria-label={t('alarm.smaller')} onClick={() => setSmall(true)} />
    </aside>
  )
}
