import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPage, SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure, ListSkeleton } from '@/shared/ui/states'
import { EscalationChain } from './escalation-chain'
import { draftOf, wrongWith, type StandardsBook } from './standards'
import { usePutStandards, useStandards } from './standards-api'
import { StandardsTable } from './standards-table'
import { StandardsVersions } from './standards-versions'
import { StandardsWindows } from './standards-windows'
import './standards.css'

/** What we promise (S-01 … S-05) and how it is counted; each saving is a new version. What other modules promise comes as children. */
export function StandardsPage({ children }: { children?: ReactNode }) {
  const t = useText()
  const { data, error, refetch } = useStandards()
  if (!data) {
    return (
      <SettingsPage title={t('standard.title')} hint={t('standard.hint')}>
        {error ? <Failure problem={error} onRetry={() => void refetch()} /> : <ListSkeleton rows={6} height={56} />}
      </SettingsPage>
    )
  }
  return (
    <Editor key={data.current.version} book={data}>
      {children}
    </Editor>
  )
}

function Editor({ book, children }: { book: StandardsBook; children: ReactNode }) {
  const t = useText()
  const done = useDone()
  const complain = useComplaint()
  const put = usePutStandards()
  const saved = draftOf(book.current)
  const [draft, setDraft] = useState(saved)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const wrong = wrongWith(draft)
  useUnsaved(isChanged)
  const save = () => put.mutate(draft, { onSuccess: () => done(t('standard.saved')), onError: complain })
  return (
    <SettingsPage
      title={t('standard.title')}
      hint={t('standard.hint')}
      actions={
        <>
          {isChanged && <Button onClick={() => setDraft(saved)}>{t('hours.undo')}</Button>}
          <Button type="primary" disabled={!isChanged || wrong !== null} loading={put.isPending} onClick={save}>
            {t('standard.save', { n: book.current.version + 1 })}
          </Button>
        </>
      }
    >
      {wrong && <Alert type="error" showIcon title={t(`standard.wrong-${wrong}`)} />}
      <StandardsTable items={draft.items} onChange={(items) => setDraft({ ...draft, items })} />
      <SettingsPart title={t('standard.escalation')} hint={t('standard.escalation-hint')}>
        <EscalationChain steps={draft.escalation} onChange={(escalation) => setDraft({ ...draft, escalation })} />
      </SettingsPart>
      <SettingsPart title={t('standard.windows')} hint={t('standard.windows-hint')}>
        <StandardsWindows windows={draft.windows} onChange={(windows) => setDraft({ ...draft, windows })} />
      </SettingsPart>
      {children}
      <StandardsVersions book={book} />
    </SettingsPage>
  )
}
