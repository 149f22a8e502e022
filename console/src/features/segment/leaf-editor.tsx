import { AutoComplete, InputNumber, Select, Tag } from 'antd'
import { inLanguage, useLanguage, useText, type TextKey } from '@/shared/i18n/text'
import type { Question, RuleLanguage } from './api'
import { freshFact, wantsNothing, type Amount, type Counted, type FactIs, type Leaf, type TagIs } from './condition'

const NUMBERS = ['at-least', 'at-most', 'more-than', 'less-than', 'equals']

/** One comparison, read from left to right like a sentence. */
export function LeafEditor({ leaf, language, onChange }: { leaf: Leaf; language: RuleLanguage; onChange(leaf: Leaf): void }) {
  if ('tag' in leaf) return <TagLeaf leaf={leaf} language={language} onChange={onChange} />
  if ('counted' in leaf) return <CountedLeaf leaf={leaf} language={language} onChange={onChange} />
  return <FactLeaf leaf={leaf} language={language} onChange={onChange} />
}

function FactLeaf({ leaf, language, onChange }: { leaf: FactIs; language: RuleLanguage; onChange(leaf: FactIs): void }) {
  const t = useText()
  const spoken = useLanguage()
  const question = language.facts.find((each) => each.fact === leaf.fact)
  if (!question) return null
  return (
    <span className="rule-leaf">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('segment.fact')}
        value={leaf.fact}
        popupMatchSelectWidth={220}
        options={language.facts.map((each) => ({ value: each.fact, label: inLanguage(each.name, spoken) }))}
        onChange={(fact: string) => onChange(freshFact(language.facts.find((each) => each.fact === fact)!))}
      />
      <Select
        aria-label={t('segment.comparison')}
        value={leaf.is}
        popupMatchSelectWidth={false}
        options={question.is.map((is) => ({ value: is, label: t(`segment.is.${is}` as TextKey) }))}
        onChange={(is: string) => onChange(kept(leaf, question, is))}
      />
      {!wantsNothing(leaf.is) && <FactValue leaf={leaf} question={question} language={language} onChange={onChange} />}
    </span>
  )
}

/** Another comparison of the same kind keeps the value. */
function kept(leaf: FactIs, question: Question, is: string): FactIs {
  const fresh = freshFact(question, is)
  return 'value' in fresh && leaf.value !== undefined ? { ...fresh, value: leaf.value } : fresh
}

function FactValue({ leaf, question, language, onChange }: { leaf: FactIs; question: Question; language: RuleLanguage; onChange(leaf: FactIs): void }) {
  const t = useText()
  const spoken = useLanguage()
  const shown = (value: string) => valueInWords(question.fact, value, t)
  const options = question.values.map((value) => ({ value, label: shown(value) }))
  if (leaf.is === 'one-of') {
    return (
      <Select
        mode="tags"
        aria-label={t('segment.value')}
        value={leaf.values}
        options={options}
        style={{ minWidth: 180 }}
        onChange={(values: string[]) => onChange({ ...leaf, values })}
      />
    )
  }
  if (question.kind === 'text' || question.kind === 'texts') {
    return ['level', 'strategy', 'lifeStage'].includes(question.fact) ? (
      <Select aria-label={t('segment.value')} value={leaf.value as string} options={options} style={{ minWidth: 120 }} onChange={(value: string) => onChange({ ...leaf, value })} />
    ) : (
      <AutoComplete aria-label={t('segment.value')} value={leaf.value as string} options={options} style={{ minWidth: 140 }} onChange={(value: string) => onChange({ ...leaf, value })} />
    )
  }
  const unit = question.kind === 'time' ? t('segment.days-unit') : inLanguage(question.unit, spoken)
  return <AmountInput label={t('segment.value')} value={leaf.value as Amount} unit={unit} share={question.kind === 'share'} language={language} onChange={(value) => onChange({ ...leaf, value })} />
}

function valueInWords(fact: string, value: string, t: ReturnType<typeof useText>): string {
  if (fact === 'level') return t(`level.${value}` as TextKey)
  if (fact === 'strategy') return t(`rfm.${value}` as TextKey)
  if (fact === 'lifeStage') return t(`segment.life.${value}` as TextKey)
  return value
}

function TagLeaf({ leaf, language, onChange }: { leaf: TagIs; language: RuleLanguage; onChange(leaf: TagIs): void }) {
  const t = useText()
  return (
    <span className="rule-leaf">
      <Select
        aria-label={t('segment.comparison')}
        value={leaf.is}
        options={(['set', 'missing'] as const).map((is) => ({ value: is, label: t(`segment.is.${is}`) }))}
        onChange={(is: TagIs['is']) => onChange({ ...leaf, is })}
      />
      <span className="quiet">{t('segment.tag')}</span>
      <AutoComplete
        aria-label={t('segment.tag')}
        value={leaf.tag}
        options={language.tags.map((value) => ({ value }))}
        showSearch={{ filterOption: true }}
        style={{ minWidth: 160 }}
        onChange={(tag: string) => onChange({ ...leaf, tag })}
      />
    </span>
  )
}

function CountedLeaf({ leaf, language, onChange }: { leaf: Counted; language: RuleLanguage; onChange(leaf: Counted): void }) {
  const t = useText()
  return (
    <span className="rule-leaf">
      <span className="quiet">{t('segment.window')}</span>
      <AmountInput label={t('segment.days')} value={leaf.days} unit={t('segment.days-unit')} language={language} onChange={(days) => onChange({ ...leaf, days })} />
      {leaf.counted === 'events' ? (
        <Select
          aria-label={t('segment.event')}
          value={leaf.event}
          popupMatchSelectWidth={false}
          options={language.events.map((value) => ({ value, label: t(`segment.event.${value}` as TextKey) }))}
          onChange={(event: string) => onChange({ ...leaf, event })}
        />
      ) : (
        <span className="quiet">{t('segment.orders')}</span>
      )}
      <Select
        allowClear
        showSearch
        aria-label={t('segment.category-any')}
        placeholder={t('segment.category-any')}
        value={leaf.category}
        style={{ minWidth: 120 }}
        options={language.categories.map((value) => ({ value, label: value }))}
        onChange={(category?: string) => {
          const { category: _, ...rest } = leaf
          onChange(category ? { ...rest, category } : rest)
        }}
      />
      {leaf.counted === 'orders' ? (
        <Select
          aria-label={t('segment.fact')}
          value={leaf.measure}
          options={(['count', 'sum'] as const).map((value) => ({ value, label: t(`segment.${value}`) }))}
          onChange={(measure: Counted['measure']) => onChange({ ...leaf, measure })}
        />
      ) : (
        <span className="quiet">{t('segment.count')}</span>
      )}
      <Select
        aria-label={t('segment.comparison')}
        value={leaf.is}
        options={NUMBERS.map((is) => ({ value: is, label: t(`segment.is.${is}` as TextKey) }))}
        onChange={(is: string) => onChange({ ...leaf, is })}
      />
      <AmountInput label={t('segment.value')} value={leaf.value} language={language} onChange={(value) => onChange({ ...leaf, value })} />
    </span>
  )
}

/** A number, or a standard that says it: closing the standard writes its number instead. */
function AmountInput(props: { label: string; value: Amount; unit?: string; share?: boolean; language: RuleLanguage; onChange(value: Amount): void }) {
  const t = useText()
  const { label, value, unit, share, language, onChange } = props
  if (value !== null && typeof value === 'object') {
    const number = language.standards[value.standard] ?? 0
    return (
      <Tag closable onClose={() => onChange(number)}>
        {t('segment.of-standard', { value: share ? `${number * 100}%` : number })}
      </Tag>
    )
  }
  return (
    <InputNumber
      aria-label={label}
      value={value}
      min={0}
      step={share ? 0.05 : 1}
      suffix={unit || undefined}
      style={{ width: 120 }}
      onChange={(next) => onChange(next as number)}
    />
  )
}
