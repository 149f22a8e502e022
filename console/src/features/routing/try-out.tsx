import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Issue, Named, Urgency } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { Face } from '@/shared/ui/face'
import { PresenceDot } from '@/shared/ui/presence-dot'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { useTryOut, type Asked, type CustomerValue, type TryOut } from './api'
import { issues, urgencies, values } from './matrix'

/** Asks the saved rules: who would get this customer now, and why. */
export function TryOutPanel({ groups }: { groups: Named[] }) {
  const t = useText()
  const complain = useComplaint()
  const tryOut = useTryOut()
  const [asked, setAsked] = useState<Asked>({ issue: 'pre-sale', urgency: 'normal', value: 'ordinary' })
  const set = (part: Partial<Asked>) => {
    setAsked({ ...asked, ...part })
    tryOut.reset()
  }
  return (
    <aside className="try-out">
      <SettingsPart title={t('settings.try')} hint={t('settings.try.hint')}>
        <form
          className="try-out-form"
          onSubmit={(event) => {
            event.preventDefault()
            tryOut.mutate(asked, { onError: complain })
          }}
        >
          <label>
            <span>{t('audit.field.issue')}</span>
            <Select<Issue> value={asked.issue} onChange={(issue) => set({ issue })} aria-label={t('audit.field.issue')} options={issues.map((value) => ({ value, label: t(`issue.${value}`) }))} />
          </label>
          <label>
            <span>{t('audit.field.urgency')}</span>
            <Select<Urgency> value={asked.urgency} onChange={(urgency) => set({ urgency })} aria-label={t('audit.field.urgency')} options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
          </label>
          <label>
            <span>{t('audit.field.value')}</span>
            <Select<CustomerValue> value={asked.value} onChange={(value) => set({ value })} aria-label={t('audit.field.value')} options={values.map((value) => ({ value, label: t(`settings.value.${value}`) }))} />
          </label>
          <Button htmlType="submit" type="primary" ghost block loading={tryOut.isPending} disabled={groups.length === 0}>
            {t('settings.try.ask')}
          </Button>
        </form>
        {tryOut.data && <Answer answer={tryOut.data} />}
      </SettingsPart>
    </aside>
  )
}

function Answer({ answer }: { answer: TryOut }) {
  const t = useText()
  const language = useLanguage()
  const next = answer.agents.find((agent) => agent.next)
  return (
    <div className="try-out-answer" role="status">
      <p className="try-out-result">
        {answer.group && <b>{answer.group.name}</b>}
        <span>{next ? t('settings.try.next', { name: next.name }) : t('settings.try.waits')}</span>
      </p>
      <p className="quiet small">{inLanguage(answer.why, language)}</p>
      <ul aria-label={t('settings.try.agents')}>
        {answer.agents.map((agent) => (
          <li key={agent.id} className={agent.next ? 'is-next' : ''}>
            <Face name={agent.name} size={28} />
            <span>
              <span className="try-out-agent">
                {agent.name}
                <PresenceDot state={agent.presence} />
                <span className="faint small">
                  {agent.load}/{agent.capacity} · {t('settings.try.level', { level: agent.level })}
                </span>
              </span>
              <span className="quiet small">{inLanguage(agent.why, language)}</span>
            </span>
          </li>
        ))}
      </ul>
      {answer.agents.length === 0 && <p className="faint small">{t('settings.try.nobody')}</p>}
    </div>
  )
}
