import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '@/shared/api/session'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { mayMerge } from './identity-api'
import { useConflicts, useSettleConflict, type Conflict } from './profile-api'

/** What in the file does not fit together. Nothing happens by itself: somebody looks and says why it is right. */
export function Conflicts({ customerId }: { customerId: string }) {
  const t = useText()
  const language = useLanguage()
  const { data: me } = useSession()
  const { data: conflicts = [] } = useConflicts(customerId)
  const [settled, setSettled] = useState<Conflict | null>(null)
  if (conflicts.length === 0) return null
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('conflict.title')}
        description={
          <ul className="profile-conflicts">
            {conflicts.map((conflict) => (
              <li key={conflict.kind + conflict.words.zh}>
                {inLanguage(conflict.words, language)}
                {conflict.other && <Link to={`/customers/${conflict.other}`}>{t('conflict.look')}</Link>}
                {me && mayMerge(me) && (
                  <Button type="link" size="small" onClick={() => setSettled(conflict)}>
                    {t('conflict.settle')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        }
      />
      {settled && <Settle customerId={customerId} conflict={settled} onClose={() => setSettled(null)} />}
    </>
  )
}

function Settle({ customerId, conflict, onClose }: { customerId: string; conflict: Conflict; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const complain = useComplaint()
  const settle = useSettleConflict(customerId)
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      width={420}
      title={t('conflict.settle')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={settle.isPending}
      onOk={() => settle.mutate({ kind: conflict.kind, reason: reason.trim() }, { onSuccess: onClose, onError: complain })}
      onCancel={onClose}
    >
      <p>{inLanguage(conflict.words, language)}</p>
      <Input.TextArea
        value={reason}
        maxLength={200}
        rows={2}
        aria-label={t('merge.reason')}
        placeholder={t('conflict.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
