import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { may } from '@/shared/access'
import type { Me, Script } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { inChineseOrder } from '@/shared/text/pinyin'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { useDeleteScript, useKeepScript, useScripts } from '../api'
import { ImportScripts } from './import-scripts'
import { scriptLine } from './script-fields'
import { ScriptForm } from './script-form'

export function ScriptsPage({ me }: { me: Me }) {
  const t = useText()
  const scripts = useScripts()
  const remove = useDeleteScript()
  const keep = useKeepScript()
  const ask = useAsk()
  const done = useDone()
  const mayTeach = may(me, 'teach')
  const [edited, setEdited] = useState<Script | 'new' | null>(null)
  const [imports, setImports] = useState(false)
  const [folder, setFolder] = useState<string | null>(null)
  const [owner, setOwner] = useState<'all' | 'shared' | 'mine'>('all')
  const data = scripts.data?.filter(
    (script) => (!folder || script.folder === folder) && (owner === 'all' || script.shared === (owner === 'shared')),
  )
  const folders = [...new Set(scripts.data?.map((script) => script.folder))].sort(inChineseOrder)
  const add = () => setEdited('new')
  const removeAsked = (script: Script) =>
    ask({
      title: t('settings.scripts.remove-ask', { name: script.title }),
      means: script.shared ? t('settings.scripts.remove-shared-means') : t('settings.scripts.remove-means'),
      act: t('action.delete'),
      run: () => {
        const { id: _, initials: __, ordinal: ___, ...text } = script
        return remove.mutateAsync(script.id).then(() => done(t('settings.deleted'), () => keep.mutateAsync(text)))
      },
    })
  return (
    <SettingsPage
      title={t('settings.scripts')}
      hint={mayTeach ? t('settings.scripts.hint') : t('settings.scripts.hint-own')}
      actions={
        <>
          <Button icon={<UploadOutlined />} onClick={() => setImports(true)}>
            {t('settings.scripts.import')}
          </Button>
          <Button icon={<DownloadOutlined />} href="/api/scripts.csv">
            {t('settings.scripts.export')}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={add}>
            {t('scripts.new')}
          </Button>
        </>
      }
    >
      <DataTable<Script>
        name="scripts"
        label={t('settings.scripts')}
        source={{ ...scripts, data }}
        columns={useColumns()}
        onOpen={setEdited}
        acts={(script) =>
          script.shared && !mayTeach
            ? [{ key: 'open', title: t('action.open'), run: () => setEdited(script) }]
            : [
                { key: 'edit', title: t('settings.edit'), run: () => setEdited(script) },
                { key: 'remove', title: t('action.delete'), danger: true, run: () => removeAsked(script) },
              ]
        }
        filters={
          <>
            <Select
              allowClear
              style={{ minWidth: 140 }}
              value={folder}
              onChange={(chosen) => setFolder(chosen ?? null)}
              placeholder={t('settings.scripts.all-folders')}
              aria-label={t('scripts.folder')}
              options={folders.map((value) => ({ value, label: value }))}
            />
            <Select
              value={owner}
              onChange={setOwner}
              aria-label={t('settings.scripts.owner')}
              options={(['all', 'shared', 'mine'] as const).map((value) => ({ value, label: t(`settings.scripts.${value}`) }))}
            />
          </>
        }
        empty={{ sentence: t('settings.scripts.empty'), action: t('scripts.new'), onAction: add }}
      />
      {imports && <ImportScripts mayTeach={mayTeach} onClose={() => setImports(false)} />}
      {edited && (
        <ScriptForm
          script={edited === 'new' ? null : edited}
          folders={folders}
          mayTeach={mayTeach}
          nickname={me.nickname}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsPage>
  )
}

function useColumns(): Column<Script>[] {
  const t = useText()
  return [
    { key: 'title', title: t('scripts.name'), width: 200, text: (script) => script.title },
    { key: 'folder', title: t('scripts.folder'), width: 120, text: (script) => script.folder },
    {
      key: 'content',
      title: t('scripts.content'),
      text: scriptLine,
      show: (script) => (
        <span className="script-line quiet">
          {(script.kind ?? 'text') !== 'text' && <Tag variant="filled">{t(`settings.kind.${script.kind!}`)}</Tag>} {scriptLine(script)}
        </span>
      ),
    },
    {
      key: 'owner',
      title: t('settings.scripts.owner'),
      width: 110,
      text: (script) => (script.shared ? t('scripts.shared') : t('scripts.mine')),
      show: (script) => (
        <Tag variant="filled">
          {script.shared ? t('scripts.shared') : t('scripts.mine')}
        </Tag>
      ),
    },
  ]
}
