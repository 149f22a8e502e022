import { useState } from 'preact/hooks'
import type { Desk } from '../client/desk'
import { useText } from '../text'
import { Refused, RingOfThreeMinutes, Sheet, useDesk, useNow, useVerb } from './parts'

export function Reception({ desk, opened }: { desk: Desk; opened: (id: string) => void }) {
  const { t, issue } = useText()
  const state = useDesk(desk)
  const now = useNow()
  const verb = useVerb()
  const [registering, setRegistering] = useState(false)
  return (
    <>
      <header class="bar">
        <h1>{state.store?.name ?? t('title')}</h1>
        <button class="primary small" onClick={() => setRegistering(true)} disabled={!state.store}>
          {t('register')}
        </button>
      </header>
      <div class="page">
        {!state.store && <p class="empty">{t('noStore')}</p>}
        {state.store && (
          <h2 class="count">
            {t('waiting')} <b>{state.waiting.length}</b>
          </h2>
        )}
        <Refused refusal={verb.refusal} />
        {state.store && state.waiting.length === 0 && <p class="empty">{t('waitingNone')}</p>}
        <ul class="cards">
          {state.waiting.map((row) => (
            <li key={row.id} class="card">
              <RingOfThreeMinutes row={row} clock={state.clocks[row.id]} now={now} />
              <div class="who">
                <strong>
                  {row.customer.name}
                  {row.customer.vip && <em class="vip">VIP</em>}
                </strong>
                <span>
                  <em class="chip">{row.channel.kind === 'store' ? t('walkIn') : t('fromOnline')}</em> {issue(row.issue)}
                </span>
                <span class="soft">{row.lastPreview}</span>
              </div>
              <button
                class="primary"
                disabled={verb.busy}
                onClick={() => void verb.run(() => desk.receive(row.id)).then((done) => done && opened(row.id))}
              >
                {t('receive')}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {registering && <Register desk={desk} close={() => setRegistering(false)} />}
    </>
  )
}

function Register({ desk, close }: { desk: Desk; close: () => void }) {
  const { t, issue, menu } = useText()
  const verb = useVerb()
  const [about, setAbout] = useState('pre-sale')
  return (
    <Sheet title={t('register')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const said = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== '')) as Record<string, string>
          void verb.run(() => desk.register({ ...said, issue: about })).then((done) => done && close())
        }}
      >
        <label>
          {t('name')}
          <input name="name" maxLength={60} />
        </label>
        <label>
          {t('phone')}
          <input name="phone" inputMode="tel" maxLength={40} />
        </label>
        <label>
          {t('memberCode')}
          <input name="memberCode" placeholder={t('memberHint')} maxLength={100} autocapitalize="characters" />
        </label>
        <fieldset>
          <legend>{t('issue')}</legend>
          <div class="chips">
            {menu.map((code) => (
              <button type="button" key={code} class={code === about ? 'chosen' : ''} aria-pressed={code === about} onClick={() => setAbout(code)}>
                {issue(code)}
              </button>
            ))}
          </div>
        </fieldset>
        <label>
          {t('remark')}
          <textarea name="text" rows={2} maxLength={500} />
        </label>
        <Refused refusal={verb.refusal} />
        <div class="row">
          <button type="button" onClick={close}>
            {t('cancel')}
          </button>
          <button class="primary" type="submit" disabled={verb.busy}>
            {t('save')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}
