import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Popover, type MenuProps } from 'antd'
import type { Wall, WallAgent } from '@/shared/api/floor'
import type { PresenceState } from '@/shared/api/types'
import { useText, type TextKey } from '@/shared/i18n/text'
import { useFromClock } from '@/shared/time/clock'
import { duration } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { PresenceDot } from '@/shared/ui/presence-dot'
import '@/shared/ui/waiting-chip.css'
import { percent } from './wall-tiles'
import { useWallActs } from './wall-acts'

const states: PresenceState[] = ['online', 'busy', 'break', 'offline']

/** One agent: state as a ring, load as a bar, and who has been waiting for him the longest. */
export function AgentCard({ agent, wall: { at, promised }, plain = false }: { agent: WallAgent; wall: Wall; plain?: boolean }) {
  const t = useText()
  const isFull = agent.load >= agent.capacity
  const card = (
    <div className="agent-card" data-state={agent.state} aria-label={agent.name}>
      <Face name={agent.name} picture={agent.avatar} size={36} />
      <div className="agent-text">
        <div className="agent-line">
          <b className="ellipsis">{agent.name}</b>
          <Unanswered agent={agent} at={at} promised={promised} />
        </div>
        <div className="agent-line small quiet">
          <State agent={agent} />
          <span className="ellipsis agent-issue">{agent.issue ? issueName(agent.issue, t) : ''}</span>
        </div>
        <div className="agent-line small">
          <i className={`load-bar${isFull ? ' is-full' : ''}`}>
            <i style={{ width: `${Math.min(100, (agent.load / Math.max(1, agent.capacity)) * 100)}%` }} />
          </i>
          <span className="faint">
            {agent.load}/{agent.capacity}
          </span>
        </div>
      </div>
      {!plain && <CardMenu agent={agent} />}
    </div>
  )
  if (plain) return card
  return (
    <Popover content={<TodayOf agent={agent} />} mouseEnterDelay={0.4} placement="top">
      {card}
    </Popover>
  )
}

function State({ agent }: { agent: WallAgent }) {
  const t = useText()
  const lasts = useFromClock((now) => duration(now - Date.parse(agent.since), t))
  return (
    <span className="agent-state ellipsis">
      <PresenceDot state={agent.state} />
      {agent.state === 'break' && agent.reason ? agent.reason : t(`presence.${agent.state}`)}
      {(agent.state === 'break' || agent.state === 'busy') && ` ${lasts}`}
    </span>
  )
}

function Unanswered({ agent, at, promised }: { agent: WallAgent; at: string; promised: Wall['promised'] }) {
  const t = useText()
  const seconds = agent.longestUnansweredSeconds
  const waited = (now: number) => (seconds ?? 0) + Math.max(0, Math.floor((now - Date.parse(at)) / 1000))
  const text = useFromClock((now) => duration(waited(now) * 1000, t))
  const tone = useFromClock((now) => {
    const within = agent.promisedSeconds ?? promised.answerSeconds
    const share = within === null ? 0 : waited(now) / within
    return share >= 1 ? 'late' : share >= promised.warnShare ? 'attention' : 'calm'
  })
  if (seconds === null) return null
  return (
    <span className={`waiting-chip is-${tone}`} title={t('wall.unanswered')}>
      {text}
    </span>
  )
}

function TodayOf({ agent }: { agent: WallAgent }) {
  const t = useText()
  const { received, averageResponseSeconds, repliedWithin3Minutes } = agent.today
  const figures = [
    [t('today.received'), received],
    [t('today.response'), averageResponseSeconds === null ? '–' : `${Math.round(averageResponseSeconds)} s`],
    [t('today.within-3'), repliedWithin3Minutes === null ? '–' : `${percent(repliedWithin3Minutes)}%`],
  ]
  return (
    <div className="agent-today">
      <b>{agent.name}</b>
      <span className="faint small">{agent.group?.name}</span>
      <dl>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function CardMenu({ agent }: { agent: WallAgent }) {
  const t = useText()
  const { become, listen } = useWallActs()
  const waiting = agent.conversation
  const items: MenuProps['items'] = [
    ...(waiting ? [{ key: 'listen', label: t('action.listen') }, { type: 'divider' as const }] : []),
    ...states.map((state) => ({
      key: state,
      disabled: state === agent.state,
      icon: <PresenceDot state={state} />,
      label: t('wall.set-state', { state: t(`presence.${state}`) }),
    })),
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'listen' && waiting) listen(waiting)
          else if (key !== 'listen') become(agent.id, key as PresenceState, key === 'break' ? t('wall.break-by-lead') : undefined)
        },
      }}
    >
      <Button type="text" size="small" className="agent-more" icon={<MoreOutlined />} aria-label={t('wall.acts-on', { name: agent.name })} />
    </Dropdown>
  )
}

function issueName(issue: string, t: ReturnType<typeof useText>): string {
  return t(`issue.${issue}` as TextKey)
}
