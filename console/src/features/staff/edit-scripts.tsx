import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Script } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { Nothing } from '@/shared/ui/states'
import { useDeleteScript, useKeepScript, useScripts, type ScriptText } from './api'
import './edit-scripts.css'

/** My own scripts: what I say often. The shop's shared ones are read here, not changed. */
export function EditScripts({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText()
  return (
    <Modal open={open} title={t('scripts.manage')} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <Editor />
    </Modal>
  )
}

function Editor() {
  const t = useText()
  const { data: scripts = [] } = useScripts()
  const [chosen, setChosen] = useState<Script | 'new' | null>(null)
  const shown = chosen === 'new' || chosen === null ? chosen : (scripts.find((script) => script.id === chosen.id) ?? null)
  const part = (shared: boolean) => scripts.filter((script) => script.shared === shared && (script.kind ?? 'text') === 'text')
  const list = (title: string, items: Script[]) => (
    <>
      <h4>{title}</h4>
      {items.map((script) => (
        <button
          key={script.id}
          type="button"
          className="plain script-choice ellipsis"
          aria-current={shown !== 'new' && shown?.id === script.id}
          onClick={() => setChosen(script)}
        >
          {script.title} <span className="faint small">{script.folder}</span>
        </button>
      ))}
    </>
  )
  return (
    <div className="scripts">
      <nav className="scroll" aria-label={t('scripts.title')}>
        <Button block icon={<PlusOutlined />} onClick={() => setChosen('new')}>
          {t('scripts.new')}
        </Button>
        {part(false).length > 0 && list(t('scripts.mine'), part(false))}
        {part(true).length > 0 && list(t('scripts.shared'), part(true))}
      </nav>
      {shown === null ? (
        <Nothing sentence={t('scripts.choose')} />
      ) : (
        <ScriptForm key={shown === 'new' ? 'new' : shown.id} script={shown === 'new' ? null : shown} onDone={() => setChosen(null)} />
      )}
    </div>
  )
}

function ScriptForm({ script, onDone }: { script: Script | null; onDone(): void }) {
  const t = useText()
  const complain = useComplaint()
  const keep = useKeepScript()
  const remove = useDeleteScript()
  const isFixed = script?.shared === true
  return (
    <Form<ScriptText>
      layout="vertical"
      requiredMark={false}
      disabled={isFixed}
      initialValues={script ?? { folder: t('scripts.mine') }}
      onFinish={(text) => keep.mutate({ id: script?.id, ...text }, { onSuccess: onDone, onError: complain })}
    >
      <Form.Item name="title" label={t('scripts.name')} rules={[{ required: true, whitespace: true, message: t('scripts.name-missing') }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="folder" label={t('scripts.folder')} rules={[{ required: true, whitespace: true, message: t('scripts.folder-missing') }]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        name="content"
        label={t('scripts.content')}
        extra={isFixed ? t('scripts.fixed') : t('scripts.variables')}
        rules={[{ required: true, whitespace: true, message: t('scripts.content-missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 9 }} maxLength={1000} />
      </Form.Item>
      {!isFixed && (
        <div className="scripts-foot">
          {script && (
            <Popconfirm
              title={t('scripts.delete')}
              okText={t('action.delete')}
              onConfirm={() => remove.mutate(script.id, { onSuccess: onDone, onError: complain })}
            >
              <Button type="text" danger>
                {t('action.delete')}
              </Button>
            </Popconfirm>
          )}
          <Button type="primary" htmlType="submit" loading={keep.isPending}>
            {t('action.save')}
          </Button>
        </div>
      )}
    </Form>
  )
}
