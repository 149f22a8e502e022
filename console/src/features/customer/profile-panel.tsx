import { EditOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { inLanguage, textIn, useLanguage, useText, type Text } from '@/shared/i18n/text'
import { calendarDay, exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { Failure } from '@/shared/ui/states'
import { Conflicts } from './conflicts'
import { ContactPeople } from './contact-people'
import { FieldEditor } from './field-editor'
import { useChangeKind, useProfile, type Field, type FieldGroup, type FieldShape, type Kind, type Said } from './profile-api'
import { sourceName } from './source-name'
import './profile.css'

const groups: FieldGroup[] = ['basics', 'traits', 'buying', 'business', 'transactions']

/** Who the customer is, field by field; each value says on hover who said so and when, and what others say. */
export function ProfilePanel({ customerId }: { customerId: string }) {
  const t = useText()
  const complain = useComplaint()
  const { data: profile, error, refetch } = useProfile(customerId)
  const change = useChangeKind(customerId)
  const [edited, setEdited] = useState<string | null>(null)
  if (error && !profile) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!profile) return <Skeleton active className="profile" paragraph={{ rows: 10 }} />
  return (
    <div className="profile">
      <Segmented
        size="small"
        value={profile.kind}
        disabled={change.isPending}
        aria-label={t('profile.kind')}
        options={[
          { value: 'person', label: t('profile.person') },
          { value: 'enterprise', label: t('profile.enterprise') },
        ]}
        onChange={(kind) => change.mutate(kind as Kind, { onError: complain })}
      />
      <Conflicts customerId={customerId} />
      {groups.map((group) => {
        const fields = profile.fields.filter((field) => field.group === group)
        if (fields.length === 0) return null
        return (
          <section key={group} className="customer-part">
            <h4>{t(`profile.group.${group}`)}</h4>
            <dl className="profile-fields">
              {fields.map((field) => (
                <div key={field.key} className="profile-field">
                  <FieldRow
                    field={field}
                    isEdited={edited === field.key}
                    customerId={customerId}
                    onEdit={() => setEdited(field.key)}
                    onDone={() => setEdited(null)}
                  />
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      {profile.kind === 'enterprise' && <ContactPeople customerId={customerId} />}
    </div>
  )
}

interface RowProps {
  field: Field
  customerId: string
  isEdited: boolean
  onEdit(): void
  onDone(): void
}

function FieldRow({ field, customerId, isEdited, onEdit, onDone }: RowProps) {
  const t = useText()
  const language = useLanguage()
  const label = inLanguage(field.label, language)
  return (
    <>
      <dt>
        {label}
        {field.custom && <span className="profile-own" title={t('profile.own')} />}
      </dt>
      <dd>
        {isEdited ? (
          <FieldEditor field={field} customerId={customerId} onDone={onDone} />
        ) : (
          <>
            {field.said ? (
              <Popover content={<Sources field={field} />} placement="left" mouseEnterDelay={0.3}>
                <span className="profile-value" tabIndex={0}>
                  {field.value ? inWords(field, field.value, language) : <span className="faint">{t('profile.none')}</span>}
                  {field.others.length > 0 && <HistoryOutlined className="faint" aria-label={t('profile.others', { n: field.others.length })} />}
                </span>
              </Popover>
            ) : (
              <span className="faint">{t('customer.unknown')}</span>
            )}
            {field.editable && (
              <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('profile.edit', { field: label })} onClick={onEdit} />
            )}
          </>
        )}
      </dd>
    </>
  )
}

/** What is kept, as people read it. */
export function inWords(field: FieldShape, value: string, language: 'zh-CN' | 'en-US'): string {
  if (field.type === 'choice') {
    const choice = field.choices.find((each) => each.code === value)
    return choice ? inLanguage(choice, language) : value
  }
  if (field.type === 'yes-no') return textIn(language)(value === 'true' ? 'profile.yes' : 'profile.no')
  if (field.type === 'number') return Number(value).toLocaleString(language)
  return value
}

function Sources({ field }: { field: Field }) {
  const t = useText()
  const all = [field.said!, ...field.others]
  return (
    <ul className="profile-sources">
      {all.map((said, at) => (
        <li key={said.source}>
          <SourceLine field={field} said={said} counts={at === 0} t={t} />
        </li>
      ))}
    </ul>
  )
}

function SourceLine({ field, said, counts, t }: { field: Field; said: Said; counts: boolean; t: Text }) {
  const language = useLanguage()
  const who = said.standing === 'staff' ? (said.by ?? t('profile.standing.staff')) : sourceName(said.source, t)
  return (
    <>
      <span className={counts ? '' : 'faint'}>{said.value ? inWords(field, said.value, language) : t('profile.none')}</span>
      <span className="faint small" title={exactTime(said.at)}>
        <Tag variant="filled">{t(`profile.standing.${said.standing}`)}</Tag>
        {who} · {calendarDay(said.at)}
      </span>
    </>
  )
}
