import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { api, ApiProblem } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Mark, Wordmark } from '@/shared/ui/mark'
import { sessionKey } from './api'
import { isGoodPassword, usePasswordLength } from './password'
import { PasswordRules } from './settings/password-field'
import './settings/staff-settings.css'
import './staff.css'

const setUpKey = ['set-up'] as const

/** Whether this house still waits for its owner. */
export function useSetUpNeeded() {
  return useQuery({
    queryKey: setUpKey,
    queryFn: ({ signal }) =>
      api<{ needed: boolean }>('GET', '/api/setup', undefined, signal).then(
        (answer) => answer.needed,
        () => false,
      ),
    staleTime: Infinity,
  })
}

interface Fields {
  code: string
  shop: string
  name: string
  login: string
  password: string
}

/** The first page of a new house: who owns it, and what the shop is called. */
export function SetUp({ corner, onDone }: { corner: ReactNode; onDone(): void }) {
  const t = useText()
  const length = usePasswordLength()
  const language = useLanguage()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const password: string = Form.useWatch('password', form) ?? ''
  const login: string = Form.useWatch('login', form) ?? ''
  const open = useMutation({
    mutationFn: (fields: Fields) => api<unknown>('POST', '/api/setup', fields),
    onSuccess: async (_, { login, password }) => {
      client.setQueryData(setUpKey, false)
      // A fresh token first, then straight in.
      await api('GET', '/api/session').catch(() => undefined)
      const me = await api('POST', '/api/session', { login, password }).catch(() => null)
      client.setQueryData(sessionKey, me)
      onDone()
    },
  })
  const problem = open.error
  return (
    <main className="sign-in">
      <section className="sign-in-story">
        <Wordmark />
        <div>
          <h2>{t('set-up.motto')}</h2>
          <p>{t('set-up.story')}</p>
        </div>
        <span className="faint small">{t('sign-in.foot')}</span>
        <Mark className="sign-in-echo" />
      </section>
      <section className="sign-in-form is-long scroll">
        <div className="sign-in-corner">{corner}</div>
        <h1>{t('set-up.title')}</h1>
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => open.mutate(fields)}>
          <Form.Item name="code" label={t('set-up.code')} extra={t('set-up.code-means')} rules={[{ required: true, whitespace: true, message: t('set-up.code-missing') }]}>
            <Input autoFocus spellCheck={false} autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="shop" label={t('set-up.shop')} extra={t('set-up.shop-means')} rules={[{ required: true, whitespace: true, message: t('set-up.shop-missing') }]}>
            <Input maxLength={60} autoComplete="organization" />
          </Form.Item>
          <div className="two-columns">
            <Form.Item name="name" label={t('set-up.name')} rules={[{ required: true, whitespace: true, message: t('settings.members.name-missing') }]}>
              <Input maxLength={40} autoComplete="name" />
            </Form.Item>
            <Form.Item name="login" label={t('sign-in.login')} rules={[{ required: true, pattern: /^[\p{L}\p{N}._@+-]{1,60}$/u, message: t('settings.members.login-wrong') }]}>
              <Input maxLength={60} autoComplete="username" spellCheck={false} />
            </Form.Item>
          </div>
          <Form.Item label={t('sign-in.password')} required style={{ marginBottom: 4 }}>
            <Form.Item
              name="password"
              noStyle
              rules={[{ validator: async (_, value: string) => isGoodPassword(value ?? '', length, login) || Promise.reject(new Error(t('password.not-yet'))) }]}
            >
              <Input.Password maxLength={72} autoComplete="new-password" aria-label={t('sign-in.password')} />
            </Form.Item>
            <PasswordRules password={password} login={login} />
          </Form.Item>
          <div className="sign-in-problem" role="alert">
            {problem && (problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title'))}
          </div>
          <Button type="primary" htmlType="submit" size="large" block loading={open.isPending}>
            {t('set-up.submit')}
          </Button>
        </Form>
      </section>
    </main>
  )
}
