import { AutoComplete, Button, Form, Input, Segmented } from 'antd'
import type { Script } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { useKeepScript } from '../api'
import './staff-settings.css'

interface Fields {
  owner: 'shared' | 'mine'
  folder: string
  title: string
  content: string
}

interface Props {
  script: Script | null
  folders: string[]
  mayTeach: boolean
  nickname: string
  onClose(): void
}

const variables = ['name', 'customer', 'shop'] as const

export function ScriptForm({ script, folders, mayTeach, nickname, onClose }: Props) {
  const t = useText()
  const done = useDone()
  const keep = useKeepScript()
  const initial: Fields = script
    ? { owner: script.shared ? 'shared' : 'mine', folder: script.folder, title: script.title, content: script.content }
    : { owner: mayTeach ? 'shared' : 'mine', folder: '', title: '', content: '' }
  return (
    <FormDrawer<Fields>
      title={script ? script.title : t('scripts.new')}
      initial={initial}
      readOnly={script?.shared && !mayTeach}
      onClose={onClose}
      onSave={async ({ owner, ...text }) => {
        await keep.mutateAsync({ id: script?.id, ...text, shared: owner === 'shared' })
        done(t('settings.saved'))
      }}
    >
      {(fields) => (
        <>
          {!script && mayTeach && (
            <Form.Item name="owner" label={t('settings.scripts.owner')}>
              <Segmented
                options={[
                  { value: 'shared', label: t('scripts.shared') },
                  { value: 'mine', label: t('scripts.mine') },
                ]}
              />
            </Form.Item>
          )}
          <div className="two-columns">
            <Form.Item name="title" label={t('scripts.name')} rules={[{ required: true, whitespace: true, message: t('scripts.name-missing') }]}>
              <Input maxLength={60} autoFocus />
            </Form.Item>
            <Form.Item name="folder" label={t('scripts.folder')} rules={[{ required: true, whitespace: true, message: t('scripts.folder-missing') }]}>
              <AutoComplete options={folders.map((value) => ({ value }))} maxLength={40} />
            </Form.Item>
          </div>
          <Form.Item name="content" label={t('scripts.content')} rules={[{ required: true, whitespace: true, message: t('scripts.content-missing') }]}>
            <Input.TextArea autoSize={{ minRows: 6, maxRows: 14 }} maxLength={2000} showCount />
          </Form.Item>
          <Variables />
          <p className="form-title">{t('settings.scripts.preview')}</p>
          <Preview content={fields.content} nickname={nickname} />
        </>
      )}
    </FormDrawer>
  )
}

function Variables() {
  const t = useText()
  const form = Form.useFormInstance<Fields>()
  return (
    <p className="script-variables small quiet">
      {t('settings.scripts.variables')}
      {variables.map((variable) => (
        <Button
          key={variable}
          size="small"
          title={t(`settings.scripts.${variable}-means`)}
          onClick={() => {
            form.setFieldValue('content', `${form.getFieldValue('content') ?? ''}{${variable}}`)
            form.focusField('content')
          }}
        >
          {`{${variable}}`} {t(`settings.scripts.${variable}-means`)}
        </Button>
      ))}
    </p>
  )
}

/** As the customer will read it, with somebody's name in the places to fill. */
function Preview({ content, nickname }: { content: string; nickname: string }) {
  const t = useText()
  const values = { name: nickname, customer: t('settings.scripts.customer-example'), shop: t('settings.scripts.shop-example') }
  const parts = (content || t('settings.scripts.preview-empty')).split(/(\{(?:name|customer|shop)\})/)
  return (
    <p className="script-preview">
      {parts.map((part, index) =>
        index % 2 ? <mark key={index}>{values[part.slice(1, -1) as keyof typeof values]}</mark> : part,
      )}
    </p>
  )
}
