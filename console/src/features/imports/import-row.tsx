import { FileTextOutlined } from '@ant-design/icons'
import { Button, Progress, Tag } from 'antd'
import type { ImportFile } from '@/shared/api/orders'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { exactTime, fileSize } from '@/shared/time/format'
import { isAtWork } from './api'

/** One file: what it was, how far it is, what is in and what is not. */
export function ImportRow({ file, onRejected }: { file: ImportFile; onRejected(): void }) {
  const t = useText()
  const language = useLanguage()
  const colour = { waiting: 'default', running: 'processing', done: 'success', failed: 'error' }[file.state]
  return (
    <div className="imports-row" aria-label={file.file}>
      <FileTextOutlined className="imports-icon" />
      <div className="imports-what">
        <p>
          <b className="ellipsis">{file.file}</b>
          <Tag>{t(`import.kind.${file.kind}` as 'import.kind.orders')}</Tag>
          <Tag color={colour}>{t(`import.state.${file.state}`)}</Tag>
        </p>
        {isAtWork(file) && <Progress percent={Math.round(file.progress * 100)} size="small" status="active" />}
        {file.problem && (
          <p className="imports-problem" role="alert">
            {inLanguage(file.problem, language)}
          </p>
        )}
        {(file.state === 'done' || file.lines > 0) && (
          <p className="quiet small">
            {t('import.result', { lines: file.lines.toLocaleString(), good: file.good.toLocaleString(), rejected: file.rejected.toLocaleString() })}
            {file.state === 'done' && ` · ${file.changed === 0 ? t('import.unchanged') : t('import.changed', { n: file.changed.toLocaleString() })}`}
          </p>
        )}
        <p className="faint small">
          {file.by.name} · {exactTime(file.createdAt)} · {fileSize(file.bytes)}
          {file.startedAt && file.finishedAt && ` · ${t('import.took', { n: seconds(file.startedAt, file.finishedAt) })}`}
        </p>
      </div>
      {file.rejected > 0 && (
        <Button size="small" onClick={onRejected}>
          {t('import.rejected', { n: file.rejected.toLocaleString() })}
        </Button>
      )}
    </div>
  )
}

function seconds(from: string, to: string): string {
  return ((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)
}
