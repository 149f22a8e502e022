import { Button, Dropdown, Select, Tooltip } from 'antd'
import type { Issue, Row, Urgency } from '@/shared/api/types'
import { onMac, spell } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { LevelTag } from '@/shared/ui/level-tag'
import { useDesk } from './desk'
import { LeadActions } from './lead-actions'
import { tabOf } from './lists'
import { openDialog } from './local'
import { useChange } from './use-change'
import { WaitingClock } from './waiting-clock'

const issues: Issue[] = [
  'pre-sale',
  'order',
  'payment',
  'logistics',
  'return',
  'refund',
  'complaint',
  'invoice',
  'membership',
  'other',
]
const urgencies: Urgency[] = ['normal', 'high-value', 'urgent']

export function ConversationHeader({ row }: { row: Row }) {
  const t = useText()
  const change = useChange(row.id)
  const { StageChip, about } = useDesk()
  const isOpen = row.state !== 'closed'
  return (
    <header className="head">
      <div className="head-who">
        <h2 className="ellipsis">{row.customer.name}</h2>
        <LevelTag level={row.customer.level} vip={row.customer.vip} />
        {StageChip && <StageChip customerId={row.customer.id} />}
        <span className="quiet small ellipsis" title={row.entry?.url ?? undefined}>
          {[row.channel.name, row.entry?.title].filter(Boolean).join(' · ')}
        </span>
        {about?.(row.customer.id)}
      </div>
      <HeaderActions row={row} />
      <div className="head-about">
        <Select<Issue>
          size="small"
          variant="filled"
          disabled={!isOpen}
          value={row.issue}
          aria-label={t('head.issue')}
          popupMatchSelectWidth={120}
          options={issues.map((issue) => ({ value: issue, label: t(`issue.${issue}`) }))}
          onChange={(issue) => change({ kind: 'issue', issue })}
        />
        <Dropdown
          trigger={['click']}
          disabled={!isOpen}
          menu={{
            selectable: true,
            selectedKeys: [row.urgency],
            items: urgencies.map((key) => ({ key, label: t(`urgency.${key}`) })),
            onClick: ({ key }) => change({ kind: 'urgency', urgency: key as Urgency }),
          }}
        >
          <button type="button" className={`plain urgency-choice is-${row.urgency}`} aria-label={t('head.urgency')}>
            <i />
            {t(`urgency.${row.urgency}`)}
          </button>
        </Dropdown>
        <Holder row={row} />
        <WaitingClock row={row} />
      </div>
    </header>
  )
}

function Holder({ row }: { row: Row }) {
  const t = useText()
  const { me } = useDesk()
  const others = row.participants
    .filter((member) => member.id !== me.id && member.id !== row.agent?.id)
    .map((member) => member.name)
  let who = ''
  if (row.state === 'queued') who = t('head.queued-at', { group: row.group?.name ?? '' })
  else if (row.state === 'reception') who = t('head.reception')
  else if (row.state === 'closed') who = t('head.closed')
  else if (row.agent && row.agent.id !== me.id) who = t('head.held-by', { name: row.agent.name })
  const along = others.length > 0 ? t('head.along', { names: others.join('、') }) : ''
  return <span className="quiet small ellipsis">{[who, along].filter(Boolean).join(' · ')}</span>
}

function HeaderActions({ row }: { row: Row }) {
  const t = useText()
  const { me, open } = useDesk()
  const change = useChange(row.id)
  const home = tabOf(row, me.id)
  const isGuest = home === 'mine' && row.agent?.id !== me.id
  const key = (shortcut: string) => spell(shortcut).join(onMac ? '' : '+')
  return (
    <div className="head-actions">
      {home === 'queue' && (
        <Tooltip title={key('Alt+A')}>
          <Button type="primary" onClick={() => change({ kind: 'assign', agentId: me.id }, () => open(row.id))}>
            {t('action.take')}
          </Button>
        </Tooltip>
      )}
      {home === 'colleagues' && <LeadActions row={row} />}
      {isGuest && <Button onClick={() => change({ kind: 'leave', agentId: me.id })}>{t('action.leave')}</Button>}
      {(home === 'mine' || home === 'colleagues') && (
        <Tooltip title={key('Alt+T')}>
          <Button onClick={() => openDialog('transfer', row.id)}>{t('action.transfer')}</Button>
        </Tooltip>
      )}
      {home === 'mine' && (
        <>
          <Tooltip title={key('Alt+I')}>
            <Button onClick={() => openDialog('invite', row.id)}>{t('action.invite')}</Button>
          </Tooltip>
          <Tooltip title={key('Alt+E')}>
            <Button onClick={() => openDialog('end', row.id)}>{t('action.end')}</Button>
          </Tooltip>
        </>
      )}
    </div>
  )
}
