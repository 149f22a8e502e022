import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Task, TaskOutcome } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useTaskVerbs } from './api'

const outcomes: TaskOutcome[] = ['reached', 'not-reached', 'answered', 'other']

/** How it went, in one choice and a word; then the promise is kept. */
export function FinishTask({ task, onClose }: { task: Task; onClose(): void }) {
  const t = useText()
  const complain = useComplaint()
  const { finish } = useTaskVerbs()
  const [outcome, setOutcome] = useState<TaskOutcome>(task.kind === 'call-back' ? 'reached' : 'answered')
  const [note, setNote] = useState('')
  const keep = () => finish.mutate({ id: task.id, outcome, note: note.trim() || undefined }, { onSuccess: onClose, onError: complain })
  return (
    <Modal
      open
      width={440}
      title={t('task.finish-title', { name: task.customer.name })}
      okText={t('task.finish')}
      confirmLoading={finish.isPending}
      onOk={keep}
      onCancel={onClose}
    >
      <div className="task-finish">
        <Radio.Group
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as TaskOutcome)}
          options={outcomes.map((value) => ({ value, label: t(`task.outcome-${value}`) }))}
        />
        <Input.TextArea
          value={note}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 6 }}
          placeholder={t('task.note')}
          aria-label={t('task.note')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
