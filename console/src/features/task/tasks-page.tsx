import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Segmented, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { Task } from '@/shared/api/floor'
import type { Me, Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useTasks, type Shown } from './api'
import { FinishTask } from './finish-task'
import { TaskRow } from './task-row'
import './task.css'

interface Props {
  me: Me
  /** Whom a lead may give a task to. */
  members: Named[]
  onOpen(conversation: string): void
}

/** Call-backs and messages left: whom we promised what until when, and who does it. */
export function TasksPage({ me, members, onOpen }: Props) {
  const t = useText()
  const [shown, setShown] = useState<Shown>('open')
  const [kind, setKind] = useState<Task['kind'] | undefined>()
  const [words, setWords] = useState('')
  const [finished, setFinished] = useState<Task | null>(null)
  const list = useTasks(shown)
  const wanted = useDeferredValue(words.trim().toLowerCase())
  const all = list.data?.pages.flatMap((page) => page.items) ?? []
  const tasks = all.filter((task) => (!kind || task.kind === kind) && (!wanted || wordsOf(task).includes(wanted)))
  return (
    <main className="tasks">
      <header className="tasks-head">
        <h1>{t('task.title')}</h1>
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={(['open', 'mine', 'done'] as const).map((value) => ({ value, label: t(`task.${value}`) }))}
        />
        <span className="bar-space" />
        <Select<Task['kind'] | undefined>
          allowClear
          value={kind}
          onChange={setKind}
          placeholder={t('task.all-kinds')}
          aria-label={t('task.all-kinds')}
          style={{ width: 136 }}
          options={(['call-back', 'left-message'] as const).map((value) => ({ value, label: t(`task.${value}`) }))}
        />
        <Input
          allowClear
          prefix={<SearchOutlined />}
          value={words}
          placeholder={t('task.search')}
          aria-label={t('task.search')}
          onChange={(event) => setWords(event.target.value)}
          style={{ width: 240 }}
        />
      </header>
      <div className="tasks-body scroll">
        {list.isPending && <ListSkeleton rows={6} height={72} />}
        {list.isError && all.length === 0 && <Failure problem={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && tasks.length === 0 && <Empty shown={shown} isFiltered={all.length > 0} onAll={() => (setKind(undefined), setWords(''))} />}
        {tasks.length > 0 && (
          <ul className="task-list">
            {tasks.map((task) => (
              <li key={task.id}>
                <TaskRow task={task} me={me} members={members} onOpen={onOpen} onFinish={setFinished} />
              </li>
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button block type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('task.more')}
          </Button>
        )}
      </div>
      {finished && <FinishTask key={finished.id} task={finished} onClose={() => setFinished(null)} />}
    </main>
  )
}

function wordsOf(task: Task): string {
  return [task.customer.name, task.contact, task.text, task.owner?.name, task.group?.name].join(' ').toLowerCase()
}

function Empty({ shown, isFiltered, onAll }: { shown: Shown; isFiltered: boolean; onAll(): void }) {
  const t = useText()
  if (isFiltered) return <Nothing sentence={t('task.nothing-found')} action={t('list.clear-filter')} onAction={onAll} />
  return <Nothing sentence={t(`task.${shown}-empty`)} hint={shown === 'done' ? undefined : t('task.empty-hint')} />
}
