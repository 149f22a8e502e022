import { EyeOutlined, MailOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { Task } from '@/shared/api/floor'
import type { Me, Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { mayLead } from '@/shared/lead'
import { standards } from '@/shared/standards'
import { useFromClock, useNow } from '@/shared/time/clock'
import { duration, exactTime, pastTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import '@/shared/ui/waiting-chip.css'
import { useTaskVerbs } from './api'

interface Props {
  task: Task
  me: Me
  members: Named[]
  onOpen(conversation: string): void
  onFinish(task: Task): void
}

/** One promise: to whom, what, until when, and what I can do for it. */
export function TaskRow({ task, me, members, onOpen, onFinish }: Props) {
  const t = useText()
  const now = useNow()
  return (
    <article className="task" aria-label={t('task.of', { kind: t(`task.${task.kind}`), name: task.customer.name })}>
      <span className={`task-picture is-${task.kind}`}>{task.kind === 'call-back' ? <PhoneOutlined /> : <MailOutlined />}</span>
      <div className="task-what">
        <p>
          <b>{task.customer.name}</b>
          {task.contact && <Contact id={task.id} shown={task.contact} />}
        </p>
        <p className="quiet ellipsis" title={task.text}>
          {task.state === 'done' && task.outcome ? t(`task.outcome-${task.outcome}`) + (task.note ? ` · ${task.note}` : '') : task.text || t(`task.${task.kind}`)}
        </p>
      </div>
      <div className="task-when">
        {task.state === 'open' ? <Until task={task} /> : <span className="quiet">{pastTime(task.doneAt ?? task.createdAt, now, t)}</span>}
        <span className="faint small">{t('task.promised', { time: exactTime(task.promisedAt).slice(5, 16) })}</span>
      </div>
      <div className="task-who">
        {task.owner ? <span className="ellipsis">{task.owner.name}</span> : <span className="faint">{t('task.nobody')}</span>}
        <span className="faint small ellipsis">{task.store?.name ?? task.group?.name ?? ''}</span>
      </div>
      <Acts task={task} me={me} members={members} onOpen={onOpen} onFinish={onFinish} />
    </article>
  )
}

/** Shown in part; whoever looks at the whole leaves a record of it. */
function Contact({ id, shown }: { id: string; shown: string }) {
  const t = useText()
  const complain = useComplaint()
  const { reveal } = useTaskVerbs()
  const whole = reveal.data?.value
  return (
    <span className="quiet task-contact">
      {whole ?? shown}
      {shown.includes('*') && !whole && (
        <Tooltip title={t('merge.reveal')}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            loading={reveal.isPending}
            aria-label={t('merge.reveal')}
            onClick={() => reveal.mutate(id, { onError: complain })}
          />
        </Tooltip>
      )}
    </span>
  )
}

/** How much of the promised time is left; amber when most of it is gone, red when it is over. */
function Until({ task }: { task: Task }) {
  const t = useText()
  const due = Date.parse(task.dueAt)
  const created = Date.parse(task.createdAt)
  const tone = useFromClock((now) => {
    if (now >= due) return 'late'
    return now >= created + (due - created) * standards.attentionShare ? 'attention' : 'calm'
  })
  const text = useFromClock((now) => t(now < due ? 'task.left' : 'task.over', { time: duration(Math.abs(due - now), t) }))
  return <span className={`waiting-chip is-${tone}`}>{text}</span>
}

function Acts({ task, me, members, onOpen, onFinish }: Props) {
  const t = useText()
  const complain = useComplaint()
  const { own } = useTaskVerbs()
  const { conversation } = task
  const isMine = task.owner?.id === me.id
  const give = (memberId: string) => own.mutate({ id: task.id, memberId }, { onError: complain })
  return (
    <div className="task-acts">
      {task.state === 'open' && !isMine && (
        <Button size="small" type={task.owner ? 'default' : 'primary'} loading={own.isPending} onClick={() => give(me.id)}>
          {t('task.take')}
        </Button>
      )}
      {task.state === 'open' && mayLead(me) && members.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            style: { maxHeight: 320, overflowY: 'auto' },
            items: members.filter((member) => member.id !== task.owner?.id).map((member) => ({ key: member.id, label: member.name })),
            onClick: ({ key }) => give(key),
          }}
        >
          <Button size="small">{t('task.give')}</Button>
        </Dropdown>
      )}
      {conversation && (
        <Button size="small" onClick={() => onOpen(conversation)}>
          {t('task.open-conversation')}
        </Button>
      )}
      {task.state === 'open' && isMine && (
        <Button size="small" type="primary" onClick={() => onFinish(task)}>
          {t('task.finish')}
        </Button>
      )}
    </div>
  )
}
