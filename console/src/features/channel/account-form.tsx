import { Form, Input, Segmented, Select, Switch } from 'antd'
import { useText } from '@/shared/i18n/text'
import { useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { useChangeAccounts, type AccountKind, type ChannelAccount, type Opened } from './api'
import { MenuEditor } from './menu-editor'

const kinds: AccountKind[] = ['web', 'api', 'store']
const fresh: ChannelAccount = { id: '', kind: 'web', name: '', greeting: '', menu: [], origins: [], active: true }

interface Props {
  account: ChannelAccount | null
  onOpened(opened: Opened): void
  onClose(): void
}

export function AccountForm({ account, onOpened, onClose }: Props) {
  const t = useText()
  const done = useDone()
  const change = useChangeAccounts()
  return (
    <FormDrawer<ChannelAccount>
      title={account ? account.name : t('settings.channels.add')}
      initial={account ?? fresh}
      width={560}
      onClose={onClose}
      onSave={async (fields) => {
        const wanted = { ...fields, menu: fields.menu.filter((entrance) => entrance.label.trim()) }
        if (account) {
          await change.change(wanted)
          done(t('settings.saved'))
        } else onOpened(await change.open(wanted))
      }}
    >
      {({ kind }) => (
        <>
          {!account && (
            <Form.Item name="kind" required label={t('settings.channels.kind')} extra={t(`settings.kind.${kind}.means`)}>
              <Segmented options={kinds.map((value) => ({ value, label: t(`settings.kind.${value}`) }))} />
            </Form.Item>
          )}
          <div className="two-columns">
            <Form.Item name="name" label={t('settings.channels.name')} rules={[{ required: true, whitespace: true, message: t('settings.channels.name-missing') }]}>
              <Input maxLength={60} autoFocus />
            </Form.Item>
            <Form.Item
              name="id"
              label={t('settings.channels.id')}
              tooltip={t('settings.channels.id-means')}
              rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,39}$/, message: t('settings.channels.id-wrong') }]}
            >
              <Input maxLength={40} spellCheck={false} disabled={!!account} />
            </Form.Item>
          </div>
          {kind === 'web' && (
            <>
              <Form.Item name="greeting" label={t('settings.channels.greeting')} extra={t('settings.channels.greeting-means')}>
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
              </Form.Item>
              <Form.Item name="menu" label={t('settings.channels.menu')} extra={t('settings.channels.menu-means')}>
                <MenuEditor />
              </Form.Item>
              <Form.Item
                name="origins"
                label={t('settings.channels.origins')}
                extra={t('settings.channels.origins-means')}
                rules={[{ type: 'array', defaultField: { pattern: /^https?:\/\/[^/\s]+$/, message: t('settings.channels.origins-wrong') } }]}
              >
                <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '\n']} placeholder="https://www.example.com" />
              </Form.Item>
            </>
          )}
          {account && (
            <Form.Item name="active" label={t('settings.state')} required valuePropName="checked">
              <Switch checkedChildren={t('settings.active')} unCheckedChildren={t('settings.inactive')} />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}
