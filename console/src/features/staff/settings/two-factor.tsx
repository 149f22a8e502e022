import { Button, Form, Input, QRCode, Tag } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/shared/api/client'
import { useText } from '@/shared/i18n/text'
import { keepFile } from '@/shared/text/csv'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { CopyButton } from '@/shared/ui/settings/secret'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { sessionKey } from '../api'
import './staff-settings.css'

interface Seed {
  secret: string
  uri: string
}

/** A second proof at sign-in: the code of an application on the phone. */
export function TwoFactor({ isOn }: { isOn: boolean }) {
  const t = useText()
  const client = useQueryClient()
  const complain = useComplaint()
  const done = useDone()
  const [codes, setCodes] = useState<string[] | null>(null)
  const [turnsOff, setTurnsOff] = useState(false)
  const readAgain = () => client.invalidateQueries({ queryKey: sessionKey })
  const begin = useMutation({
    mutationFn: () => api<Seed>('POST', '/api/staff/me/two-factor'),
    onError: complain,
  })
  const confirm = useMutation({
    mutationFn: (code: string) => api<{ recoveryCodes: string[] }>('PUT', '/api/staff/me/two-factor', { code }),
    onSuccess: ({ recoveryCodes }) => {
      setCodes(recoveryCodes)
      begin.reset()
      void readAgain()
    },
    onError: complain,
  })
  return (
    <SettingsPart
      title={t('account.two-factor')}
      hint={t('account.two-factor-means')}
      actions={
        isOn ? (
          <>
            <Tag color="success" variant="filled" className="state-tag">
              {t('settings.on')}
            </Tag>
            <Button danger onClick={() => setTurnsOff(true)}>
              {t('account.two-factor-off')}
            </Button>
          </>
        ) : (
          !begin.data && (
            <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
              {t('account.two-factor-on')}
            </Button>
          )
        )
      }
    >
      {begin.data && <Confirm seed={begin.data} waits={confirm.isPending} onCode={(code) => confirm.mutate(code)} onCancel={() => begin.reset()} />}
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {turnsOff && (
        <FormDrawer<{ password: string }>
          title={t('account.two-factor-off')}
          initial={{ password: '' }}
          width={400}
          saveTitle={t('account.two-factor-off')}
          onClose={() => setTurnsOff(false)}
          onSave={async (fields) => {
            await api('DELETE', '/api/staff/me/two-factor', fields)
            await readAgain()
            done(t('account.two-factor-is-off'))
          }}
        >
          <p className="quiet form-note">{t('account.two-factor-off-means')}</p>
          <Form.Item name="password" label={t('account.current')} rules={[{ required: true, message: t('account.current-missing') }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
        </FormDrawer>
      )}
    </SettingsPart>
  )
}

function Confirm({ seed, waits, onCode, onCancel }: { seed: Seed; waits: boolean; onCode(code: string): void; onCancel(): void }) {
  const t = useText()
  const [code, setCode] = useState('')
  return (
    <div className="two-factor-steps">
      <QRCode value={seed.uri} size={168} errorLevel="M" color="black" bgColor="white" />
      <ol>
        <li>{t('account.two-factor-step-1')}</li>
        <li>
          {t('account.two-factor-step-2')}
          <span className="two-factor-secret">
            <code>{seed.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
            <CopyButton text={seed.secret} quiet />
          </span>
        </li>
        <li>
          {t('account.two-factor-step-3')}
          <form
            className="two-factor-code"
            onSubmit={(event) => {
              event.preventDefault()
              onCode(code)
            }}
          >
            <Input.OTP length={6} autoFocus value={code} onChange={setCode} formatter={(text) => text.replace(/\D/g, '')} aria-label={t('account.code')} />
            <Button type="primary" htmlType="submit" disabled={code.length < 6} loading={waits}>
              {t('account.two-factor-confirm')}
            </Button>
            <Button onClick={onCancel}>{t('action.cancel')}</Button>
          </form>
        </li>
      </ol>
    </div>
  )
}

/** Shown this once: the way in when the phone is lost. */
function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const t = useText()
  return (
    <div className="recovery" role="status">
      <b>{t('account.recovery')}</b>
      <p className="quiet small">{t('account.recovery-means')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="settings-actions">
        <CopyButton text={codes.join('\n')} />
        <Button size="small" onClick={() => keepFile('huixiang-recovery-codes.txt', codes.join('\n'), 'text/plain')}>
          {t('account.recovery-keep')}
        </Button>
        <Button size="small" type="primary" onClick={onDone}>
          {t('settings.secret.kept')}
        </Button>
      </div>
    </div>
  )
}
