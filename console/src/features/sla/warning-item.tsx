import { AlertFilled, ClockCircleFilled, CustomerServiceOutlined, FrownFilled, MoreOutlined, PhoneFilled, ThunderboltFilled } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Warning, WarningKind } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { useClock } from '@/shared/clocks/clocks'
import { count } from '@/shared/clocks/count'
import { now as present, useFromClock } from '@/shared/time/clock'
import { exactTime, shortPastTime, stopwatch } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import '@/shared/ui/waiting-chip.css'
import { useHandleWarning } from './api'
import { useWallActs } from './wall-acts'

const pictures: Record<WarningKind, ReactNode> = {
  'near-breach': <ClockCircleFilled />,
  breach: <AlertFilled />,
  'urgent-unanswered': <ThunderboltFilled />,
  complaint: <FrownFilled />,
  'call-back-due': <PhoneFilled />,
}

/** One warning: who waits for whom, how long, and what can be done about it on the spot. */
export function WarningItem({ warning }: { warning: Warning }) {
  const t = useText()
  const where = [warning.agent?.name ?? t('warning.nobody'), warning.group?.name, warning.store?.name].filter(Boolean).join(' · ')
  return (
    <article className={`warning is-${warning.kind}${warning.handledAt ? ' is-handled' : ''}`} aria-label={t(`warning.${warning.kind}`)}>
      <span className="warning-picture">{pictures[warning.kind]}</span>
      <div className="warning-text">
        <div className="agent-line">
          <b className="ellipsis">{warning.customer.name}</b>
          <Course warning={warning} />
        </div>
        <div className="agent-line small">
          <span className="warning-kind">{t(`warning.${warning.kind}`)}</span>
          {warning.level > 1 && <span className="warning-level">{t('warning.level', { n: warning.level })}</span>}
          <span className="quiet ellipsis">{where}</span>
        </div>
        {warning.handledAt ? (
          <p className="faint small">
            {t(warning.handledBy ? 'warning.handled' : 'warning.settled', { name: warning.handledBy?.name ?? '', time: shortPastTime(warning.handledAt, present(), t) })}
          </p>
        ) : (
          <Acts warning={warning} />
        )}
      </div>
    </article>
  )
}

/** The clock of the conversation while it runs, afterwards when it was. */
function Course({ warning }: { warning: Warning }) {
  const t = useText()
  const told = useClock(warning.conversation ?? '')
  // A task has its own time; the clock of its conversation says nothing about it.
  const clock = warning.task ? null : (told ?? warning.clock)
  const isRunning = !!clock && clock.state !== 'stopped' && !warning.handledAt
  const text = useFromClock((now) => (isRunning && clock ? stopwatch(count(clock, now).used) : shortPastTime(warning.at, now, t)))
  const tone = useFromClock((now) => (isRunning && clock ? count(clock, now).tone : 'calm'))
  return (
    <span className={isRunning ? `waiting-chip is-${tone}` : 'faint small row-right'} title={exactTime(warning.at)}>
      {text}
    </span>
  )
}

function Acts({ warning }: { warning: Warning }) {
  const t = useText()
  const complain = useComplaint()
  const acts = useWallActs()
  const handle = useHandleWarning()
  const { conversation } = warning
  const isHeld = warning.agent !== null
  return (
    <div className="warning-acts">
      {warning.task && (
        <Button size="small" type="primary" onClick={acts.seeTasks}>
          {t('warning.to-task')}
        </Button>
      )}
      {conversation && !warning.task && acts.leads && (
        <Button size="small" type="primary" onClick={() => acts.takeOver(conversation)}>
          {t('action.take-over')}
        </Button>
      )}
      {conversation && !warning.task && acts.leads && isHeld && (
        <Button size="small" onClick={() => acts.speakIn(conversation)}>
          {t('action.speak-in')}
        </Button>
      )}
      <Button size="small" loading={handle.isPending} onClick={() => handle.mutate({ id: warning.id }, { onError: complain })}>
        {t('warning.handle')}
      </Button>
      {conversation && (
        <>
          {acts.leads && (
            <Tooltip title={t('action.listen')}>
              <Button
                size="small"
                type="text"
                icon={<CustomerServiceOutlined />}
                aria-label={t('action.listen')}
                onClick={() => (isHeld ? acts.listen(conversation) : acts.open(conversation))}
              />
            </Tooltip>
          )}
          <Dropdown
            trigger={['click']}
            menu={{
              items: [...(acts.leads ? [{ key: 'reassign', label: t('action.reassign') }] : []), { key: 'open', label: t('warning.open') }],
              onClick: ({ key }) => (key === 'reassign' ? acts.reassign(conversation) : acts.open(conversation)),
            }}
          >
            <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('warning.more')} />
          </Dropdown>
        </>
      )}
    </div>
  )
}
