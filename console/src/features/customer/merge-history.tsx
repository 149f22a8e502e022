import { MergeOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Customer, Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { mayMerge, useMerges, useUndoMerge, type Merge } from './identity-api'
import { MergeDialog } from './merge-dialog'
import './merge.css'

/** Which files became this one, by whom and why; each can be taken back. */
export function MergeHistory({ customer, me }: { customer: Customer; me: Me }) {
  const t = useText()
  const now = useNow()
  const { data } = useMerges(customer.id)
  const [merges, setMerges] = useState(false)
  const [undoes, setUndoes] = useState<Merge | null>(null)
  const items = data?.items ?? []
  if (items.length === 0 && !mayMerge(me)) return null
  return (
    <section className="customer-part">
      <h4>
        {t('merge.history')}
        {mayMerge(me) && (
          <Button type="text" size="small" icon={<MergeOutlined />} onClick={() => setMerges(true)}>
            {t('merge.with-another')}
          </Button>
        )}
      </h4>
      <ol className="merge-history">
        {items.map((one) => (
          <li key={one.id}>
            <p>
              {t('merge.line', { from: one.from.name, into: one.into.name })}
              {one.undone && <span className="merge-undone">{t('merge.undone')}</span>}
            </p>
            <p className="quiet small">{one.reason}</p>
            <p className="faint small" title={exactTime(one.at)}>
              {one.by.name} · {pastTime(one.at, now, t)} · {t('merge.amount', { ...one.moved })}
            </p>
            {one.undone && (
              <p className="faint small" title={exactTime(one.undone.at)}>
                {t('merge.undone-line', { name: one.undone.by.name, reason: one.undone.reason })}
                {(one.undone.stayed.notes > 0 || one.undone.stayed.tags > 0 || one.undone.stayed.conversations > 0) &&
                  ` ${t('merge.stayed', { name: one.into.name, ...one.undone.stayed })}`}
              </p>
            )}
            {!one.undone && mayMerge(me) && (
              <Button size="small" icon={<UndoOutlined />} onClick={() => setUndoes(one)}>
                {t('merge.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {merges && <MergeDialog customer={customer} onClose={() => setMerges(false)} />}
      {undoes && <UndoDialog merge={undoes} onClose={() => setUndoes(null)} />}
    </section>
  )
}

function UndoDialog({ merge, onClose }: { merge: Merge; onClose(): void }) {
  const t = useText()
  const complain = useComplaint()
  const undo = useUndoMerge()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      width={440}
      title={t('merge.undo-title')}
      okText={t('merge.undo')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={undo.isPending}
      onOk={() => undo.mutate({ id: merge.id, reason: reason.trim() }, { onSuccess: onClose, onError: complain })}
      onCancel={onClose}
    >
      <p>{t('merge.undo-explained', { from: merge.from.name, into: merge.into.name })}</p>
      <p className="quiet">{t('merge.goes-back', { from: merge.from.name, ...merge.moved })}</p>
      <label className="merge-reason">
        {t('merge.reason')}
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 4 }}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Modal>
  )
}
