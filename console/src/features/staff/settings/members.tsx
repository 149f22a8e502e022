import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { roleTitle } from '../role-title'
import { useMemberRows, type Member } from './api'
import { MemberForm } from './member-form'
import { useMemberActs } from './member-acts'
import { NewPassword } from './new-password'
import './staff-settings.css'

type Shown = 'active' | 'inactive' | 'all'

export function MembersPage({ me }: { me: Me }) {
  const t = useText()
  const rows = useMemberRows()
  const [edited, setEdited] = useState<Member | 'new' | null>(null)
  const [forgot, setForgot] = useState<Member | null>(null)
  const [shown, setShown] = useState<Shown>('active')
  const actsOn = useMemberActs(me, setForgot)
  const columns = useColumns()
  const data = rows.data?.filter((member) => shown === 'all' || member.active === (shown === 'active'))
  const add = () => setEdited('new')
  return (
    <SettingsPage
      title={t('settings.members')}
      hint={t('settings.members.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('settings.members.add')}
        </Button>
      }
    >
      <DataTable<Member>
        name="members"
        label={t('settings.members')}
        source={{ ...rows, data }}
        columns={columns}
        onOpen={setEdited}
        acts={(member) => [{ key: 'edit', title: t('settings.edit'), run: () => setEdited(member) }, ...actsOn(member)]}
        isInactive={(member) => !member.active}
        filters={
          <Select<Shown>
            value={shown}
            onChange={setShown}
            aria-label={t('settings.members.state')}
            options={(['active', 'inactive', 'all'] as const).map((value) => ({ value, label: t(`settings.members.${value}`) }))}
          />
        }
        empty={{ sentence: t('settings.members.empty'), action: t('settings.members.add'), onAction: add }}
      />
      {edited && <MemberForm member={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {forgot && <NewPassword member={forgot} onClose={() => setForgot(null)} />}
    </SettingsPage>
  )
}

function useColumns(): Column<Member>[] {
  const t = useText()
  return [
    {
      key: 'name',
      title: t('settings.members.name'),
      text: (member) => member.name,
      show: (member) => (
        <>
          <Face name={member.name} picture={member.avatar} size={28} />
          {member.name}
          {!member.active && <Tag variant="filled">{t('settings.members.inactive')}</Tag>}
        </>
      ),
    },
    { key: 'login', title: t('sign-in.login'), text: (member) => member.login, optional: 'shown' },
    { key: 'nickname', title: t('settings.members.nickname'), text: (member) => member.nickname, optional: 'hidden' },
    { key: 'role', title: t('settings.members.role'), text: (member) => roleTitle(member.role, t) || member.roleName },
    {
      key: 'groups',
      title: t('settings.groups'),
      text: (member) => member.groups.map((group) => group.name).join('、'),
      show: (member) => (
        <span className="words">
          {member.groups.map((group) => (
            <Tooltip key={group.id} title={t('settings.members.level-of', { level: t(`settings.level.${group.level}` as never) })}>
              <Tag variant="filled">
                {group.name} <span className="faint">{group.level}</span>
              </Tag>
            </Tooltip>
          ))}
        </span>
      ),
      optional: 'shown',
    },
    {
      key: 'stores',
      title: t('settings.stores'),
      text: (member) => member.stores.map((store) => store.name).join('、'),
      optional: 'shown',
    },
    { key: 'capacity', title: t('settings.members.capacity'), text: (member) => member.capacity, optional: 'shown' },
    {
      key: 'two-factor',
      title: t('settings.members.two-factor'),
      text: (member) => (member.twoFactor ? t('settings.on') : '–'),
      optional: 'shown',
    },
    {
      key: 'last',
      title: t('settings.members.last-sign-in'),
      text: (member) => member.lastSignInAt ?? '',
      show: (member) =>
        member.lastSignInAt ? (
          <span title={exactTime(member.lastSignInAt)}>{pastTime(member.lastSignInAt, now(), t)}</span>
        ) : (
          <span className="faint">{t('settings.never')}</span>
        ),
      optional: 'shown',
    },
    { key: 'created', title: t('settings.members.created'), text: (member) => exactTime(member.createdAt).slice(0, 10), optional: 'hidden' },
  ]
}
