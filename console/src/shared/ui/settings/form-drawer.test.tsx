import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Form, Input } from 'antd'
import { expect, it, vi } from 'vitest'
import { ApiProblem } from '@/shared/api/client'
import { anythingUnsaved } from '@/shared/state/unsaved'
import { renderPage } from '@/shared/testing/page'
import { FormDrawer } from './form-drawer'

function openForm(onSave: (fields: { name: string }) => Promise<unknown> = async () => undefined) {
  const onClose = vi.fn()
  renderPage(
    <FormDrawer<{ name: string }> title="门店" initial={{ name: '徐家汇店' }} onSave={onSave} onClose={onClose}>
      <Form.Item name="name" label="名称">
        <Input />
      </Form.Item>
    </FormDrawer>,
  )
  return onClose
}

const write = (text: string) => fireEvent.change(screen.getByRole('textbox', { name: /名称/ }), { target: { value: text } })

it('closes at once while nothing was changed, also after a change that was taken back', async () => {
  const onClose = openForm()
  write('静安店')
  await screen.findByText('有未保存的修改')
  write('徐家汇店')
  await waitFor(() => expect(screen.queryByText('有未保存的修改')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('asks before what was typed is lost', async () => {
  const onClose = openForm()
  write('静安店')
  await waitFor(() => expect(anythingUnsaved()).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  const leave = await screen.findByRole('button', { name: '不保存，离开' })
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(leave)
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
})

it('shows a refusal with its code and keeps what was typed', async () => {
  const onClose = openForm(() => Promise.reject(new ApiProblem(409, 'staff.store-code-taken', '编号已被使用', 'Taken')))
  write('静安店')
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await screen.findByText('编号已被使用')
  expect(screen.getByText('错误码 staff.store-code-taken')).toBeTruthy()
  expect((screen.getByRole('textbox', { name: /名称/ }) as HTMLInputElement).value).toBe('静安店')
  expect(onClose).not.toHaveBeenCalled()
})

it('closes when it is saved', async () => {
  const saved = vi.fn(async () => undefined)
  const onClose = openForm(saved)
  write('静安店')
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(saved).toHaveBeenCalledWith({ name: '静安店' })
})
