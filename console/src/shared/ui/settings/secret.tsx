import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import './settings.css'

export function CopyButton({ text, quiet }: { text: string; quiet?: boolean }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(text).catch(() => undefined)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const label = copied ? t('action.copied') : t('action.copy')
  return (
    <Button size="small" type={quiet ? 'text' : 'default'} icon={copied ? <CheckOutlined /> : <CopyOutlined />} aria-label={label} title={label} onClick={() => void copy()}>
      {quiet ? null : label}
    </Button>
  )
}

export function CodeBlock({ text }: { text: string }) {
  return (
    <pre className="code-block">
      {text}
      <CopyButton text={text} quiet />
    </pre>
  )
}

/** What the house keeps only as a hash: shown this once, to be copied now. */
export function SecretOnce(props: { title: string; secret: string; children?: ReactNode; onClose(): void }) {
  const t = useText()
  return (
    <Modal
      open
      title={props.title}
      width={560}
      onCancel={props.onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={props.onClose}>
          {t('settings.secret.kept')}
        </Button>
      }
    >
      <p className="quiet">{t('settings.secret.once')}</p>
      <div className="secret">
        <code>{props.secret}</code>
        <CopyButton text={props.secret} />
      </div>
      {props.children}
    </Modal>
  )
}
