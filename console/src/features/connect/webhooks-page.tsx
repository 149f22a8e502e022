import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SecretOnce } from '@/shared/ui/settings/secret'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { useChangeWebhooks, useWebhooks, webhookEvents, type Webhook, type WebhookFields } from './api'
import { Deliveries } from './deliveries'

/** Where other systems hear what is said to their customers. */
export function WebhooksPage({ accounts }: { accounts: Named[] }) {
  const t = useText()
  const ask = useAsk()
  const done = useDone()
  const webhooks = useWebhooks()
  const change = useChangeWebhooks()
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null)
  const [watched, setWatched] = useState<Webhook | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const add = () => setEdited('new')
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? id
  const columns: Column<Webhook>[] = [
    { key: 'url', title: t('settings.webhooks.url'), text: (webhook) => webhook.url, show: (webhook) => <span className="webhook-url">{webhook.url}</span> },
    { key: 'account', title: t('settings.keys.account'), text: (webhook) => nameOf(webhook.account) },
    {
      key: 'events',
      title: t('settings.webhooks.events'),
      text: (webhook) => webhook.events.map((event) => t(`settings.event.${event}`)).join('、'),
      optional: 'shown',
    },
    { key: 'state', title: t('settings.state'), width: 90, text: (webhook) => t(webhook.active ? 'settings.active' : 'settings.inactive') },
  ]
  const remove = (webhook: Webhook) =>
    ask({
      title: t('settings.webhooks.remove-ask'),
      means: t('settings.webhooks.remove-means', { url: webhook.url }),
      act: t('action.delete'),
      run: () => change.remove(webhook.id).then(() => done(t('settings.deleted'))),
    })
  return (
    <SettingsPage
      title={t('settings.webhooks')}
      hint={t('settings.webhooks.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={add} disabled={accounts.length === 0}>
          {t('settings.webhooks.add')}
        </Button>
      }
    >
      <DataTable<Webhook>
        name="webhooks"
        label={t('settings.webhooks')}
        source={webhooks}
        columns={columns}
        onOpen={setWatched}
        isInactive={(webhook) => !webhook.active}
        acts={(webhook) => [
          { key: 'deliveries', title: t('settings.webhooks.deliveries'), run: () => setWatched(webhook) },
          { key: 'edit', title: t('settings.edit'), run: () => setEdited(webhook) },
          { key: 'remove', title: t('action.delete'), danger: true, run: () => remove(webhook) },
        ]}
        empty={
          accounts.length > 0
            ? { sentence: t('settings.webhooks.empty'), action: t('settings.webhooks.add'), onAction: add }
            : { sentence: t('settings.webhooks.empty'), hint: t('settings.keys.no-account') }
        }
      />
      {edited && (
        <WebhookForm webhook={edited === 'new' ? null : edited} accounts={accounts} onAdded={setSecret} onClose={() => setEdited(null)} />
      )}
      {watched && <Deliveries webhook={watched} onClose={() => setWatched(null)} />}
      {secret && (
        <SecretOnce title={t('settings.webhooks.secret')} secret={secret} onClose={() => setSecret(null)}>
          <p className="quiet small form-after">{t('settings.webhooks.secret-means')}</p>
        </SecretOnce>
      )}
    </SettingsPage>
  )
}

interface FormProps {
  webhook: Webhook | null
  accounts: Named[]
  onAdded(secret: string): void
  onClose(): void
}

function WebhookForm({ webhook, accounts, onAdded, onClose }: FormProps) {
  const t = useText()
  const done = useDone()
  const change = useChangeWebhooks()
  const initial: WebhookFields = webhook
    ? { account: webhook.account, url: webhook.url, events: webhook.events, active: webhook.active }
    : { account: accounts[0]?.id ?? '', url: '', events: [...webhookEvents], active: true }
  return (
    <FormDrawer<WebhookFields>
      title={webhook ? t('settings.webhooks.edit') : t('settings.webhooks.add')}
      initial={initial}
      width={480}
      onClose={onClose}
      onSave={async (fields) => {
        if (webhook) await change.change({ ...fields, id: webhook.id })
        else onAdded((await change.add(fields)).secret)
        if (webhook) done(t('settings.saved'))
      }}
    >
      <Form.Item name="account" label={t('settings.keys.account')} rules={[{ required: true }]}>
        <Select disabled={!!webhook} options={accounts.map((account) => ({ value: account.id, label: account.name }))} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('settings.webhooks.url')}
        extra={t('settings.webhooks.url-means')}
        rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: t('card.url-wrong') }]}
      >
        <Input maxLength={500} spellCheck={false} placeholder="https://" autoFocus />
      </Form.Item>
      <Form.Item name="events" label={t('settings.webhooks.events')} rules={[{ required: true, type: 'array', min: 1, message: t('settings.webhooks.events-missing') }]}>
        <Checkbox.Group className="event-choice" options={webhookEvents.map((value) => ({ value, label: t(`settings.event.${value}`) }))} />
      </Form.Item>
      {webhook && (
        <Form.Item name="active" label={t('settings.state')} required valuePropName="checked">
          <Switch checkedChildren={t('settings.active')} unCheckedChildren={t('settings.inactive')} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
