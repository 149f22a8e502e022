import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '@/shared/api/client'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { FormDrawer } from '@/shared/ui/settings/form-drawer'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import type { Choice, FieldGroup, FieldShape, FieldType, Kind } from './profile-api'

interface FieldRow extends FieldShape {
  id: string
  of: Kind
  section: FieldGroup
}

interface Fields {
  key: string
  of: Kind
  section: FieldGroup
  zh: string
  en: string
  type: FieldType
  choices: string
}

const types: FieldType[] = ['text', 'number', 'date', 'choice', 'yes-no']
const sections: Record<Kind, FieldGroup[]> = { person: ['basics', 'traits', 'buying'], enterprise: ['basics', 'business', 'transactions'] }
const fresh: Fields = { key: '', of: 'person', section: 'traits', zh: '', en: '', type: 'text', choices: '' }

function useFields() {
  return useQuery({
    queryKey: ['settings', 'fields'],
    queryFn: async ({ signal }) => (await api<Omit<FieldRow, 'id'>[]>('GET', '/api/settings/fields', undefined, signal)).map((field) => ({ ...field, id: `${field.of}:${field.key}` })),
  })
}

function useChangeFields() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { key?: string; body?: unknown }) =>
      body === undefined ? api('DELETE', `/api/settings/fields/${key}`) : key ? api('PUT', `/api/settings/fields/${key}`, body) : api('POST', '/api/settings/fields', body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['settings', 'fields'] })
      void client.invalidateQueries({ queryKey: ['customer'] })
    },
  })
}

/** What a file can hold: the standard fields to be looked at, and those the house adds. */
export function FieldsPage() {
  const t = useText()
  const language = useLanguage()
  const fields = useFields()
  const change = useChangeFields()
  const ask = useAsk()
  const done = useDone()
  const [edited, setEdited] = useState<FieldRow | 'new' | null>(null)
  const columns: Column<FieldRow>[] = useMemo(
    () => [
      { key: 'name', title: t('fields.name'), text: (field) => inLanguage(field.label, language) },
      { key: 'key', title: t('fields.key'), text: (field) => field.key },
      { key: 'of', title: t('fields.of'), text: (field) => t(`profile.${field.of}`), width: 100 },
      { key: 'section', title: t('fields.section'), text: (field) => t(`profile.group.${field.section}`), optional: 'shown' },
      { key: 'type', title: t('fields.type'), text: (field) => t(`fields.type.${field.type}`), width: 120 },
      {
        key: 'origin',
        title: t('fields.origin'),
        width: 120,
        text: (field) => t(field.custom ? 'fields.own' : 'fields.standard'),
        show: (field) => <Tag color={field.custom ? 'green' : undefined}>{t(field.custom ? 'fields.own' : 'fields.standard')}</Tag>,
      },
    ],
    [t, language],
  )
  const open = (field: FieldRow) => field.custom && setEdited(field)
  return (
    <SettingsPage
      title={t('fields.title')}
      hint={t('fields.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          {t('fields.add')}
        </Button>
      }
    >
      <DataTable<FieldRow>
        name="fields"
        label={t('fields.title')}
        source={fields}
        columns={columns}
        onOpen={open}
        acts={(field) =>
          field.custom
            ? [
                { key: 'edit', title: t('settings.edit'), run: () => setEdited(field) },
                {
                  key: 'remove',
                  title: t('action.delete'),
                  danger: true,
                  run: () =>
                    ask({
                      title: t('fields.remove-ask', { name: inLanguage(field.label, language) }),
                      means: t('fields.remove-means'),
                      act: t('action.delete'),
                      run: () => change.mutateAsync({ key: field.key }).then(() => done(t('settings.deleted'))),
                    }),
                },
              ]
            : []
        }
        empty={{ sentence: t('fields.empty') }}
      />
      {edited && (
        <FormDrawer<Fields>
          title={edited === 'new' ? t('fields.add') : inLanguage(edited.label, language)}
          initial={edited === 'new' ? fresh : fieldsOf(edited)}
          width={440}
          onClose={() => setEdited(null)}
          onSave={async (values) => {
            await change.mutateAsync({ key: edited === 'new' ? undefined : edited.key, body: bodyOf(values) })
            done(t('settings.saved'))
          }}
        >
          {(values) => (
            <>
              <Form.Item name="zh" label={t('fields.name')} rules={[{ required: true, whitespace: true, message: t('fields.missing') }]}>
                <Input maxLength={40} autoFocus />
              </Form.Item>
              <Form.Item name="en" label={t('fields.name-en')} rules={[{ required: true, whitespace: true, message: t('fields.missing') }]}>
                <Input maxLength={40} />
              </Form.Item>
              <Form.Item name="key" label={t('fields.key')} extra={t('fields.key-means')} rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,39}$/, message: t('fields.key-wrong') }]}>
                <Input maxLength={40} disabled={edited !== 'new'} />
              </Form.Item>
              <Form.Item name="of" label={t('fields.of')}>
                <Select disabled={edited !== 'new'} options={(['person', 'enterprise'] as const).map((of) => ({ value: of, label: t(`profile.${of}`) }))} />
              </Form.Item>
              <Form.Item name="section" label={t('fields.section')}>
                <Select options={sections[values.of].map((section) => ({ value: section, label: t(`profile.group.${section}`) }))} />
              </Form.Item>
              <Form.Item name="type" label={t('fields.type')}>
                <Select disabled={edited !== 'new'} options={types.map((type) => ({ value: type, label: t(`fields.type.${type}`) }))} />
              </Form.Item>
              {values.type === 'choice' && (
                <Form.Item
                  name="choices"
                  label={t('fields.choices')}
                  extra={t('fields.choices-means')}
                  rules={[
                    {
                      validator: (_, text: string) => (choicesOf(text).length > 0 && choicesOf(text).every((each) => each.code && each.zh && each.en) ? Promise.resolve() : Promise.reject(new Error(t('fields.choices-wrong')))),
                    },
                  ]}
                >
                  <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
                </Form.Item>
              )}
            </>
          )}
        </FormDrawer>
      )}
    </SettingsPage>
  )
}

function fieldsOf(field: FieldRow): Fields {
  const choices = field.choices.map((each) => `${each.code} ${each.zh} ${each.en}`).join('\n')
  return { key: field.key, of: field.of, section: field.section, zh: field.label.zh, en: field.label.en, type: field.type, choices }
}

function choicesOf(text: string | undefined): Choice[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [code = '', zh = '', ...en] = line.trim().split(/\s+/)
      return { code, zh, en: en.join(' ') }
    })
}

function bodyOf({ key, of, section, zh, en, type, choices }: Fields) {
  return { key, of, section, label: { zh: zh.trim(), en: en.trim() }, type, choices: type === 'choice' ? choicesOf(choices) : [] }
}
