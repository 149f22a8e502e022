import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Skeleton, Tooltip } from 'antd'
import { useState } from 'react'
import { api } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import { exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPage, SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure } from '@/shared/ui/states'
import type { Purpose, Words } from './profile-api'
import './profile.css'

interface Retention {
  kind: string
  title: Words
  preset: number | null
  days: number | null
  last: { at: string; rows: number } | null
}

interface Privacy {
  purposes: Purpose[]
  retention: Retention[]
}

const key = ['settings', 'privacy'] as const

/** What customers are asked, and how long data is kept. */
export function PrivacyPage() {
  const t = useText()
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => api<Privacy>('GET', '/api/settings/privacy', undefined, signal) })
  return (
    <SettingsPage title={t('privacy-page.title')} hint={t('privacy-page.hint')}>
      {error && !data && <Failure problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && <Form key={JSON.stringify(data)} before={data} />}
    </SettingsPage>
  )
}

function Form({ before }: { before: Privacy }) {
  const t = useText()
  const client = useQueryClient()
  const complain = useComplaint()
  const done = useDone()
  const [privacy, setPrivacy] = useState(before)
  const isChanged = JSON.stringify(privacy) !== JSON.stringify(before)
  useUnsaved(isChanged)
  const save = useMutation({
    mutationFn: () =>
      api<Privacy>('PUT', '/api/settings/privacy', {
        purposes: privacy.purposes.map(({ code, name, text }) => ({ code, name, text })),
        retention: privacy.retention.map(({ kind, days }) => ({ kind, days })),
      }),
    onSuccess: (after) => {
      client.setQueryData(key, after)
      done(t('settings.saved'))
    },
    onError: complain,
  })
  const put = (at: number, purpose: Purpose) => setPrivacy({ ...privacy, purposes: privacy.purposes.map((each, n) => (n === at ? purpose : each)) })
  const add = () => setPrivacy({ ...privacy, purposes: [...privacy.purposes, { code: '', name: { zh: '', en: '' }, version: 1, text: { zh: '', en: '' } }] })
  const known = new Set(before.purposes.map((each) => each.code))
  return (
    <>
      <SettingsPart
        title={t('privacy-page.purposes')}
        hint={t('privacy-page.purposes-hint')}
        actions={
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('privacy-page.add')}
          </Button>
        }
      >
        <div className="purposes">
          {privacy.purposes.map((purpose, at) => (
            <PurposeForm
              key={at}
              purpose={purpose}
              isNew={!known.has(purpose.code)}
              onChange={(next) => put(at, next)}
              onRemove={() => setPrivacy({ ...privacy, purposes: privacy.purposes.filter((_, n) => n !== at) })}
            />
          ))}
        </div>
      </SettingsPart>
      <SettingsPart title={t('privacy-page.retention')} hint={t('privacy-page.retention-hint')}>
        <ul className="retention">
          {privacy.retention.map((each, at) => (
            <RetentionRow
              key={each.kind}
              retention={each}
              onChange={(days) => setPrivacy({ ...privacy, retention: privacy.retention.map((other, n) => (n === at ? { ...other, days } : other)) })}
            />
          ))}
        </ul>
      </SettingsPart>
      <div className="privacy-save">
        <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
          {t('action.save')}
        </Button>
        {isChanged && <span className="faint small">{t('settings.unsaved.mark')}</span>}
      </div>
    </>
  )
}

function PurposeForm({ purpose, isNew, onChange, onRemove }: { purpose: Purpose; isNew: boolean; onChange(next: Purpose): void; onRemove(): void }) {
  const t = useText()
  const { code, name, text, version } = purpose
  return (
    <fieldset className="purpose">
      <div className="purpose-head">
        <Input value={name.zh} maxLength={40} aria-label={t('fields.name')} placeholder={t('fields.name')} onChange={(event) => onChange({ ...purpose, name: { ...name, zh: event.target.value } })} />
        <Input value={name.en} maxLength={40} aria-label={t('fields.name-en')} placeholder={t('fields.name-en')} onChange={(event) => onChange({ ...purpose, name: { ...name, en: event.target.value } })} />
        <Input value={code} maxLength={40} disabled={!isNew} aria-label={t('privacy-page.code')} placeholder={t('privacy-page.code')} onChange={(event) => onChange({ ...purpose, code: event.target.value })} />
        <span className="faint small">{t('consent.version', { n: version })}</span>
        <Tooltip title={t('privacy-page.remove')}>
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('privacy-page.remove')} onClick={onRemove} />
        </Tooltip>
      </div>
      <div className="purpose-texts">
        <Input.TextArea value={text.zh} maxLength={2000} autoSize={{ minRows: 2 }} aria-label={t('privacy-page.text')} placeholder={t('privacy-page.text')} onChange={(event) => onChange({ ...purpose, text: { ...text, zh: event.target.value } })} />
        <Input.TextArea value={text.en} maxLength={2000} autoSize={{ minRows: 2 }} aria-label={t('privacy-page.text-en')} placeholder={t('privacy-page.text-en')} onChange={(event) => onChange({ ...purpose, text: { ...text, en: event.target.value } })} />
      </div>
    </fieldset>
  )
}

function RetentionRow({ retention, onChange }: { retention: Retention; onChange(days: number | null): void }) {
  const t = useText()
  const language = useLanguage()
  const title = inLanguage(retention.title, language)
  return (
    <li>
      <div>
        <p>{title}</p>
        <p className="faint small">
          {retention.last ? t('privacy-page.last', { time: exactTime(retention.last.at), n: retention.last.rows }) : t('privacy-page.never-run')}
        </p>
      </div>
      <InputNumber
        min={1}
        max={36500}
        precision={0}
        aria-label={title}
        placeholder={t('privacy-page.for-ever')}
        value={retention.days}
        suffix={t('privacy-page.days')}
        onChange={onChange}
      />
    </li>
  )
}
