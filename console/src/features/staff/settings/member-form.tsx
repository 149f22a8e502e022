import { Form, Input, InputNumber, Select } from 'antd'
import { useText } from '@/shared/i18n/text'
import { isFound } from '@/shared/text/pinyin'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { useDone } from '@/shared/ui/settings/acts'
import { roleTitle } from '../role-title'
import { useChangeStaff, useGroupRows, useRoles, useStoreRows, type Member, type MemberFields, type MemberRequest } from './api'
import { GroupLevels } from './group-levels'
import { PasswordField } from './password-field'

const nobody: MemberFields = { login: '', password: '', name: '', nickname: '', role: 'agent', avatar: null, capacity: 8, groups: [], stores: [] }

export function MemberForm({ member, onClose }: { member: Member | null; onClose(): void }) {
  const t = useText()
  const done = useDone()
  const change = useChangeStaff()
  const { data: roles = [] } = useRoles()
  const { data: groups = [] } = useGroupRows()
  const { data: stores = [] } = useStoreRows()
  const save = async ({ login, password, ...fields }: MemberFields) => {
    const request: MemberRequest = {
      ...fields,
      login,
      nickname: fields.nickname || fields.name,
      stores: fields.stores.map((id) => ({ id })),
    }
    if (member) await change.put(`members/${member.id}`, request)
    else await change.add('members', { ...request, password })
    done(member ? t('settings.saved') : t('settings.members.added', { name: fields.name }))
  }
  return (
    <FormDrawer<MemberFields>
      title={member ? t('settings.members.edit', { name: member.name }) : t('settings.members.add')}
      initial={member ? fieldsOf(member) : nobody}
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item name="name" label={t('settings.members.name')} rules={[{ required: true, whitespace: true, message: t('settings.members.name-missing') }]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="nickname" label={t('settings.members.nickname')} tooltip={t('settings.members.nickname-means')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('sign-in.login')}
          rules={[{ required: true, pattern: /^[\p{L}\p{N}._@+-]{1,60}$/u, message: t('settings.members.login-wrong') }]}
        >
          <Input maxLength={60} spellCheck={false} autoComplete="off" disabled={!!member} />
        </Form.Item>
        <Form.Item name="role" label={t('settings.members.role')} rules={[{ required: true }]}>
          <Select
            options={roles.map((role) => ({ value: role.code, label: roleTitle(role.code, t) || role.name }))}
            showSearch={{ filterOption: (words, option) => isFound([String(option?.label)], words) }}
          />
        </Form.Item>
      </div>
      {!member && <PasswordField loginName="login" label={t('settings.members.first-password')} hint={t('settings.members.first-password-means')} />}
      <Form.Item
        name="capacity"
        label={t('settings.members.capacity')}
        extra={t('settings.members.capacity-means')}
        rules={[{ required: true, message: t('settings.members.capacity-missing') }]}
      >
        <InputNumber min={0} max={200} precision={0} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="groups" label={t('settings.members.groups')} extra={t('settings.members.groups-means')}>
        <GroupLevels groups={groups} />
      </Form.Item>
      <Form.Item name="stores" label={t('settings.stores')} extra={t('settings.members.stores-means')}>
        <Select
          mode="multiple"
          allowClear
          options={stores.map((store) => ({ value: store.id, label: store.name }))}
          showSearch={{ filterOption: (words, option) => isFound([String(option?.label)], words) }}
          notFoundContent={t('settings.stores.empty')}
        />
      </Form.Item>
    </FormDrawer>
  )
}

function fieldsOf(member: Member): MemberFields {
  const { login, name, nickname, role, avatar, capacity } = member
  return {
    login,
    name,
    nickname,
    role,
    avatar,
    capacity,
    groups: member.groups.map(({ id, level }) => ({ id, level })),
    stores: member.stores.map((store) => store.id),
  }
}
