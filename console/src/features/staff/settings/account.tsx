import { Button, Form, Input } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPage, SettingsPart } from '@/shared/ui/settings/settings-page'
import { isGoodPassword, usePasswordLength } from '../password'
import { roleTitle } from '../role-title'
import { PasswordRules } from './password-field'
import { TwoFactor } from './two-factor'
import './staff-settings.css'

export function AccountPage({ me }: { me: Me }) {
  const t = useText()
  return (
    <SettingsPage title={t('settings.account')} hint={`${me.name} · ${me.login} · ${roleTitle(me.role, t) || (me.roleName ?? '')}`}>
      <ChangePassword me={me} />
      {me.twoFactor !== undefined && <TwoFactor isOn={me.twoFactor} />}
    </SettingsPage>
  )
}

interface Fields {
  current: string
  next: string
  again: string
}

function ChangePassword({ me }: { me: Me }) {
  const t = useText()
  const length = usePasswordLength()
  const done = useDone()
  const complain = useComplaint()
  const [form] = Form.useForm<Fields>()
  const next: string = Form.useWatch('next', form) ?? ''
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) => api<void>('PUT', '/api/staff/me/password', { current, next }),
    onSuccess: () => {
      form.resetFields()
      done(t('account.password-changed'))
    },
    onError: complain,
  })
  return (
    <SettingsPart title={t('account.password')} hint={t('account.password-means')}>
      <Form<Fields> form={form} className="account-form" layout="vertical" requiredMark={false} onFinish={(fields) => change.mutate(fields)}>
        <input type="text" autoComplete="username" value={me.login} readOnly hidden />
        <Form.Item name="current" label={t('account.current')} rules={[{ required: true, message: t('account.current-missing') }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item label={t('account.next')} required>
          <Form.Item
            name="next"
            noStyle
            rules={[{ validator: async (_, value: string) => isGoodPassword(value ?? '', length, me.login) || Promise.reject(new Error(t('password.not-yet'))) }]}
          >
            <Input.Password autoComplete="new-password" maxLength={72} aria-label={t('account.next')} />
          </Form.Item>
          <PasswordRules password={next} login={me.login} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('account.again')}
          dependencies={['next']}
          rules={[{ validator: async (_, value: string) => value === next || Promise.reject(new Error(t('account.again-wrong'))) }]}
        >
          <Input.Password autoComplete="new-password" maxLength={72} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.change-password')}
        </Button>
      </Form>
    </SettingsPart>
  )
}
