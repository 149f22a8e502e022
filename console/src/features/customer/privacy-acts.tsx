import { DeleteOutlined, DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useSession } from '@/shared/api/session'
import { may } from '@/shared/access'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { Failure } from '@/shared/ui/states'
import { useErase, useErasureOutlook } from './profile-api'

/** What a person may ask for: his data, or to be forgotten. Shown to whoever may do it. */
export function PrivacyActs({ customerId }: { customerId: string }) {
  const t = useText()
  const { data: me } = useSession()
  const [erases, setErases] = useState(false)
  if (!me) return null
  const mayExport = may(me, 'export')
  const mayErase = may(me, 'lead-all') || may(me, 'lead-group')
  if (!mayExport && !mayErase) return null
  return (
    <section className="customer-part">
      <h4>{t('privacy.acts')}</h4>
      <div className="privacy-acts">
        {mayExport && (
          <Button size="small" icon={<DownloadOutlined />} href={`/api/customers/${customerId}/archive.zip`} download>
            {t('privacy.export')}
          </Button>
        )}
        {mayErase && (
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => setErases(true)}>
            {t('privacy.erase')}
          </Button>
        )}
      </div>
      <p className="faint small">{t('privacy.acts-hint')}</p>
      {erases && <EraseDialog customerId={customerId} onClose={() => setErases(false)} />}
    </section>
  )
}

/** Says what will be gone, what stays and that nobody can undo it; then asks once, with the name typed. */
function EraseDialog({ customerId, onClose }: { customerId: string; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const complain = useComplaint()
  const { message } = App.useApp()
  const { data: outlook, error, refetch } = useErasureOutlook(customerId)
  const erase = useErase(customerId)
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const hindered = !outlook || outlook.hindrances.length > 0 || outlook.erasedAt !== null
  const ready = !hindered && name.trim() === outlook.name && reason.trim() !== ''
  const doIt = () =>
    erase.mutate(
      { name: name.trim(), reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('privacy.erased'))
          onClose()
        },
        onError: complain,
      },
    )
  return (
    <Modal
      open
      width={480}
      title={t('privacy.erase-title')}
      okText={t('privacy.erase-do')}
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={erase.isPending}
      onOk={doIt}
      onCancel={onClose}
    >
      {error && <Failure problem={error} onRetry={() => void refetch()} />}
      {!outlook && !error && <Skeleton active />}
      {outlook?.erasedAt && <Alert type="info" showIcon title={t('privacy.erased-at', { time: exactTime(outlook.erasedAt) })} />}
      {outlook?.hindrances.map((why) => <Alert key={why.zh} type="warning" showIcon title={inLanguage(why, language)} />)}
      {outlook && !outlook.erasedAt && (
        <>
          <p>{t('privacy.erase-means')}</p>
          <ul className="erase-parts">
            {outlook.parts
              .filter((part) => part.rows > 0)
              .map((part) => (
                <li key={part.name}>
                  {inLanguage(part.words, language)} <span className="faint">{part.rows}</span>
                </li>
              ))}
          </ul>
          <p className="quiet small">{t('privacy.erase-stays')}</p>
          <label className="merge-reason">
            {t('privacy.reason')}
            <Input value={reason} maxLength={200} placeholder={t('privacy.reason-hint')} onChange={(event) => setReason(event.target.value)} />
          </label>
          <label className="merge-reason">
            {t('privacy.type-name', { name: outlook.name })}
            <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </label>
        </>
      )}
    </Modal>
  )
}
