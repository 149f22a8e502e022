import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Mark, Wordmark } from '@/shared/ui/mark'
import { useDemo, useSignIn } from './api'
import { DemoLogins } from './demo-logins'
import './staff.css'

interface Credentials {
  login: string
  password: string
}

export function SignIn({ corner }: { corner: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const [form] = Form.useForm<Credentials>()
  const loginField = useRef<InputRef>(null)
  const signIn = useSignIn()
  const { data: demo } = useDemo()
  const problem = signIn.error
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
        <Form<Credentials> form={form} layout="vertical" requiredMark={false} size="large" onFinish={(values) => signIn.mutate(values)}>
          <Form.Item name="login" label={t('sign-in.login')} rules={[{ required: true, message: t('sign-in.login-missing') }]}>
            <Input ref={loginField} autoComplete="username" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign-in.password')}
            rules={[{ required: true, message: t('sign-in.password-missing') }]}
            style={{ marginBottom: 4 }}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <div className="sign-in-problem" role="alert">
            {problem && (problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title'))}
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
