import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Customer, Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { useChangeCustomer } from './api'

export function Notes({ customer, me }: { customer: Customer; me: Me }) {
  const t = useText()
  const now = useNow()
  const complain = useComplaint()
  const change = useChangeCustomer(customer.id)
  const [text, setText] = useState('')
  const add = () => {
    const words = text.trim()
    if (words) change.mutate({ kind: 'add-note', text: words }, { onSuccess: () => setText(''), onError: complain })
  }
  return (
    <section className="customer-part">
      <h4>{t('customer.notes')}</h4>
      <ul className="notes">
        {customer.notes.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <p className="faint small note-foot" title={exactTime(note.at)}>
              {note.by} · {pastTime(note.at, now, t)}
              {(note.by === me.name || note.by === me.nickname || me.role !== 'agent') && (
                <Popconfirm
                  title={t('customer.delete-note')}
                  okText={t('action.delete')}
                  onConfirm={() => change.mutate({ kind: 'remove-note', noteId: note.id }, { onError: complain })}
                >
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('action.delete')} />
                </Popconfirm>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000}
        variant="filled"
        placeholder={t('customer.note-placeholder')}
        aria-label={t('customer.new-note')}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
    </section>
  )
}
