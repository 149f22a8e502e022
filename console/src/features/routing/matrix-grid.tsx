import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { inOrder, issues, urgencies, values, type Line } from './matrix'

interface Props {
  lines: Line[]
  groups: Named[]
  twice: Set<string>
  onChange(lines: Line[]): void
}

/** The matrix as sentences: for this issue, this urgency and this customer, that group. */
export function MatrixGrid({ lines, groups, twice, onChange }: Props) {
  const t = useText()
  const change = (key: string, part: Partial<Line>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const add = () =>
    onChange([...lines, { key: `new-${Date.now()}`, issue: null, urgency: null, value: null, groupId: groups[0]?.id ?? '', minLevel: 1 }])
  const choice = <V extends string>(line: Line, field: 'issue' | 'urgency' | 'value', all: V[], title: (value: V) => string) => (
    <Select
      variant="borderless"
      className={line[field] ? '' : 'is-any'}
      value={(line[field] ?? 'any') as V | 'any'}
      aria-label={t(`audit.field.${field}`)}
      popupMatchSelectWidth={false}
      onChange={(chosen) => change(line.key, { [field]: chosen === 'any' ? null : chosen })}
      options={[{ value: 'any' as const, label: t('settings.matrix.any') }, ...all.map((value) => ({ value, label: title(value) }))]}
    />
  )
  return (
    <table className="matrix-grid" aria-label={t('settings.matrix.rules')}>
      <thead>
        <tr>
          <th scope="col" className="matrix-place">
            {t('settings.matrix.place')}
          </th>
          <th scope="col">{t('audit.field.issue')}</th>
          <th scope="col">{t('audit.field.urgency')}</th>
          <th scope="col">{t('audit.field.value')}</th>
          <th scope="col">{t('settings.matrix.goes-to')}</th>
          <th scope="col">{t('audit.field.minLevel')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('action.delete')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.key} className={twice.has(line.key) ? 'is-twice' : ''} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onChange(inOrder(lines))}>
            <td className="matrix-place faint">{index + 1}</td>
            <td>{choice(line, 'issue', issues, (issue) => t(`issue.${issue}`))}</td>
            <td>{choice(line, 'urgency', urgencies, (urgency) => t(`urgency.${urgency}`))}</td>
            <td>{choice(line, 'value', values, (value) => t(`settings.value.${value}`))}</td>
            <td>
              <Select
                variant="borderless"
                className="matrix-group"
                value={line.groupId || null}
                status={line.groupId ? undefined : 'error'}
                aria-label={t('settings.matrix.goes-to')}
                popupMatchSelectWidth={false}
                onChange={(groupId) => groupId && change(line.key, { groupId })}
                options={groups.map((group) => ({ value: group.id, label: group.name }))}
              />
            </td>
            <td>
              <Select
                variant="borderless"
                value={line.minLevel}
                aria-label={t('audit.field.minLevel')}
                popupMatchSelectWidth={false}
                onChange={(minLevel) => change(line.key, { minLevel })}
                options={([1, 2, 3, 4, 5] as const).map((level) => ({ value: level, label: t(`settings.level.${level}`) }))}
              />
            </td>
            <td>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('settings.matrix.remove', { n: index + 1 })}
                onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={7}>
            <Button type="dashed" block icon={<PlusOutlined />} onClick={add} disabled={groups.length === 0}>
              {t('settings.matrix.add')}
            </Button>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
