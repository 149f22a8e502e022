import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { SecretOnce } from '@/shared/ui/settings/secret'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { AccountForm } from './account-form'
import { useAccounts, useChangeAccounts, type ChannelAccount, type Opened } from './api'
import { Embedding } from './embedding'

export function ChannelAccountsPage() {
  const t = useText()
  const ask = useAsk()
  const done = useDone()
  const complain = useComplaint()
  const accounts = useAccounts()
  const change = useChangeAccounts()
  const [edited, setEdited] = useState<ChannelAccount | 'new' | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [embedded, setEmbedded] = useState<ChannelAccount | null>(null)
  const add = () => setEdited('new')
  const activate = (account: ChannelAccount, active: boolean) => change.change({ ...account, active })
  const switchOff = (account: ChannelAccount) =>
    ask({
      title: t('settings.channels.off-ask', { name: account.name }),
      means: t('settings.channels.off-means'),
      act: t('settings.channels.off'),
      run: () => activate(account, false).then(() => done(t('settings.channels.is-off', { name: account.name }), () => activate(account, true))),
    })
  const renew = (account: ChannelAccount) =>
    ask({
      title: t('settings.channels.renew-ask', { name: account.name }),
      means: t('settings.channels.renew-means'),
      act: t('settings.channels.renew'),
      run: () => change.renewSecret(account.id).then(setOpened),
    })
  return (
    <SettingsPage
      title={t('settings.channels')}
      hint={t('settings.channels.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('settings.channels.add')}
        </Button>
      }
    >
      <DataTable<ChannelAccount>
        name="channels"
        label={t('settings.channels')}
        source={accounts}
        columns={useColumns()}
        onOpen={setEdited}
        isInactive={(account) => !account.active}
        acts={(account) => [
          { key: 'edit', title: t('settings.edit'), run: () => setEdited(account) },
          ...(account.kind === 'store' ? [] : [{ key: 'embed', title: t(`settings.channels.how-${account.kind}`), run: () => setEmbedded(account) }]),
          { key: 'renew', title: t('settings.channels.renew'), run: () => renew(account) },
          account.active
            ? { key: 'off', title: t('settings.channels.off'), danger: true, run: () => switchOff(account) }
            : { key: 'on', title: t('settings.channels.on'), run: () => void activate(account, true).then(() => done(t('settings.done')), complain) },
        ]}
        empty={{ sentence: t('settings.channels.empty'), action: t('settings.channels.add'), onAction: add }}
      />
      {edited && <AccountForm account={edited === 'new' ? null : edited} onOpened={setOpened} onClose={() => setEdited(null)} />}
      {opened && (
        <SecretOnce title={t('settings.channels.secret-of', { name: opened.account.name })} secret={opened.secret} onClose={() => setOpened(null)}>
          <p className="quiet small form-after">{t('settings.channels.secret-means')}</p>
        </SecretOnce>
      )}
      {embedded && <Embedding account={embedded} onClose={() => setEmbedded(null)} />}
    </SettingsPage>
  )
}

function useColumns(): Column<ChannelAccount>[] {
  const t = useText()
  return [
    { key: 'name', title: t('settings.channels.name'), text: (account) => account.name },
    {
      key: 'kind',
      title: t('settings.channels.kind'),
      text: (account) => t(`settings.kind.${account.kind}`),
      show: (account) => <Tag variant="filled">{t(`settings.kind.${account.kind}`)}</Tag>,
    },
    { key: 'id', title: t('settings.channels.id'), text: (account) => account.id, show: (account) => <code className="code">{account.id}</code> },
    {
      key: 'menu',
      title: t('settings.channels.menu'),
      text: (account) => account.menu.map((entrance) => entrance.label).join('、'),
      show: (account) => <span className="script-line quiet">{account.menu.map((entrance) => entrance.label).join('、')}</span>,
      optional: 'shown',
    },
    {
      key: 'origins',
      title: t('settings.channels.origins'),
      text: (account) => account.origins.join(' ') || (account.kind === 'web' ? t('settings.channels.anywhere') : ''),
      optional: 'shown',
    },
    { key: 'state', title: t('settings.state'), width: 90, text: (account) => t(account.active ? 'settings.active' : 'settings.inactive') },
  ]
}
