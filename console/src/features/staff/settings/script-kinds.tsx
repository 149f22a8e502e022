import { UploadOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { api } from '@/shared/api/client'
import type { PictureBody, StoredFile } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import type { ScriptFields } from './script-fields'

const variables = ['name', 'customer', 'shop'] as const

export function TextFields() {
  const t = useText()
  const form = Form.useFormInstance<ScriptFields>()
  return (
    <>
      <Form.Item name="text" label={t('scripts.content')} rules={[{ required: true, whitespace: true, message: t('scripts.content-missing') }]}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 14 }} maxLength={2000} showCount />
      </Form.Item>
      <p className="script-variables small quiet">
        {t('settings.scripts.variables')}
        {variables.map((variable) => (
          <Button
            key={variable}
            size="small"
            onClick={() => {
              form.setFieldValue('text', `${form.getFieldValue('text') ?? ''}{${variable}}`)
              form.focusField('text')
            }}
          >
            {`{${variable}}`} {t(`settings.scripts.${variable}-means`)}
          </Button>
        ))}
      </p>
    </>
  )
}

/** A picture that is kept with the script and sent as it is. */
export function PictureField({ value, onChange }: { value?: PictureBody | null; onChange?(value: PictureBody): void }) {
  const t = useText()
  const complain = useComplaint()
  const chooser = useRef<HTMLInputElement>(null)
  const [uploads, setUploads] = useState(false)
  const upload = async (file: File | undefined) => {
    if (!file) return
    setUploads(true)
    try {
      const form = new FormData()
      form.append('file', file, file.name)
      const { id, url, name, size, width, height } = await api<StoredFile>('POST', '/api/files', form)
      onChange?.({ fileId: id, url, name, size, width, height })
    } catch (problem) {
      complain(problem)
    } finally {
      setUploads(false)
    }
  }
  return (
    <div>
      <input ref={chooser} type="file" accept="image/*" hidden onChange={(event) => void upload(event.target.files?.[0])} />
      <Button icon={<UploadOutlined />} loading={uploads} onClick={() => chooser.current?.click()}>
        {value ? t('settings.scripts.other-picture') : t('settings.scripts.choose-picture')}
      </Button>
      {value?.name && <span className="quiet small script-file">{value.name}</span>}
    </div>
  )
}

export function CardFields() {
  const t = useText()
  return (
    <>
      <Form.Item name={['card', 'title']} label={t('card.name')} rules={[{ required: true, whitespace: true, message: t('card.name-missing') }]}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name={['card', 'subtitle']} label={t('card.variant')}>
          <Input maxLength={80} placeholder={t('card.variant-example')} />
        </Form.Item>
        <Form.Item name={['card', 'price']} label={t('card.price')} rules={[{ pattern: /^\d{1,8}(\.\d{1,2})?$/, message: t('card.price-wrong') }]}>
          <Input prefix="¥" inputMode="decimal" />
        </Form.Item>
      </div>
      {(['url', 'image'] as const).map((field) => (
        <Form.Item key={field} name={['card', field]} label={t(`card.${field}`)} rules={[{ pattern: /^(https?:\/\/|\/)\S+$/, message: t('card.url-wrong') }]}>
          <Input />
        </Form.Item>
      ))}
    </>
  )
}
