import { CrownFilled, PushpinFilled } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { memo } from 'react'
import type { Row, Tab } from '@/shared/api/types'
import { useClock } from '@/shared/clocks/clocks'
import { useText } from '@/shared/i18n/text'
import { useFromClock, useNow } from '@/shared/time/clock'
import { exactTime, shortPastTime } from '@/shared/time/format'
import { ChannelBadge } from '@/shared/ui/channel-badge'
import { Face } from '@/shared/ui/face'
import { UrgencyMark } from '@/shared/ui/urgency-mark'
import { useDesk } from './desk'
import { useHasDraft } from './local'
import { useRowMenu } from './row-menu'
import { WaitingChip } from './waiting-chip'
import { waitOf, waitsSince } from './waiting'

interface Props {
  row: Row
  tab: Tab
  isOpen: boolean
  isCursor: boolean
  isPinned: boolean
}

export const ConversationRow = memo(function ConversationRow({ row, tab, isOpen, isCursor, isPinned }: Props) {
  const menu = useRowMenu(row, isPinned)
  const { StageChip } = useDesk()
  const waits = waitsSince(row) !== null
  const clock = useClock(row.id)
  const isLate = useFromClock((now) => waitOf(row, clock, now)?.tone === 'late')
  const state = [isOpen && 'is-open', isCursor && 'is-cursor', isLate && 'is-late', isPinned && 'is-pinned']
  return (
    <Dropdown trigger={['contextMenu']} menu={menu}>
      <div className={['row', ...state.filter(Boolean)].join(' ')}>
        <Face name={row.customer.name} picture={row.customer.avatar} size={40}>
          <ChannelBadge kind={row.channel.kind} name={row.channel.name} />
        </Face>
        <div className="row-text">
          <div className="row-line">
            <b className="ellipsis">{row.customer.name}</b>
            {row.customer.vip && <CrownFilled className="crown" />}
            <UrgencyMark urgency={row.urgency} />
            {StageChip && <StageChip customerId={row.customer.id} />}
            {isPinned && <PushpinFilled className="row-pin" />}
            <span className="row-right">{waits ? <WaitingChip row={row} clock={clock} /> : <LastTime at={row.lastAt} />}</span>
          </div>
          <div className="row-line">
            <Preview row={row} tab={tab} />
            <span className="row-right">
              {(tab === 'mine' || tab === 'queue') && <Unread count={row.unread} />}
            </span>
          </div>
        </div>
      </div>
    </Dropdown>
  )
})

function Unread({ count }: { count: number }) {
  const t = useText()
  if (count === 0) return null
  return (
    <span className="unread" title={t('list.unread', { n: count })}>
      {count > 99 ? '99+' : count}
    </span>
  )
}

function LastTime({ at }: { at: string }) {
  const t = useText()
  const now = useNow()
  return (
    <time className="faint small" dateTime={at} title={exactTime(at)}>
      {shortPastTime(at, now, t)}
    </time>
  )
}

function Preview({ row, tab }: { row: Row; tab: Tab }) {
  const t = useText()
  const hasDraft = useHasDraft(row.id)
  return (
    <span className="row-preview ellipsis">
      {hasDraft && <span className="row-draft">{t('list.draft')} </span>}
      {tab === 'colleagues' && row.agent && <span className="row-who">{row.agent.name} · </span>}
      {tab === 'queue' && <span className="row-who">{t(`issue.${row.issue}`)} · </span>}
      {row.lastPreview || (row.promisedAt ? t('list.no-words') : '')}
    </span>
  )
}
