import { App, Button, Drawer, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { ApiProblem } from '@/shared/api/client'
import { Failure, ListSkeleton } from '@/shared/ui/states'
import { usePreview, useRuleLanguage, useSaveRule, type Rule } from './api'
import { asGroup, freshFact, isComplete, type Condition, type Group } from './condition'
import { MemberList } from './member-list'
import { RuleBuilder } from './rule-builder'

interface Props {
  /** The rule to change, or of which kind a new one is. */
  rule: Rule | 'segment' | 'tag'
  onClose(): void
}

/** A rule is put together at the left; at the right stands what it says and whom it finds. */
export function RuleEditor({ rule, onClose }: Props) {
  const t = useText()
  const spoken = useLanguage()
  const { message } = App.useApp()
  const language = useRuleLanguage()
  const save = useSaveRule()
  const known = typeof rule === 'string' ? null : rule
  const kind = typeof rule === 'string' ? rule : rule.kind
  const [group, setGroup] = useState<Group | null>(known ? asGroup(known.condition) : null)
  const [form] = Form.useForm<{ name: string; tag: string; hint: string }>()
  useEffect(() => {
    const first = language.data?.facts.find((each) => each.fact === 'spentYear') ?? language.data?.facts[0]
    if (!group && first) setGroup({ all: [{ ...freshFact(first), value: 1000 }] })
  }, [group, language.data])

  const submit = async () => {
    const words = await form.validateFields()
    if (!group) return
    try {
      await save.mutateAsync({
        id: known?.id,
        version: known?.version,
        draft: {
          kind,
          nameZh: words.name,
          nameEn: known && known.name.zh === words.name ? known.name.en : null,
          hint: words.hint || null,
          condition: group,
          tag: words.tag || null,
        },
      })
      void message.success(t('segment.saved'))
      onClose()
    } catch (problem) {
      void message.error(problem instanceof ApiProblem ? inLanguage(problem, spoken) : t('failure.title'))
    }
  }

  return (
    <Drawer
      open
      onClose={onClose}
      size="min(1160px, 96vw)"
      title={t(known ? 'segment.editor-change' : 'segment.editor-new')}
      extra={
        <Button type="primary" loading={save.isPending} disabled={!group || !isComplete(group)} onClick={() => void submit()}>
          {t('action.save')}
        </Button>
      }
    >
      {language.isError ? (
        <Failure problem={language.error} onRetry={() => void language.refetch()} />
      ) : !language.data || !group ? (
        <ListSkeleton rows={5} height={64} />
      ) : (
        <div className="rule-editor">
          <section>
            <Form form={form} layout="vertical" initialValues={{ name: known?.name.zh, tag: known?.tag, hint: known?.hint.zh }}>
              <div className="rule-names">
                <Form.Item name="name" label={t('segment.name')} rules={[{ required: true, max: 40, whitespace: true, message: t('segment.name') }]}>
                  <Input maxLength={40} autoFocus={!known} />
                </Form.Item>
                <Form.Item name="tag" label={t('segment.tag')} tooltip={t('segment.tag-hint')} rules={kind === 'tag' ? [{ required: true, message: t('segment.tag') }] : []}>
                  <Input maxLength={20} />
                </Form.Item>
              </div>
              <Form.Item name="hint" label={t('segment.hint')}>
                <Input maxLength={200} />
              </Form.Item>
            </Form>
            <RuleBuilder group={group} language={language.data} onChange={setGroup} />
          </section>
          <PreviewPane condition={group} />
        </div>
      )}
    </Drawer>
  )
}

const PAUSE = 350

/** Asked when the hand rests. */
function PreviewPane({ condition }: { condition: Condition }) {
  const t = useText()
  const spoken = useLanguage()
  const [asked, setAsked] = useState<Condition | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(isComplete(condition) ? condition : null), PAUSE)
    return () => clearTimeout(timer)
  }, [condition])
  const preview = usePreview(asked)
  return (
    <aside className="rule-preview" aria-label={t('segment.preview')} aria-busy={preview.isFetching}>
      <h3>{t('segment.preview')}</h3>
      {preview.isError ? (
        <p className="rule-problem" role="alert">
          {preview.error instanceof ApiProblem ? inLanguage(preview.error, spoken) : t('failure.title')}
        </p>
      ) : !preview.data || !asked ? (
        <p className="faint">{t('segment.preview-wait')}</p>
      ) : (
        <>
          <p className="rule-count">
            <b>{t('segment.preview-count', { n: preview.data.members.toLocaleString() })}</b>
            <span className="faint small">
              {t('segment.preview-share', { all: preview.data.of.toLocaleString(), share: preview.data.of ? `${((preview.data.members / preview.data.of) * 100).toFixed(1)}%` : '0%' })}
            </span>
          </p>
          <p className="rule-sentence">{inLanguage(preview.data.sentence, spoken)}</p>
          {preview.data.sample.length > 0 && (
            <>
              <h4>{t('segment.preview-sample')}</h4>
              <MemberList members={preview.data.sample} />
            </>
          )}
        </>
      )}
    </aside>
  )
}
