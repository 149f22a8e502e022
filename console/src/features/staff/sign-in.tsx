import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Mark, Wordmark } from '@/shared/ui/mark'
import { useDemo, useSignIn, type Credentials } from './api'
import { DemoLogins } from './demo-logins'
import './staff.css'

export function SignIn({ corner }: { corner: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const [form] = Form.useForm<Credentials>()
  const loginField = useRef<InputRef>(null)
  const signIn = useSignIn()
  const { data: demo } = useDemo()
  const problem = signIn.error
  const [asksCode, setAsksCode] = useState(false)
  const enter = ({ code, ...credentials }: Credentials) =>
    signIn.mutate(asksCode ? { ...credentials, code: code?.trim() } : credentials, {
      onError: (refusal) => setAsksCode((asked) => (refusal instanceof ApiProblem ? isAboutCode(refusal) : asked)),
    })
  useEffect(() => loginField.current?.focus(), [])

  return (
    <main className="sign-in">
      <section className="sign-in-story">
        <Wordmark />
        <div>
          <h2>{t('sign-in.motto')}</h2>
          <p>{t('sign-in.story')}</p>
        </div>
        <span className="faint small">{t('sign-in.foot')}</span>
        <Mark className="sign-in-echo" />
      </section>
      <section className="sign-in-form">
        <div className="sign-in-corner">{corner}</div>
        <h1>{t('sign-in.title')}</h1>
        <Form<Credentials> form={form} layout="vertical" requiredMark={false} size="large" onFinish={enter}>
          <Form.Item name="login" label={t('sign-in.login')} rules={[{ required: true, message: t('sign-in.login-missing') }]}>
            <Input ref={loginField} autoComplete="username" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign-in.password')}
            rules={[{ required: true, message: t('sign-in.password-missing') }]}
            style={{ marginBottom: asksCode ? 16 : 4 }}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asksCode && (
            <Form.Item name="code" label={t('sign-in.code')} extra={t('sign-in.code-means')} rules={[{ required: true, whitespace: true, message: t('sign-in.code-missing') }]}>
              <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={40} spellCheck={false} />
            </Form.Item>
          )}
          <div className="sign-in-problem" role="alert">
            {problem && !isFirstAsking(problem) && (problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title'))}
          </div>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('sign-in.submit')}
          </Button>
        </Form>
        {demo && (
          <DemoLogins
            demo={demo}
            onChoose={(login) => {
              const credentials = { login, password: demo.password }
              form.setFieldsValue(credentials)
              signIn.mutate(credentials)
            }}
          />
        )}
      </section>
    </main>
  )
}

/** The password was right; what is missing or wrong is the code. */
function isAboutCode(problem: ApiProblem): boolean {
  return ['staff.code-needed', 'staff.wrong-code'].includes(problem.code)
}

/** Being asked for the code is no complaint. */
function isFirstAsking(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'staff.code-needed'
}
