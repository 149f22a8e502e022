import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { useChangeStaff, useStoreRows, type StoreRow } from './api'

type Fields = Pick<StoreRow, 'code' | 'name' | 'address' | 'phone'>

export function StoresPage() {
  const t = useText()
  const stores = useStoreRows()
  const ask = useAsk()
  const done = useDone()
  const change = useChangeStaff()
  const [edited, setEdited] = useState<StoreRow | 'new' | null>(null)
  const columns: Column<StoreRow>[] = [
    { key: 'name', title: t('settings.stores.name'), text: (store) => store.name },
    { key: 'code', title: t('settings.stores.code'), text: (store) => store.code },
    { key: 'address', title: t('settings.stores.address'), text: (store) => store.address, optional: 'shown' },
    { key: 'phone', title: t('settings.stores.phone'), text: (store) => store.phone, optional: 'shown' },
    { key: 'members', title: t('settings.people'), width: 100, text: (store) => store.members },
  ]
  const add = () => setEdited('new')
  return (
    <SettingsPage
      title={t('settings.stores')}
      hint={t('settings.stores.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('settings.stores.add')}
        </Button>
      }
    >
      <DataTable<StoreRow>
        name="stores"
        label={t('settings.stores')}
        source={stores}
        columns={columns}
        onOpen={setEdited}
        acts={(store) => [
          { key: 'edit', title: t('settings.edit'), run: () => setEdited(store) },
          {
            key: 'remove',
            title: t('action.delete'),
            danger: true,
            run: () =>
              ask({
                title: t('settings.stores.remove-ask', { name: store.name }),
                means: t('settings.stores.remove-means'),
                act: t('action.delete'),
                run: () => change.remove(`stores/${store.id}`).then(() => done(t('settings.deleted'))),
              }),
          },
        ]}
        empty={{ sentence: t('settings.stores.empty'), action: t('settings.stores.add'), onAction: add }}
      />
      {edited && (
        <FormDrawer<Fields>
          title={edited === 'new' ? t('settings.stores.add') : edited.name}
          initial={edited === 'new' ? { code: '', name: '', address: '', phone: '' } : fieldsOf(edited)}
          width={440}
          onClose={() => setEdited(null)}
          onSave={async (fields) => {
            if (edited === 'new') await change.add('stores', fields)
            else await change.put(`stores/${edited.id}`, fields)
            done(t('settings.saved'))
          }}
        >
          <Form.Item name="name" label={t('settings.stores.name')} rules={[{ required: true, whitespace: true, message: t('settings.stores.name-missing') }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('settings.stores.code')}
            extra={t('settings.stores.code-means')}
            rules={[{ required: true, pattern: /^[A-Za-z0-9-]{1,20}$/, message: t('settings.stores.code-wrong') }]}
          >
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="address" label={t('settings.stores.address')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="phone" label={t('settings.stores.phone')} rules={[{ pattern: /^[\d+\- ]{5,20}$/, message: t('customer.phone-wrong') }]}>
            <Input maxLength={20} />
          </Form.Item>
        </FormDrawer>
      )}
    </SettingsPage>
  )
}

function fieldsOf({ code, name, address, phone }: StoreRow): Fields {
  return { code, name, address: address ?? '', phone: phone ?? '' }
}
