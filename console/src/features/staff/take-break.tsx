import { Button, Modal } from 'antd'
import { useText } from '@/shared/i18n/text'
import { useBreakReasons } from './api'

/** A break says why; one key is enough: the reasons are numbered. */
export function TakeBreak(props: { open: boolean; onChoose(reason: string): void; onClose(): void }) {
  const t = useText()
  const { data: reasons = [] } = useBreakReasons()
  return (
    <Modal
      open={props.open}
      title={t('presence.break-why')}
      onCancel={props.onClose}
      footer={null}
      width={360}
      destroyOnHidden
    >
      <p className="quiet small">{t('presence.break-hint')}</p>
      <div
        className="break-reasons"
        onKeyDown={(event) => {
          const reason = reasons[Number(event.key) - 1]
          if (reason) props.onChoose(reason)
        }}
      >
        {reasons.map((reason, index) => (
          <Button key={reason} block autoFocus={index === 0} onClick={() => props.onChoose(reason)}>
            <kbd>{index + 1}</kbd>
            {reason}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
