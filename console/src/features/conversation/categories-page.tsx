import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Tooltip, Tree } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Category } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useCategories } from './api'
import { useChangeCategories } from './categories-api'
import { placeOf } from './category-tree'
import './categories.css'

type Edited = { name: string; id?: string; parentId: string | null }

/** The categories one chooses from when a conversation ends. */
export function CategoriesPage() {
  const t = useText()
  const categories = useCategories()
  const [edited, setEdited] = useState<Edited | null>(null)
  const addTop = () => setEdited({ name: '', parentId: null })
  return (
    <SettingsPage
      title={t('settings.categories')}
      hint={t('settings.categories.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={addTop}>
          {t('settings.categories.add')}
        </Button>
      }
    >
      <div className="table-place">
        {categories.isError && !categories.data ? (
          <Failure problem={categories.error} onRetry={() => void categories.refetch()} />
        ) : !categories.data ? (
          <ListSkeleton rows={6} height={40} />
        ) : categories.data.length === 0 ? (
          <Nothing sentence={t('settings.categories.empty')} action={t('settings.categories.add')} onAction={addTop} />
        ) : (
          <CategoryTree tree={categories.data} onEdit={setEdited} />
        )}
      </div>
      {edited && <CategoryForm edited={edited} tree={categories.data ?? []} onClose={() => setEdited(null)} />}
    </SettingsPage>
  )
}

function CategoryTree({ tree, onEdit }: { tree: Category[]; onEdit(edited: Edited): void }) {
  const t = useText()
  const ask = useAsk()
  const done = useDone()
  const complain = useComplaint()
  const change = useChangeCategories()
  const [chosen, setChosen] = useState<string | null>(null)
  const field = useRef<HTMLDivElement>(null)
  const place = chosen ? placeOf(tree, chosen) : null
  const settle = (moved: Promise<unknown>) => void moved.catch(complain)

  const move = (step: number) => {
    if (!place || change.isPending) return
    const to = place.index + step
    if (to < 0 || to >= place.siblings.length) return
    settle(change.put(place.category.id, { parentId: place.parentId, name: place.category.name, ordinal: to }))
  }
  const remove = () => {
    if (!place) return
    const { category, parentId } = place
    ask({
      title: t('settings.categories.remove-ask', { name: category.name }),
      means: t('settings.categories.remove-means'),
      act: t('action.delete'),
      run: () => change.remove(category.id).then(() => done(t('settings.deleted'), () => change.add({ parentId, name: category.name }))),
    })
  }
  const rename = () => place && onEdit({ id: place.category.id, name: place.category.name, parentId: place.parentId })
  const keys = (event: KeyboardEvent) => {
    const act = { F2: rename, Delete: remove, 'Alt+ArrowUp': () => move(-1), 'Alt+ArrowDown': () => move(1) }[(event.altKey ? 'Alt+' : '') + event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const acts = [
    { title: t('settings.categories.add-below'), icon: <PlusOutlined />, run: () => place && onEdit({ name: '', parentId: place.category.id }), off: !place },
    { title: `${t('settings.categories.rename')} F2`, icon: <EditOutlined />, run: rename, off: !place },
    { title: `${t('settings.categories.up')} Alt+↑`, icon: <ArrowUpOutlined />, run: () => move(-1), off: !place || place.index === 0 },
    { title: `${t('settings.categories.down')} Alt+↓`, icon: <ArrowDownOutlined />, run: () => move(1), off: !place || place.index === place.siblings.length - 1 },
    { title: `${t('action.delete')} Delete`, icon: <DeleteOutlined />, run: remove, off: !place },
  ]
  return (
    <>
      <div className="table-tools" role="toolbar" aria-label={t('settings.table.acts')}>
        {acts.map((act) => (
          <Tooltip key={act.title} title={act.title}>
            <Button type="text" icon={act.icon} disabled={act.off} aria-label={act.title} onClick={act.run} />
          </Tooltip>
        ))}
        <span className="table-count faint small">{place ? place.category.name : t('settings.categories.choose')}</span>
      </div>
      <div className="category-tree" ref={field} tabIndex={-1} onKeyDownCapture={keys}>
        <Tree<Node>
          blockNode
          defaultExpandAll
          draggable={{ icon: false }}
          treeData={nodesOf(tree)}
          selectedKeys={chosen ? [chosen] : []}
          onSelect={(keys) => {
            setChosen(keys.length ? String(keys[0]) : null)
            // From here on the keys move what was chosen.
            field.current?.focus({ preventScroll: true })
          }}
          onDrop={({ node, dragNode, dropToGap, dropPosition }) => {
            const target = placeOf(tree, node.key)!
            const gap = Math.max(0, gapIndex(tree, dragNode.key, target.siblings, dropPosition))
            const [parentId, ordinal] = dropToGap ? [target.parentId, gap] : [node.key, target.category.children?.length ?? 0]
            settle(change.put(dragNode.key, { parentId, name: dragNode.title, ordinal }))
          }}
        />
      </div>
    </>
  )
}

interface Node {
  key: string
  title: string
  children: Node[]
}

function nodesOf(tree: Category[]): Node[] {
  return tree.map(({ id, name, children }) => ({ key: id, title: name, children: nodesOf(children ?? []) }))
}

/** Among the others, without the one that moves. */
function gapIndex(tree: Category[], moved: string, siblings: Category[], gap: number): number {
  const from = placeOf(tree, moved)
  return from && from.siblings === siblings && from.index < gap ? gap - 1 : gap
}

function CategoryForm({ edited, tree, onClose }: { edited: Edited; tree: Category[]; onClose(): void }) {
  const t = useText()
  const done = useDone()
  const change = useChangeCategories()
  const above = edited.parentId ? placeOf(tree, edited.parentId)?.category.name : null
  return (
    <FormDrawer<{ name: string }>
      title={edited.id ? t('settings.categories.rename') : above ? `${above} · ${t('settings.categories.add-below')}` : t('settings.categories.add')}
      initial={{ name: edited.name }}
      width={400}
      onClose={onClose}
      onSave={async ({ name }) => {
        if (edited.id) await change.put(edited.id, { parentId: edited.parentId, name, ordinal: placeOf(tree, edited.id)?.index ?? 0 })
        else await change.add({ parentId: edited.parentId, name })
        done(t('settings.saved'))
      }}
    >
      <Form.Item name="name" label={t('settings.categories.name')} rules={[{ required: true, whitespace: true, message: t('settings.categories.name-missing') }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}
