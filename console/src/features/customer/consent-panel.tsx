import { App, Button, Input, Modal, Popover, Segmented, Select, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { calendarDay, exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { Failure } from '@/shared/ui/states'
import { PrivacyActs } from './privacy-acts'
import { useAnswerConsent, useConsents, type Consent, type ConsentState } from './profile-api'
import './profile.css'

const sources = ['chat', 'phone', 'store', 'paper', 'email'] as const

/** What the customer has agreed to, for which purpose; each answer with its source and the text he was shown. */
export function ConsentPanel({ customerId }: { customerId: string }) {
  const t = useText()
  const language = useLanguage()
  const { data: consents, error, refetch } = useConsents(customerId)
  const [asked, setAsked] = useState<ConsentState | null>(null)
  if (error && !consents) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!consents) return <Skeleton active className="profile" paragraph={{ rows: 4 }} />
  return (
    <div className="profile">
      <section className="customer-part">
        <h4>{t('consent.title')}</h4>
        {consents.length === 0 && <p className="faint small">{t('consent.none')}</p>}
        <ul className="consents">
          {consents.map((state) => (
            <li key={state.purpose.code}>
              <div>
                <p>
                  {inLanguage(state.purpose.name, language)} <Answer given={state.given} />
                </p>
                {state.last ? (
                  <Popover content={<History consents={state.history} />} placement="left">
                    <span className="faint small profile-value" tabIndex={0}>
                      {[sourceText(state.last.source, t), state.last.by, calendarDay(state.last.at), t('consent.version', { n: state.last.version })]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </Popover>
                ) : (
                  <span className="faint small">{t('consent.never')}</span>
                )}
                {state.last && state.last.version < state.purpose.version && <span className="small consent-old">{t('consent.old-text')}</span>}
              </div>
              <Button size="small" onClick={() => setAsked(state)}>
                {t('consent.write')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <PrivacyActs customerId={customerId} />
      {asked && <Ask customerId={customerId} state={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Answer({ given }: { given: boolean | null }) {
  const t = useText()
  if (given === null) return <Tag variant="filled">{t('consent.unasked')}</Tag>
  return <Tag color={given ? 'green' : 'red'}>{t(given ? 'consent.given' : 'consent.refused')}</Tag>
}

function sourceText(source: string, t: ReturnType<typeof useText>): string {
  return (sources as readonly string[]).includes(source) ? t(`consent.source.${source as (typeof sources)[number]}`) : source
}

function History({ consents }: { consents: Consent[] }) {
  const t = useText()
  return (
    <ul className="profile-sources">
      {consents.map((each) => (
        <li key={each.at}>
          <Answer given={each.given} />
          <span className="faint small" title={exactTime(each.at)}>
            {[sourceText(each.source, t), each.by, exactTime(each.at), t('consent.version', { n: each.version }), each.note].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The customer has answered; where, and on which text, is written down with it. */
function Ask({ customerId, state, onClose }: { customerId: string; state: ConsentState; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const complain = useComplaint()
  const { message } = App.useApp()
  const answer = useAnswerConsent(customerId)
  const [given, setGiven] = useState(state.given === false ? 'yes' : 'no')
  const [source, setSource] = useState<string>('chat')
  const [note, setNote] = useState('')
  const write = () =>
    answer.mutate(
      { purpose: state.purpose.code, given: given === 'yes', source, note: note.trim() || null },
      {
        onSuccess: () => {
          void message.success(t('consent.written'))
          onClose()
        },
        onError: complain,
      },
    )
  return (
    <Modal
      open
      width={440}
      title={inLanguage(state.purpose.name, language)}
      okText={t('consent.write')}
      confirmLoading={answer.isPending}
      onOk={write}
      onCancel={onClose}
    >
      <blockquote className="consent-text">
        {inLanguage(state.purpose.text, language)}
        <footer className="faint small">{t('consent.version', { n: state.purpose.version })}</footer>
      </blockquote>
      <div className="consent-form">
        <Segmented
          aria-label={t('consent.answer')}
          value={given}
          options={[
            { value: 'yes', label: t('consent.given') },
            { value: 'no', label: t('consent.refused') },
          ]}
          onChange={setGiven}
        />
        <Select
          aria-label={t('consent.source')}
          value={source}
          options={sources.map((each) => ({ value: each, label: t(`consent.source.${each}`) }))}
          onChange={setSource}
        />
        <Input value={note} maxLength={200} aria-label={t('consent.note')} placeholder={t('consent.note')} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Modal>
  )
}
