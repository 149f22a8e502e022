import { CheckCircleFilled, CheckCircleOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { CopyButton } from '@/shared/ui/settings/secret'
import { isGoodPassword, makePassword, passwordRules, usePasswordLength } from '../password'
import './staff-settings.css'

/** A password for somebody else: made by the house or typed, shown so that it can be handed over. */
export function PasswordField({ label, hint, login: known = '', loginName }: { label: string; hint?: string; login?: string; loginName?: string }) {
  const t = useText()
  const form = Form.useFormInstance()
  const password: string = Form.useWatch('password', form) ?? ''
  const typed: string = Form.useWatch(loginName ?? 'login', form) ?? ''
  const login = known || typed
  const length = usePasswordLength()
  const [isShown, setShown] = useState(false)
  return (
    <Form.Item label={label} required extra={hint}>
      <Space.Compact block>
        <Form.Item
          name="password"
          noStyle
          rules={[{ validator: async (_, value: string) => isGoodPassword(value ?? '', length, login) || Promise.reject(new Error(t('password.not-yet'))) }]}
        >
          <Input.Password
            maxLength={72}
            autoComplete="new-password"
            aria-label={label}
            visibilityToggle={{ visible: isShown, onVisibleChange: setShown }}
          />
        </Form.Item>
        <Button
          icon={<ReloadOutlined />}
          onClick={() => {
            form.setFieldValue('password', makePassword(Math.max(14, length)))
            void form.validateFields(['password'])
            setShown(true)
          }}
        >
          {t('password.make')}
        </Button>
      </Space.Compact>
      <PasswordRules password={password} login={login} />
      {password && isShown && <CopyButton text={password} />}
    </Form.Item>
  )
}

export function PasswordRules({ password, login = '' }: { password: string; login?: string }) {
  const t = useText()
  const length = usePasswordLength()
  return (
    <ul className="password-rules small" aria-label={t('password.rules')}>
      {passwordRules(length).map((rule) => {
        const holds = rule.holds(password, login)
        return (
          <li key={rule.title} className={holds ? 'is-kept' : ''}>
            {holds ? <CheckCircleFilled aria-hidden /> : <CheckCircleOutlined aria-hidden />} {t(rule.title, rule.values)}
            <span className="visually-hidden">{holds ? t('password.kept') : ''}</span>
          </li>
        )
      })}
    </ul>
  )
}
