import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useChangeViews, useViews, type Look, type SavedView } from './table-api'

interface Props {
  look: Look
  columns: string[]
  onLook(look: Look): void
  onColumns(columns: string[]): void
}

/** The member's own views: filters, order and columns under a name. */
export function CustomerViewTabs({ look, columns, onLook, onColumns }: Props) {
  const t = useText()
  const { message } = App.useApp()
  const { data: views = [] } = useViews()
  const change = useChangeViews()
  const language = useLanguage()
  const isSame = (view: SavedView) => sign(view.look.look) === sign(look)
  const refuse = (problem: unknown) =>
    void message.error(problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title'))
  const open = (view: SavedView) => {
    onLook(view.look.look)
    if (view.look.columns) onColumns(view.look.columns)
  }
  return (
    <div className="customers-views" role="tablist" aria-label={t('customers.views')}>
      <button type="button" role="tab" className="plain customers-view" aria-selected={sign(look) === sign({})} onClick={() => onLook({})}>
        {t('customers.everybody')}
      </button>
      {views.map((view) => (
        <span key={view.id} className="customers-view-place">
          <button type="button" role="tab" className="plain customers-view" aria-selected={isSame(view)} onClick={() => open(view)}>
            {view.name}
          </button>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('customers.view-remove', { name: view.name })}
            onClick={() =>
              change.mutate(
                { kind: 'remove', id: view.id },
                {
                  onError: refuse,
                  onSuccess: () =>
                    void message.open({
                      content: (
                        <span>
                          {t('customers.view-removed', { name: view.name })}
                          <Button type="link" size="small" onClick={() => change.mutate({ kind: 'keep', name: view.name, look: view.look })}>
                            {t('customers.undo')}
                          </Button>
                        </span>
                      ),
                    }),
                },
              )
            }
          />
        </span>
      ))}
      {sign(look) !== sign({}) && !views.some(isSame) && (
        <KeepView onKeep={(name) => change.mutate({ kind: 'keep', name, look: { look, columns } }, { onError: refuse })} />
      )}
    </div>
  )
}

function KeepView({ onKeep }: { onKeep(name: string): void }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = () => {
    if (!name.trim()) return
    onKeep(name.trim())
    setOpen(false)
    setName('')
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomLeft"
      content={
        <span className="customers-keep">
          <Input
            autoFocus
            maxLength={30}
            value={name}
            placeholder={t('customers.view-name')}
            aria-label={t('customers.view-name')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={keep}
          />
          <Button type="primary" disabled={!name.trim()} onClick={keep}>
            {t('action.save')}
          </Button>
        </span>
      }
    >
      <Button type="text" size="small" icon={<PlusOutlined />}>
        {t('customers.view-keep')}
      </Button>
    </Popover>
  )
}

/** Two looks are the same when they ask for the same, in whatever order. */
function sign(look: Look): string {
  return JSON.stringify(Object.entries(look).filter(([, value]) => value).sort())
}
