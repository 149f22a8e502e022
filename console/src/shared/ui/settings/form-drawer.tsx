import { Alert, App, Button, Drawer, Form } from 'antd'
import { useId, useRef, useState, type ReactNode } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import './settings.css'

interface Props<F> {
  title: string
  initial: F
  /** Resolves when it is saved; a refusal is shown above the form, and what was typed stays. */
  onSave(fields: F): Promise<unknown>
  onClose(): void
  saveTitle?: string
  width?: number
  /** To be looked at only. */
  readOnly?: boolean
  children: ReactNode | ((fields: F) => ReactNode)
}

/** A form at the side of its list. Nothing typed gets lost without asking. */
export function FormDrawer<F extends object>(props: Props<F>) {
  const { title, initial, onSave, onClose, saveTitle, width = 520, readOnly, children } = props
  const t = useText()
  const language = useLanguage()
  const { modal } = App.useApp()
  const [form] = Form.useForm<F>()
  const name = useId()
  const [isChanged, setChanged] = useState(false)
  const [saves, setSaves] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const fields = Form.useWatch([], { form, preserve: true }) as F | undefined
  useUnsaved(isChanged)

  // Escape may be heard twice; it is asked once.
  const asks = useRef(false)
  const leave = () => {
    if (saves || asks.current) return
    if (!isChanged) return onClose()
    asks.current = true
    modal.confirm({
      afterClose: () => (asks.current = false),
      title: t('settings.unsaved.title'),
      content: t('settings.unsaved.means'),
      okText: t('settings.unsaved.leave'),
      okButtonProps: { danger: true },
      cancelText: t('settings.unsaved.stay'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: onClose,
    })
  }
  const save = async (values: F) => {
    setSaves(true)
    setProblem(null)
    try {
      await onSave({ ...initial, ...values })
      setChanged(false)
      onClose()
    } catch (refusal) {
      setProblem(refusal)
    } finally {
      setSaves(false)
    }
  }
  return (
    <Drawer
      open
      title={title}
      size={width}
      onClose={leave}
      footer={
        <div className="drawer-foot">
          {isChanged && <span className="faint small">{t('settings.unsaved.mark')}</span>}
          <Button onClick={leave}>{readOnly ? t('settings.close') : t('action.cancel')}</Button>
          {!readOnly && (
            <Button type="primary" htmlType="submit" form={name} loading={saves}>
              {saveTitle ?? t('action.save')}
            </Button>
          )}
        </div>
      }
    >
      {problem !== null && (
        <Alert
          className="form-refusal"
          type="error"
          showIcon
          role="alert"
          title={problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title')}
          description={<span className="small">{t('failure.code', { code: problem instanceof ApiProblem ? problem.code : 'console.failure' })}</span>}
        />
      )}
      <Form<F>
        id={name}
        form={form}
        layout="vertical"
        disabled={readOnly}
        requiredMark="optional"
        initialValues={initial}
        scrollToFirstError
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.submit()}
        onValuesChange={() => setChanged(JSON.stringify(pick(form.getFieldsValue(true), initial)) !== JSON.stringify(pick(initial, initial)))}
        onFinish={save}
      >
        {typeof children === 'function' ? children({ ...initial, ...fields }) : children}
      </Form>
    </Drawer>
  )
}

/** In one order, and empty is empty, however it is written. */
function pick(fields: object, initial: object): unknown {
  const all = { ...initial, ...fields } as Record<string, unknown>
  return Object.keys(all)
    .sort()
    .map((key) => [key, all[key] === '' || all[key] === undefined ? null : all[key]])
}
