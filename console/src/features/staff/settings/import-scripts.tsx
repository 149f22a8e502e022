import { FileTextOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useLanguage, useText } from '@/shared/i18n/text'
import { csvOf, keepFile } from '@/shared/text/csv'
import { useComplaint } from '@/shared/ui/problem'
import { useImportScripts, type ImportReport } from '../api'

/** A table of scripts from a file; what could not be taken is named line by line. */
export function ImportScripts({ mayTeach, onClose }: { mayTeach: boolean; onClose(): void }) {
  const t = useText()
  const complain = useComplaint()
  const takeIn = useImportScripts()
  const chooser = useRef<HTMLInputElement>(null)
  const [owner, setOwner] = useState<'shared' | 'mine'>(mayTeach ? 'shared' : 'mine')
  const [file, setFile] = useState<File | null>(null)
  const report = takeIn.data
  const run = async () => {
    if (!file) return
    takeIn.mutate({ table: await file.text(), shared: owner === 'shared' }, { onError: complain })
  }
  const example = () => keepFile(t('settings.scripts.example-file'), csvOf([['folder', 'title', 'content'], [t('settings.scripts.example-folder'), t('settings.scripts.example-title'), t('settings.scripts.example-content')]]))
  return (
    <Modal
      open
      title={t('settings.scripts.import')}
      onCancel={onClose}
      okText={report ? t('settings.close') : t('settings.scripts.import')}
      okButtonProps={{ disabled: !file }}
      confirmLoading={takeIn.isPending}
      onOk={() => (report ? onClose() : void run())}
    >
      {report ? (
        <Report report={report} />
      ) : (
        <div className="import-scripts">
          <p className="quiet">
            {t('settings.scripts.import-means')}{' '}
            <Button type="link" size="small" onClick={example}>
              {t('settings.scripts.example')}
            </Button>
          </p>
          {mayTeach && (
            <Segmented
              value={owner}
              onChange={setOwner}
              options={[
                { value: 'shared', label: t('scripts.shared') },
                { value: 'mine', label: t('scripts.mine') },
              ]}
            />
          )}
          <input ref={chooser} type="file" accept=".csv,text/csv,text/plain" hidden onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
          <Button block icon={<FileTextOutlined />} onClick={() => chooser.current?.click()}>
            {file ? file.name : t('settings.scripts.choose-file')}
          </Button>
        </div>
      )}
    </Modal>
  )
}

function Report({ report }: { report: ImportReport }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="import-scripts" role="status">
      <Alert
        type={report.rejected.length > 0 ? 'warning' : 'success'}
        showIcon
        title={t('settings.scripts.imported', { added: report.added, rejected: report.rejected.length })}
      />
      {report.rejected.length > 0 && (
        <ul className="import-rejected scroll">
          {report.rejected.map((line) => (
            <li key={line.line}>
              <b>{t('settings.scripts.line', { n: line.line })}</b> {language === 'zh-CN' ? line.reason : line.reasonEn}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
