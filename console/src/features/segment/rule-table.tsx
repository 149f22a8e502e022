import { EllipsisOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Table } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { ApiProblem } from '@/shared/api/client'
import { usePause, useRemoveRule, type Rule } from './api'
import { SizeTrend } from './size-trend'

interface Props {
  rules: Rule[]
  mayChange: boolean
  empty: React.ReactNode
  onOpen(rule: Rule): void
  onEdit(rule: Rule): void
}

/** Rules with what they say, how many customers they hold and where that is going. */
export function RuleTable({ rules, mayChange, empty, onOpen, onEdit }: Props) {
  const t = useText()
  const spoken = useLanguage()
  return (
    <Table<Rule>
      size="middle"
      rowKey="id"
      aria-label={t('segment.rule')}
      dataSource={rules}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName="is-openable"
      onRow={(rule) => ({ onClick: (event) => !(event.target as Element).closest('button, .ant-dropdown') && onOpen(rule) })}
      locale={{ emptyText: empty }}
      columns={[
        {
          title: t('segment.name'),
          key: 'name',
          width: 190,
          render: (_, rule) => (
            <span className="segment-name">
              <b>{inLanguage(rule.name, spoken)}</b>
              {rule.code && <span className="segment-mark">{t('segment.built-in')}</span>}
              {rule.state === 'paused' && <span className="segment-mark is-paused">{t('segment.paused')}</span>}
            </span>
          ),
        },
        { title: t('segment.rule'), key: 'rule', render: (_, rule) => <p className="segment-sentence">{inLanguage(rule.sentence, spoken)}</p> },
        { title: t('segment.tag'), key: 'tag', width: 130, render: (_, rule) => rule.tag && <span className="segment-tag">{rule.tag}</span> },
        {
          title: t('segment.size'),
          key: 'size',
          width: 110,
          align: 'right',
          render: (_, rule) => (rule.settled || rule.state === 'paused' ? <b className="segment-size">{rule.members.toLocaleString()}</b> : <span className="faint">{t('segment.settling')}</span>),
        },
        { title: t('segment.trend'), key: 'trend', width: 140, render: (_, rule) => <SizeTrend trend={rule.trend} /> },
        { key: 'acts', width: 48, render: (_, rule) => mayChange && <RuleMenu rule={rule} onEdit={() => onEdit(rule)} /> },
      ]}
    />
  )
}

function RuleMenu({ rule, onEdit }: { rule: Rule; onEdit(): void }) {
  const t = useText()
  const spoken = useLanguage()
  const { message, modal } = App.useApp()
  const pause = usePause()
  const remove = useRemoveRule()
  const fails = (problem: unknown) => void message.error(problem instanceof ApiProblem ? inLanguage(problem, spoken) : t('failure.title'))
  const askToRemove = () =>
    modal.confirm({
      title: t('segment.remove-sure', { name: inLanguage(rule.name, spoken) }),
      okText: t('segment.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => remove.mutateAsync(rule.id).then(() => void message.success(t('segment.removed')), fails),
    })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'edit', label: t('segment.edit') },
          { key: 'pause', label: t(rule.state === 'paused' ? 'segment.resume' : 'segment.pause') },
          ...(rule.code ? [] : [{ key: 'remove', label: t('segment.remove'), danger: true }]),
        ],
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          if (key === 'edit') onEdit()
          if (key === 'pause') pause.mutate({ id: rule.id, paused: rule.state !== 'paused' }, { onError: fails })
          if (key === 'remove') askToRemove()
        },
      }}
    >
      <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('segment.edit')} onClick={(event) => event.stopPropagation()} />
    </Dropdown>
  )
}
