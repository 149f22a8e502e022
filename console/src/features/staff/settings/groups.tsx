import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { useChangeStaff, useGroupRows, type GroupRow } from './api'

type Fields = Pick<GroupRow, 'name' | 'overflowId' | 'ordinal'>

export function GroupsPage() {
  const t = useText()
  const groups = useGroupRows()
  const ask = useAsk()
  const done = useDone()
  const change = useChangeStaff()
  const [edited, setEdited] = useState<GroupRow | 'new' | null>(null)
  const nameOf = (id: string | null) => groups.data?.find((group) => group.id === id)?.name
  const columns: Column<GroupRow>[] = [
    { key: 'name', title: t('settings.groups.name'), width: 240, text: (group) => group.name },
    {
      key: 'overflow',
      title: t('settings.groups.overflow'),
      text: (group) => nameOf(group.overflowId) ?? '',
      show: (group) => nameOf(group.overflowId) ?? <span className="faint">{t('settings.groups.no-overflow')}</span>,
    },
    { key: 'members', title: t('settings.people'), width: 100, text: (group) => group.members },
    { key: 'ordinal', title: t('settings.ordinal'), width: 100, text: (group) => group.ordinal, optional: 'shown' },
  ]
  const add = () => setEdited('new')
  return (
    <SettingsPage
      title={t('settings.groups')}
      hint={t('settings.groups.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('settings.groups.add')}
        </Button>
      }
    >
      <DataTable<GroupRow>
        name="groups"
        label={t('settings.groups')}
        source={groups}
        columns={columns}
        onOpen={setEdited}
        acts={(group) => [
          { key: 'edit', title: t('settings.edit'), run: () => setEdited(group) },
          {
            key: 'remove',
            title: t('action.delete'),
            danger: true,
            run: () =>
              ask({
                title: t('settings.groups.remove-ask', { name: group.name }),
                means: t('settings.groups.remove-means'),
                act: t('action.delete'),
                run: () => change.remove(`groups/${group.id}`).then(() => done(t('settings.deleted'))),
              }),
          },
        ]}
        empty={{ sentence: t('settings.groups.empty'), action: t('settings.groups.add'), onAction: add }}
      />
      {edited && (
        <FormDrawer<Fields>
          title={edited === 'new' ? t('settings.groups.add') : edited.name}
          initial={edited === 'new' ? { name: '', overflowId: null, ordinal: (groups.data?.length ?? 0) + 1 } : fieldsOf(edited)}
          width={440}
          onClose={() => setEdited(null)}
          onSave={async (fields) => {
            const body = { ...fields, overflowId: fields.overflowId ?? null }
            if (edited === 'new') await change.add('groups', body)
            else await change.put(`groups/${edited.id}`, body)
            done(t('settings.saved'))
          }}
        >
          <Form.Item name="name" label={t('settings.groups.name')} rules={[{ required: true, whitespace: true, message: t('settings.groups.name-missing') }]}>
            <Input maxLength={30} autoFocus />
          </Form.Item>
          <Form.Item name="overflowId" label={t('settings.groups.overflow')} extra={t('settings.groups.overflow-means')}>
            <Select
              allowClear
              placeholder={t('settings.groups.no-overflow')}
              options={groups.data
                ?.filter((group) => edited === 'new' || group.id !== edited.id)
                .map((group) => ({ value: group.id, label: group.name }))}
            />
          </Form.Item>
          <Form.Item name="ordinal" required label={t('settings.ordinal')} extra={t('settings.ordinal-means')}>
            <InputNumber min={0} max={999} precision={0} />
          </Form.Item>
        </FormDrawer>
      )}
    </SettingsPage>
  )
}

function fieldsOf({ name, overflowId, ordinal }: GroupRow): Fields {
  return { name, overflowId, ordinal }
}
