import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '@/shared/api/client'
import type { Task } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure, ListSkeleton } from '@/shared/ui/states'
import './task.css'

interface TaskPromise {
  kind: Task['kind']
  seconds: number
  reminderSeconds: number
}

const key = ['task-standards'] as const
const address = '/api/settings/task-standards'

/** Within which time we call back and answer what was left, and when the owner is reminded. */
export function TaskStandards() {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api<{ items: TaskPromise[] }>('GET', address, undefined, signal),
  })
  if (error && !data) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <SettingsPart title={t('standard.tasks')} hint={t('standard.tasks-hint')}>
        <ListSkeleton rows={2} height={40} />
      </SettingsPart>
    )
  }
  return <Editor key={JSON.stringify(data.items)} saved={data.items} />
}

function Editor({ saved }: { saved: TaskPromise[] }) {
  const t = useText()
  const done = useDone()
  const complain = useComplaint()
  const client = useQueryClient()
  const [items, setItems] = useState(saved)
  const isChanged = JSON.stringify(items) !== JSON.stringify(saved)
  useUnsaved(isChanged)
  const put = useMutation({
    mutationFn: () => api<{ items: TaskPromise[] }>('PUT', address, { items }),
    onSuccess: (after) => {
      client.setQueryData(key, after)
      done(t('standard.tasks-saved'))
    },
    onError: complain,
  })
  const set = (kind: Task['kind'], change: Partial<TaskPromise>) =>
    setItems(items.map((item) => (item.kind === kind ? { ...item, ...change } : item)))
  return (
    <SettingsPart
      title={t('standard.tasks')}
      hint={t('standard.tasks-hint')}
      actions={
        isChanged && (
          <>
            <Button onClick={() => setItems(saved)}>{t('hours.undo')}</Button>
            <Button type="primary" disabled={items.some((item) => item.reminderSeconds >= item.seconds)} loading={put.isPending} onClick={() => put.mutate()}>
              {t('action.save')}
            </Button>
          </>
        )
      }
    >
      <ul className="task-standards">
        {items.map(({ kind, seconds, reminderSeconds }) => {
          const name = t(`standard.task-${kind}`)
          return (
            <li key={kind}>
              <span>{name}</span>
              <Minutes label={t('standard.task-within', { name })} seconds={seconds} from={1} onChange={(value) => set(kind, { seconds: value })} />
              <span className="faint small">{t('standard.task-remind')}</span>
              <Minutes label={t('standard.task-remind-of', { name })} seconds={reminderSeconds} from={0} onChange={(value) => set(kind, { reminderSeconds: value })} />
            </li>
          )
        })}
      </ul>
    </SettingsPart>
  )
}

function Minutes(props: { label: string; seconds: number; from: number; onChange(seconds: number): void }) {
  const t = useText()
  return (
    <InputNumber
      min={props.from}
      max={10_080}
      precision={0}
      value={Math.round(props.seconds / 60)}
      aria-label={props.label}
      suffix={t('settings.minutes')}
      onChange={(minutes) => minutes !== null && props.onChange(minutes * 60)}
    />
  )
}
