import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useAsk } from '@/shared/ui/settings/acts'
import { useChangeContactPeople, useContactPeople, type ContactPerson, type PersonEntry } from './profile-api'

/** Whom one talks to in an enterprise. */
export function ContactPeople({ customerId }: { customerId: string }) {
  const t = useText()
  const ask = useAsk()
  const { data: people = [] } = useContactPeople(customerId, true)
  const change = useChangeContactPeople(customerId)
  const [edited, setEdited] = useState<ContactPerson | 'new' | null>(null)
  return (
    <section className="customer-part">
      <h4>
        {t('contact-people.title')}
        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={t('contact-people.add')} onClick={() => setEdited('new')} />
      </h4>
      {people.length === 0 && <p className="faint small">{t('contact-people.none')}</p>}
      <ul className="contact-people">
        {people.map((person) => (
          <li key={person.id}>
            <span>
              {person.name} <span className="faint">{person.position}</span>
              <span className="faint small">{[person.phone, person.email, person.note].filter(Boolean).join(' · ')}</span>
            </span>
            <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('profile.edit', { field: person.name })} onClick={() => setEdited(person)} />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('contact-people.remove', { name: person.name })}
              onClick={() =>
                ask({
                  title: t('contact-people.remove', { name: person.name }),
                  means: t('contact-people.remove-means'),
                  act: t('action.delete'),
                  run: () => change.mutateAsync({ person: person.id }),
                })
              }
            />
          </li>
        ))}
      </ul>
      {edited && <PersonForm customerId={customerId} person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function PersonForm({ customerId, person, onClose }: { customerId: string; person: ContactPerson | null; onClose(): void }) {
  const t = useText()
  const complain = useComplaint()
  const [form] = Form.useForm<PersonEntry>()
  const change = useChangeContactPeople(customerId)
  return (
    <Modal
      open
      width={400}
      title={person ? person.name : t('contact-people.add')}
      okText={t('action.save')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<PersonEntry>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={person ?? {}}
        onFinish={(entry) => change.mutate({ person: person?.id, entry }, { onSuccess: onClose, onError: complain })}
      >
        <Form.Item name="name" label={t('customer.name')} rules={[{ required: true, whitespace: true, message: t('customer.name-missing') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="position" label={t('contact-people.position')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phone" label={t('customer.phone')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="email" label={t('customer.email')}>
          <Input maxLength={254} />
        </Form.Item>
        <Form.Item name="note" label={t('contact-people.note')}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
