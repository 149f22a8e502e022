import { Form, Input, Modal } from 'antd'
import { useEffect } from 'react'
import type { Card } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { ProductCard } from './product-card'

interface Props {
  open: boolean
  /** The goods the customer came from: the likeliest to be sent. */
  proposed: Card | null
  onClose(): void
  onSend(card: Card): void
}

type Fields = Omit<Card, 'type'>

export function ProductCardForm({ open, proposed, onClose, onSend }: Props) {
  const t = useText()
  const [form] = Form.useForm<Fields>()
  const values = Form.useWatch([], form)
  useEffect(() => {
    if (open) form.setFieldsValue(proposed ?? { title: '', subtitle: '', price: '', url: '', image: '', sku: '' })
  }, [open, proposed, form])
  return (
    <Modal
      open={open}
      title={t('card.title')}
      okText={t('action.send')}
      onCancel={onClose}
      onOk={() => form.submit()}
      width={480}
      forceRender
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => onSend({ ...(proposed?.sku === fields.sku ? proposed : {}), ...fields, type: 'product' })}
      >
        <Form.Item name="title" label={t('card.name')} rules={[{ required: true, whitespace: true, message: t('card.name-missing') }]}>
          <Input maxLength={120} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="subtitle" label={t('card.variant')}>
            <Input maxLength={80} placeholder={t('card.variant-example')} />
          </Form.Item>
          <Form.Item name="price" label={t('card.price')} rules={[{ pattern: /^\d{1,8}(\.\d{1,2})?$/, message: t('card.price-wrong') }]}>
            <Input prefix="¥" inputMode="decimal" />
          </Form.Item>
        </div>
        <Form.Item name="url" label={t('card.url')} rules={[{ pattern: /^(https?:\/\/|\/)\S+$/, message: t('card.url-wrong') }]}>
          <Input />
        </Form.Item>
        <Form.Item name="image" label={t('card.image')} rules={[{ pattern: /^(https?:\/\/|\/)\S+$/, message: t('card.url-wrong') }]}>
          <Input />
        </Form.Item>
        <Form.Item name="sku" hidden>
          <Input />
        </Form.Item>
      </Form>
      {values?.title && <ProductCard card={{ ...values, url: null, type: 'product' }} />}
    </Modal>
  )
}
