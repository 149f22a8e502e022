import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import type { Permission } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { roleTitle } from '../role-title'
import { useChangeStaff, usePermissions, useRoles, type RoleRow } from './api'
import './staff-settings.css'

type Row = RoleRow & { id: string }
const fresh: RoleRow = { code: '', name: '', builtIn: false, permissions: ['serve'], members: 0 }

export function RolesPage() {
  const t = useText()
  const roles = useRoles()
  const ask = useAsk()
  const done = useDone()
  const change = useChangeStaff()
  const [edited, setEdited] = useState<RoleRow | null>(null)
  const titleOf = (role: RoleRow) => roleTitle(role.code, t) || role.name
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('settings.roles.name'),
      width: 220,
      text: titleOf,
      show: (role) => (
        <>
          {titleOf(role)}
          {role.builtIn && <Tag variant="filled">{t('settings.roles.built-in')}</Tag>}
        </>
      ),
    },
    {
      key: 'permissions',
      title: t('settings.roles.permissions'),
      text: (role) => role.permissions.map((each) => t(`permission.${each}`)).join('、'),
      show: (role) => (
        <span className="words">
          {role.permissions.map((each) => (
            <Tag key={each} variant="filled">
              {t(`permission.${each}`)}
            </Tag>
          ))}
        </span>
      ),
    },
    { key: 'members', title: t('settings.people'), width: 90, text: (role) => role.members },
  ]
  const remove = (role: RoleRow) =>
    ask({
      title: t('settings.roles.remove-ask', { name: role.name }),
      means: t('settings.roles.remove-means'),
      act: t('action.delete'),
      run: () =>
        change
          .remove(`roles/${role.code}`)
          .then(() => done(t('settings.deleted'), () => change.add('roles', { code: role.code, name: role.name, permissions: role.permissions }))),
    })
  return (
    <SettingsPage
      title={t('settings.roles')}
      hint={t('settings.roles.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited(fresh)}>
          {t('settings.roles.add')}
        </Button>
      }
    >
      <DataTable<Row>
        name="roles"
        label={t('settings.roles')}
        source={{ ...roles, data: roles.data?.map((role) => ({ ...role, id: role.code })) }}
        columns={columns}
        onOpen={setEdited}
        acts={(role) => [
          { key: 'open', title: role.code === 'admin' ? t('action.open') : t('settings.edit'), run: () => setEdited(role) },
          {
            key: 'copy',
            title: t('settings.roles.copy'),
            run: () => setEdited({ ...fresh, name: t('settings.roles.copy-of', { name: titleOf(role) }), permissions: role.permissions }),
          },
          ...(role.builtIn ? [] : [{ key: 'remove', title: t('action.delete'), danger: true, run: () => remove(role) }]),
        ]}
        empty={{ sentence: t('settings.roles.empty') }}
      />
      {edited && <RoleForm key={edited.code || edited.name} role={edited} onClose={() => setEdited(null)} />}
    </SettingsPage>
  )
}

interface Fields {
  name: string
  permissions: Permission[]
}

function RoleForm({ role, onClose }: { role: RoleRow; onClose(): void }) {
  const t = useText()
  const done = useDone()
  const change = useChangeStaff()
  const isNew = !role.code
  const isFixed = role.code === 'admin'
  return (
    <FormDrawer<Fields>
      title={isNew ? t('settings.roles.add') : roleTitle(role.code, t) || role.name}
      initial={{ name: roleTitle(role.code, t) || role.name, permissions: role.permissions }}
      readOnly={isFixed}
      onClose={onClose}
      onSave={async (fields) => {
        if (isNew) await change.add('roles', fields)
        else await change.put(`roles/${role.code}`, role.builtIn ? { ...fields, name: role.name } : fields)
        done(t('settings.saved'))
      }}
    >
      {isFixed && <p className="quiet form-note">{t('settings.roles.fixed')}</p>}
      <Form.Item name="name" label={t('settings.roles.name')} rules={[{ required: true, whitespace: true, message: t('settings.roles.name-missing') }]}>
        <Input maxLength={30} disabled={role.builtIn} autoFocus={!role.builtIn} />
      </Form.Item>
      <Form.Item
        name="permissions"
        label={t('settings.roles.permissions')}
        rules={[{ required: true, type: 'array', min: 1, message: t('settings.roles.permissions-missing') }]}
      >
        <PermissionList />
      </Form.Item>
    </FormDrawer>
  )
}

/** Each permission with what it really allows, in the words of the shop. */
function PermissionList({ value = [], onChange }: { value?: Permission[]; onChange?(value: Permission[]): void }) {
  const t = useText()
  const { data: all = [] } = usePermissions()
  return (
    <Checkbox.Group className="permission-list" value={value} onChange={(chosen) => onChange?.(all.filter((each) => chosen.includes(each)))}>
      {all.map((permission) => (
        <Checkbox key={permission} value={permission}>
          <b>{t(`permission.${permission}`)}</b>
          <span className="quiet small">{t(`permission.${permission}.means`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}
