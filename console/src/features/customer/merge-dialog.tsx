import { ArrowRightOutlined, SwapOutlined } from '@ant-design/icons'
import { Alert, AutoComplete, Button, Input, Modal, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { Customer } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { Face } from '@/shared/ui/face'
import { LevelTag } from '@/shared/ui/level-tag'
import { useComplaint } from '@/shared/ui/problem'
import { useCustomer } from './api'
import { useMerge, usePeople } from './identity-api'
import { maskedEmail, maskedPhone } from './mask'
import './merge.css'

interface DialogProps {
  customer: Customer
  /** Known when it was suggested; else it is looked for here. */
  otherId?: string
  onClose(): void
}

/** Two files side by side, what becomes of them, and why. */
export function MergeDialog({ customer, otherId, onClose }: DialogProps) {
  const t = useText()
  const complain = useComplaint()
  const merge = useMerge()
  const [chosen, setChosen] = useState(otherId)
  const [isTurned, setTurned] = useState(false)
  const [reason, setReason] = useState('')
  const other = useCustomer(chosen ?? customer.id).data
  const ready = chosen && other && other.id !== customer.id
  const from = isTurned ? customer : other
  const into = isTurned ? other : customer
  const doIt = () => {
    if (!ready || !from || !into) return
    merge.mutate({ from: from.id, into: into.id, reason: reason.trim() }, { onSuccess: onClose, onError: complain })
  }
  return (
    <Modal
      open
      width={640}
      title={t('merge.title')}
      okText={t('merge.do')}
      okButtonProps={{ disabled: !ready || !reason.trim() }}
      confirmLoading={merge.isPending}
      onOk={doIt}
      onCancel={onClose}
    >
      {!otherId && <PersonSearch not={customer.id} onChoose={setChosen} />}
      {chosen && !other && <Skeleton active />}
      {ready && from && into && (
        <>
          <div className="merge-pair">
            <FileView file={from} title={t('merge.goes')} />
            <div className="merge-arrow">
              <ArrowRightOutlined />
              <Button size="small" icon={<SwapOutlined />} onClick={() => setTurned(!isTurned)}>
                {t('merge.turn')}
              </Button>
            </div>
            <FileView file={into} title={t('merge.stays')} />
          </div>
          <Outcome from={from} into={into} />
          <label className="merge-reason">
            {t('merge.reason')}
            <Input.TextArea
              value={reason}
              maxLength={200}
              autoSize={{ minRows: 2, maxRows: 4 }}
              placeholder={t('merge.reason-placeholder')}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        </>
      )}
    </Modal>
  )
}

function PersonSearch({ not, onChoose }: { not: string; onChoose(id: string): void }) {
  const t = useText()
  const [words, setWords] = useState('')
  const { data } = usePeople(words.trim())
  const people = (data?.items ?? []).filter((one) => one.id !== not)
  return (
    <AutoComplete
      autoFocus
      className="merge-search"
      value={words}
      options={people.map((one) => ({
        value: one.id,
        label: (
          <span className="merge-person">
            <Face name={one.name} picture={one.avatar} size={24} />
            <span className="ellipsis">{one.name}</span>
            <span className="faint small">{one.phone ? maskedPhone(one.phone) : one.email ? maskedEmail(one.email) : ''}</span>
          </span>
        ),
      }))}
      placeholder={t('merge.search')}
      aria-label={t('merge.search')}
      onChange={(text: string) => setWords(people.find((one) => one.id === text)?.name ?? text)}
      onSelect={onChoose}
    />
  )
}

function FileView({ file, title }: { file: Customer; title: string }) {
  const t = useText()
  return (
    <section className="merge-file">
      <h5>{title}</h5>
      <div className="merge-person">
        <Face name={file.name} picture={file.avatar} size={32} />
        <strong className="ellipsis">{file.name}</strong>
        <LevelTag level={file.level} vip={file.vip} />
      </div>
      <dl className="facts small">
        <dt>{t('customer.phone')}</dt>
        <dd className="ellipsis">{file.phone ? maskedPhone(file.phone) : '–'}</dd>
        <dt>{t('customer.email')}</dt>
        <dd className="ellipsis">{file.email ? maskedEmail(file.email) : '–'}</dd>
        <dt>{t('customer.identities')}</dt>
        <dd>{file.identities.length}</dd>
        <dt>{t('customer.tags')}</dt>
        <dd>{file.tags.length ? file.tags.map((tag) => <Tag key={tag.name}>{tag.name}</Tag>) : '–'}</dd>
        <dt>{t('customer.notes')}</dt>
        <dd>{file.notes.length}</dd>
        <dt>{t('customer.dedicated')}</dt>
        <dd>{file.dedicated?.name ?? '–'}</dd>
      </dl>
    </section>
  )
}

/** What the file that stays will hold. */
function Outcome({ from, into }: { from: Customer; into: Customer }) {
  const t = useText()
  const tags = new Set([...into.tags, ...from.tags].map((tag) => tag.name))
  const lines = [
    t('merge.will-hold', {
      name: into.name,
      identities: into.identities.length + from.identities.length,
      tags: tags.size,
      notes: into.notes.length + from.notes.length,
    }),
    t('merge.will-follow'),
  ]
  if (!into.phone && from.phone) lines.push(t('merge.learns-phone', { value: maskedPhone(from.phone) }))
  if (!into.email && from.email) lines.push(t('merge.learns-email', { value: maskedEmail(from.email) }))
  if (from.dedicated && into.dedicated) lines.push(t('merge.keeps-agent', { name: into.dedicated.name }))
  if (from.dedicated && !into.dedicated) lines.push(t('merge.takes-agent', { name: from.dedicated.name }))
  const members = (file: Customer) => file.identities.some((identity) => identity.kind.toLowerCase() === 'member')
  return (
    <>
      <ul className="merge-outcome">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {members(from) && members(into) && <Alert type="warning" showIcon title={t('merge.two-members')} />}
    </>
  )
}
