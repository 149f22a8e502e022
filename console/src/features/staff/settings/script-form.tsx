import { AutoComplete, Form, Input, Segmented } from 'antd'
import type { Script } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { useKeepScript } from '../api'
import { contentOf, fieldsOf, scriptKinds, type ScriptFields } from './script-fields'
import { CardFields, PictureField, TextFields } from './script-kinds'
import { ScriptPreview } from './script-preview'
import './staff-settings.css'

interface Props {
  script: Script | null
  folders: string[]
  mayTeach: boolean
  nickname: string
  onClose(): void
}

export function ScriptForm({ script, folders, mayTeach, nickname, onClose }: Props) {
  const t = useText()
  const done = useDone()
  const keep = useKeepScript()
  return (
    <FormDrawer<ScriptFields>
      title={script ? script.title : t('scripts.new')}
      initial={fieldsOf(script, mayTeach)}
      readOnly={script?.shared && !mayTeach}
      onClose={onClose}
      onSave={async (fields) => {
        const { owner, kind, folder, title } = fields
        await keep.mutateAsync({ id: script?.id, folder, title, kind, content: contentOf(fields), shared: owner === 'shared' })
        done(t('settings.saved'))
      }}
    >
      {(fields) => (
        <>
          <div className="script-choices">
            <Form.Item name="kind" required label={t('settings.channels.kind')}>
              <Segmented options={scriptKinds.map((value) => ({ value, label: t(`settings.kind.${value}`) }))} />
            </Form.Item>
            {!script && mayTeach && (
              <Form.Item name="owner" required label={t('settings.scripts.owner')}>
                <Segmented
                  options={[
                    { value: 'shared', label: t('scripts.shared') },
                    { value: 'mine', label: t('scripts.mine') },
                  ]}
                />
              </Form.Item>
            )}
          </div>
          <div className="two-columns">
            <Form.Item name="title" label={t('scripts.name')} rules={[{ required: true, whitespace: true, message: t('scripts.name-missing') }]}>
              <Input maxLength={60} autoFocus />
            </Form.Item>
            <Form.Item name="folder" label={t('scripts.folder')} rules={[{ required: true, whitespace: true, message: t('scripts.folder-missing') }]}>
              <AutoComplete options={folders.map((value) => ({ value }))} maxLength={40} />
            </Form.Item>
          </div>
          {fields.kind === 'text' && <TextFields />}
          {fields.kind === 'picture' && (
            <Form.Item name="picture" label={t('settings.kind.picture')} rules={[{ required: true, message: t('settings.scripts.picture-missing') }]}>
              <PictureField />
            </Form.Item>
          )}
          {fields.kind === 'card' && <CardFields />}
          <p className="form-title">{t('settings.scripts.preview')}</p>
          <ScriptPreview fields={fields} nickname={nickname} />
        </>
      )}
    </FormDrawer>
  )
}
