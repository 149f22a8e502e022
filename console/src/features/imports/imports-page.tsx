import { ArrowLeftOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Upload } from 'antd'
import { useState } from 'react'
import type { ImportFile } from '@/shared/api/orders'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { SettingsPage, SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure, Nothing } from '@/shared/ui/states'
import { useBringFile, useImportKinds, useImports } from './api'
import { ImportRow } from './import-row'
import { RejectedLines } from './rejected-lines'
import './imports.css'

const mega = 1024 * 1024
const largest = 512 * mega

/** A file is dropped; what it is, how far it is and what became of it stands below. */
export function ImportsPage({ onBack }: { onBack(): void }) {
  const t = useText()
  const complain = useComplaint()
  const list = useImports()
  const bring = useBringFile()
  const [looked, setLooked] = useState<ImportFile | null>(null)
  const files = list.data?.pages.flatMap((page) => page.items)
  const take = (file: File) => {
    if (file.size > largest) complain(new Error('too large'))
    else bring.mutate(file, { onError: complain })
  }
  return (
    <main className="imports scroll">
      <SettingsPage
        title={t('import.title')}
        hint={t('import.hint')}
        actions={
          <Button icon={<ArrowLeftOutlined />} onClick={onBack}>
            {t('import.to-orders')}
          </Button>
        }
      >
        <Upload.Dragger
          accept=".csv,.txt,.tsv,.gz"
          multiple={false}
          showUploadList={false}
          disabled={bring.isPending}
          beforeUpload={(file) => (take(file), false)}
        >
          <p className="imports-picture">
            <InboxOutlined />
          </p>
          <p>{bring.isPending ? t('import.sending') : t('import.drop')}</p>
          <p className="faint small">{t('import.drop-hint', { mb: largest / mega })}</p>
        </Upload.Dragger>
        <Templates />
        <SettingsPart title={t('import.history')}>
          {list.isError && !files ? (
            <Failure problem={list.error} onRetry={() => void list.refetch()} />
          ) : !files ? (
            <Skeleton active paragraph={{ rows: 4 }} />
          ) : files.length === 0 ? (
            <Nothing sentence={t('import.empty')} hint={t('import.empty-hint')} />
          ) : (
            <ul className="imports-list">
              {files.map((file) => (
                <li key={file.id}>
                  <ImportRow file={file} onRejected={() => setLooked(file)} />
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button block type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('settings.table.more')}
            </Button>
          )}
        </SettingsPart>
      </SettingsPage>
      {looked && <RejectedLines file={looked} onClose={() => setLooked(null)} />}
    </main>
  )
}

/** A first line and an example of each kind, to begin from. */
function Templates() {
  const t = useText()
  const { data: kinds = [] } = useImportKinds()
  const save = (code: string, rows: string[][]) => {
    const text = '\uFEFF' + rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    link.download = `${code}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  if (kinds.length === 0) return null
  return (
    <Alert
      type="info"
      title={
        <span className="imports-templates">
          {t('import.templates')}
          {kinds.map((kind) => (
            <Button key={kind.code} type="link" size="small" onClick={() => save(kind.code, kind.template)}>
              {t(`import.kind.${kind.code}` as 'import.kind.orders')}
            </Button>
          ))}
        </span>
      }
    />
  )
}
