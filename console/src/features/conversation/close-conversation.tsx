import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, TreeSelect } from 'antd'
import { useEffect, useMemo } from 'react'
import type { Category, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { keys, useCategories } from './api'
import { proposeCategory, proposeSummary } from './closure'
import { useDesk } from './desk'
import type { Thread } from './thread'
import { useChange } from './use-change'

interface Fields {
  categoryId: string
  summary: string
}

/** Ending: what it was about and how it went. Both are proposed, so that Enter is enough when they are right. */
export function CloseConversation({ row, onClose }: { row: Row; onClose(): void }) {
  const t = useText()
  const client = useQueryClient()
  const { open } = useDesk()
  const change = useChange(row.id)
  const [form] = Form.useForm<Fields>()
  const categories = useCategories()
  const messages = useMemo(
    () => client.getQueryData<Thread>(keys.thread(row.customer.id))?.items ?? [],
    [client, row.customer.id],
  )
  useEffect(() => {
    if (!categories.data) return
    const summary = proposeSummary(row, messages)
    const proposed = proposeCategory(categories.data, row.issue, summary)
    form.setFieldsValue({ categoryId: proposed?.id, summary: summary || t(`issue.${row.issue}`) })
    // Proposed once; what the agent writes afterwards is his.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [categories.data])

  const end = (fields: Fields) =>
    change({ kind: 'end', ...fields, summary: fields.summary.trim() }, () => {
      onClose()
      open(null)
    })
  return (
    <Modal open title={t('end.title', { name: row.customer.name })} onCancel={onClose} width={480} footer={null}>
      {categories.isError ? (
        <Failure problem={categories.error} onRetry={() => void categories.refetch()} />
      ) : (
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={end}>
          <Form.Item name="categoryId" label={t('end.category')} rules={[{ required: true, message: t('end.category-missing') }]}>
            <TreeSelect
              treeNodeLabelProp="path"
              treeData={treeOf(categories.data ?? [])}
              loading={categories.isPending}
              showSearch={{ treeNodeFilterProp: 'title' }}
              treeDefaultExpandAll
              treeLine
              styles={{ popup: { root: { maxHeight: 320 } } }}
              aria-label={t('end.category')}
            />
          </Form.Item>
          <Form.Item name="summary" label={t('end.summary')} rules={[{ required: true, whitespace: true, message: t('end.summary-missing') }]}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 5 }}
              maxLength={500}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                form.submit()
              }}
            />
          </Form.Item>
          <div className="dialog-foot">
            <span className="faint small">{t('end.hint')}</span>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="primary" htmlType="submit" autoFocus>
              {t('end.submit')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  )
}

interface Node {
  value: string
  title: string
  /** What the field shows: the way down to the category. */
  path: string
  selectable: boolean
  children?: Node[]
}

function treeOf(categories: Category[], above = ''): Node[] {
  return categories.map(({ id, name, children }) => {
    const isBranch = !!children?.length
    const path = above + name
    return { value: id, title: name, path, selectable: !isBranch, children: isBranch ? treeOf(children, `${path} / `) : undefined }
  })
}
