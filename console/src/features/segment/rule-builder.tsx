import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Dropdown, Segmented } from 'antd'
import { useText } from '@/shared/i18n/text'
import type { RuleLanguage } from './api'
import { children, freshFact, isGroup, withChildren, type Condition, type Group, type Leaf } from './condition'
import { LeafEditor } from './leaf-editor'

const DEEPEST = 4

interface Props {
  group: Group
  language: RuleLanguage
  depth?: number
  onChange(group: Group): void
}

/** Conditions in groups: all of them, or any; each may be turned into its opposite. */
export function RuleBuilder({ group, language, depth = 1, onChange }: Props) {
  const t = useText()
  const of = children(group)
  const replace = (at: number, by: Condition | null) => onChange(withChildren(group, by === null ? of.filter((_, n) => n !== at) : of.map((each, n) => (n === at ? by : each))))
  return (
    <div className="rule-group" role="group" aria-label={t('all' in group ? 'segment.all' : 'segment.any')}>
      <Segmented
        size="small"
        value={'all' in group ? 'all' : 'any'}
        onChange={(value) => onChange(value === 'all' ? { all: of } : { any: of })}
        options={[
          { value: 'all', label: t('segment.all') },
          { value: 'any', label: t('segment.any') },
        ]}
      />
      <ul>
        {of.map((node, at) => (
          <li key={at}>
            <Node node={node} language={language} depth={depth} onChange={(by) => replace(at, by)} />
          </li>
        ))}
      </ul>
      <AddCondition language={language} deeper={depth < DEEPEST} onAdd={(node) => onChange(withChildren(group, [...of, node]))} />
    </div>
  )
}

function Node({ node, language, depth, onChange }: { node: Condition; language: RuleLanguage; depth: number; onChange(node: Condition | null): void }) {
  const t = useText()
  const negated = 'not' in node
  const inner = 'not' in node ? node.not : node
  const put = (next: Condition) => onChange(negated ? { not: next } : next)
  return (
    <div className="rule-node">
      {isGroup(inner) ? (
        <RuleBuilder group={inner} language={language} depth={depth + 1} onChange={put} />
      ) : 'not' in inner ? (
        <RuleBuilder group={{ all: [inner] }} language={language} depth={depth + 1} onChange={put} />
      ) : (
        <LeafEditor leaf={inner} language={language} onChange={put} />
      )}
      <Checkbox checked={negated} onChange={(event) => onChange(event.target.checked ? { not: inner } : inner)}>
        {t('segment.not')}
      </Checkbox>
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('segment.remove-condition')} onClick={() => onChange(null)} />
    </div>
  )
}

function AddCondition({ language, deeper, onAdd }: { language: RuleLanguage; deeper: boolean; onAdd(node: Condition): void }) {
  const t = useText()
  const fresh: Record<string, () => Leaf | Group> = {
    fact: () => freshFact(language.facts.find((each) => each.fact === 'spentYear') ?? language.facts[0]!),
    tag: () => ({ tag: language.tags[0] ?? '', is: 'set' }),
    events: () => ({ counted: 'events', event: language.events[0], days: 7, measure: 'count', is: 'at-least', value: 3 }),
    orders: () => ({ counted: 'orders', days: 90, measure: 'count', is: 'at-least', value: 2 }),
    group: () => ({ any: [freshFact(language.facts[0]!)] }),
  }
  const kinds = deeper ? ['fact', 'tag', 'events', 'orders', 'group'] : ['fact', 'tag', 'events', 'orders']
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((key) => ({ key, label: t(`segment.add-${key}` as 'segment.add-fact') })),
        onClick: ({ key }) => onAdd(fresh[key]!()),
      }}
    >
      <Button size="small" type="dashed" icon={<PlusOutlined />}>
        {t('segment.add')}
      </Button>
    </Dropdown>
  )
}
