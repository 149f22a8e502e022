import { DownloadOutlined } from '@ant-design/icons'
import { Button, Drawer, Table } from 'antd'
import type { ImportFile, RejectedLine } from '@/shared/api/orders'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { useRejected } from './api'

/** Which lines could not be used, and why; all of them as a file to put right. */
export function RejectedLines({ file, onClose }: { file: ImportFile; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const { data, isPending, isError, error, refetch } = useRejected(file.id)
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title={t('import.rejected-of', { file: file.file })}
      extra={
        <Button icon={<DownloadOutlined />} href={`/api/imports/${file.id}/rejected.csv`}>
          {t('settings.table.export')}
        </Button>
      }
    >
      {isError ? (
        <Failure problem={error} onRetry={() => void refetch()} />
      ) : (
        <Table<RejectedLine>
          size="small"
          rowKey="line"
          loading={isPending}
          dataSource={data ?? []}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            { title: t('import.line'), dataIndex: 'line', width: 90 },
            { title: t('import.reason'), key: 'reason', width: 240, render: (_, line) => inLanguage(line.reason, language) },
            { title: t('import.raw'), key: 'raw', render: (_, line) => <code className="imports-raw">{line.raw}</code> },
          ]}
        />
      )}
    </Drawer>
  )
}
