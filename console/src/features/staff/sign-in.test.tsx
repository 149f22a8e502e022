import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer, renderPage } from '@/shared/testing/page'
import { SignIn } from './sign-in'

afterEach(() => vi.unstubAllGlobals())

const write = (name: string, text: string) => fireEvent.change(screen.getByLabelText(name), { target: { value: text } })
const enter = () => fireEvent.click(screen.getByRole('button', { name: '登录' }))

it('asks for the code only when the account has a second proof, and keeps what was typed', async () => {
  const tries: unknown[] = []
  fakeServer({
    'POST /api/session': (body) => {
      tries.push(body)
      const { code } = body as { code?: string }
      return code === '123456'
        ? { body: { id: '1', name: '王芳' } }
        : { status: 401, body: { code: code ? 'staff.wrong-code' : 'staff.code-needed', detail: code ? '动态码不正确' : '请输入动态码' } }
    },
  })
  renderPage(<SignIn corner={null} />)
  expect(screen.queryByLabelText('验证码')).toBeNull()
  write('账号', 'wangfang')
  write('密码', 'correct-horse')
  enter()
  await screen.findByLabelText('验证码')
  expect(screen.queryByText('请输入动态码')).toBeNull()
  write('验证码', '000000')
  enter()
  await screen.findByText('动态码不正确')
  write('验证码', '123456')
  enter()
  await waitFor(() => expect(tries).toHaveLength(3))
  expect(tries[2]).toEqual({ login: 'wangfang', password: 'correct-horse', code: '123456' })
})
