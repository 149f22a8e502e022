import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SecretOnce } from '@/shared/ui/settings/secret'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { useChangeKeys, useKeys, type ApiKey } from './api'

/** What other systems sign their messages with. */
export function KeysPage({ accounts }: { accounts: Named[] }) {
  const t = useText()
  const ask = useAsk()
  const done = useDone()
  const keys = useKeys()
  const change = useChangeKeys()
  const [adds, setAdds] = useState(false)
  const [made, setMade] = useState<{ key: ApiKey; secret: string } | null>(null)
  const add = () => setAdds(true)
  const revoke = (key: ApiKey) =>
    ask({
      title: t('settings.keys.revoke-ask', { name: key.name }),
      means: t('settings.keys.revoke-means'),
      act: t('settings.keys.revoke'),
      run: () => change.revoke(key.id).then(() => done(t('settings.done'))),
    })
  return (
    <SettingsPage
      title={t('settings.keys')}
      hint={t('settings.keys.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add} disabled={accounts.length === 0}>
          {t('settings.keys.add')}
        </Button>
      }
    >
      <DataTable<ApiKey>
        name="keys"
        label={t('settings.keys')}
        source={keys}
        columns={useColumns(accounts)}
        isInactive={(key) => !!key.revokedAt}
        acts={(key) => (key.revokedAt ? [] : [{ key: 'revoke', title: t('settings.keys.revoke'), danger: true, run: () => revoke(key) }])}
        empty={
          accounts.length > 0
            ? { sentence: t('settings.keys.empty'), hint: t('settings.keys.empty-hint'), action: t('settings.keys.add'), onAction: add }
            : { sentence: t('settings.keys.empty'), hint: t('settings.keys.no-account') }
        }
      />
      {adds && (
        <FormDrawer<{ account: string; name: string }>
          title={t('settings.keys.add')}
          initial={{ account: accounts[0]?.id ?? '', name: '' }}
          width={440}
          saveTitle={t('settings.keys.make')}
          onClose={() => setAdds(false)}
          onSave={async (fields) => setMade(await change.make(fields))}
        >
          <Form.Item name="account" label={t('settings.keys.account')} rules={[{ required: true }]} extra={t('settings.keys.account-means')}>
            <Select options={accounts.map((account) => ({ value: account.id, label: account.name }))} />
          </Form.Item>
          <Form.Item name="name" label={t('settings.keys.name')} extra={t('settings.keys.name-means')} rules={[{ required: true, whitespace: true, message: t('settings.keys.name-missing') }]}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
        </FormDrawer>
      )}
      {made && (
        <SecretOnce title={t('settings.keys.made', { name: made.key.name })} secret={made.secret} onClose={() => setMade(null)}>
          <p className="quiet small form-after">{t('settings.keys.prefix-is', { prefix: made.key.prefix })}</p>
        </SecretOnce>
      )}
    </SettingsPage>
  )
}

function useColumns(accounts: Named[]): Column<ApiKey>[] {
  const t = useText()
  return [
    { key: 'name', title: t('settings.keys.name'), text: (key) => key.name },
    { key: 'prefix', title: t('settings.keys.prefix'), text: (key) => key.prefix, show: (key) => <code className="code">{key.prefix}</code> },
    { key: 'account', title: t('settings.keys.account'), text: (key) => accounts.find((account) => account.id === key.account)?.name ?? key.account },
    { key: 'created', title: t('settings.keys.created'), text: (key) => exactTime(key.createdAt).slice(0, 16), optional: 'shown' },
    {
      key: 'used',
      title: t('settings.keys.used'),
      text: (key) => key.lastUsedAt ?? '',
      show: (key) => (key.lastUsedAt ? <span title={exactTime(key.lastUsedAt)}>{pastTime(key.lastUsedAt, now(), t)}</span> : t('settings.never')),
      optional: 'shown',
    },
    {
      key: 'state',
      title: t('settings.state'),
      text: (key) => (key.revokedAt ? t('settings.keys.revoked', { time: exactTime(key.revokedAt).slice(0, 16) }) : t('settings.active')),
    },
  ]
}
