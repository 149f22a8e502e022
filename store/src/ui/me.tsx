import { useEffect, useState } from 'preact/hooks'
import { get } from '../client/api'
import type { Desk } from '../client/desk'
import { speak, useText, type TextKey } from '../text'
import { Refused, useDesk, useVerb } from './parts'

const STATES: [string, TextKey][] = [
  ['online', 'online'],
  ['busy', 'busy'],
  ['break', 'break'],
  ['offline', 'away'],
]

export function MyPage({ desk }: { desk: Desk }) {
  const { t, language } = useText()
  const { me, store } = useDesk(desk)
  const verb = useVerb()
  const [reasons, setReasons] = useState<string[]>([])
  useEffect(() => {
    void get<string[]>('/api/staff/break-reasons').then(setReasons, () => undefined)
  }, [])
  if (!me) return null
  const terminal = async () => {
    const link = await desk.terminal()
    window.open(link.address, '_blank', 'noopener')
  }
  return (
    <>
      <header class="bar">
        <h1>{t('me')}</h1>
      </header>
      <div class="page">
        <section class="card line">
          <span class="face">{me.name.slice(0, 1)}</span>
          <span class="who">
            <strong>{me.name}</strong>
            <span class="soft">{[me.roleName, me.nickname].filter(Boolean).join(' · ')}</span>
          </span>
        </section>
        <h2>{t('store')}</h2>
        <div class="chips">
          {me.stores.map((one) => (
            <button key={one.id} class={one.id === store?.id ? 'chosen' : ''} onClick={() => desk.chooseStore(one)}>
              {one.name}
            </button>
          ))}
          {me.stores.length === 0 && <p class="soft">{t('noStore')}</p>}
        </div>
        <h2>{t('state')}</h2>
        <div class="chips">
          {STATES.map(([state, word]) => (
            <button
              key={state}
              class={me.presence.state === state ? 'chosen' : ''}
              disabled={verb.busy}
              onClick={() => void verb.run(() => desk.choosePresence(state, state === 'break' ? reasons[0] : undefined))}
            >
              {t(word)}
            </button>
          ))}
        </div>
        {me.presence.state === 'break' && (
          <div class="chips reasons">
            {reasons.map((reason) => (
              <button
                key={reason}
                class={me.presence.reason === reason ? 'chosen' : ''}
                onClick={() => void verb.run(() => desk.choosePresence('break', reason))}
              >
                {reason}
              </button>
            ))}
          </div>
        )}
        <Refused refusal={verb.refusal} />
        {store && (
          <button class="card line" onClick={() => void verb.run(terminal)}>
            <span class="who">
              <strong>{t('terminal')}</strong>
              <span class="soft">{t('terminalHint')}</span>
            </span>
          </button>
        )}
        <div class="row">
          <button onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{t('language')}</button>
          <button onClick={() => void desk.signOut()}>{t('signOut')}</button>
        </div>
      </div>
    </>
  )
}
