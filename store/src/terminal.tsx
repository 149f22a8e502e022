import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { call, Refusal } from './client/api'
import '../../widget/src/style/tokens.css'
import './style/store.css'
import { speak, useText } from './text'
import { Refused, useVerb } from './ui/parts'

const theme = new URLSearchParams(location.search).get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme

/** Kept on this tablet, so that the link need not be opened again each morning. */
const KEY = 'huixiang.store.terminal'
if (location.hash.length > 1) {
  localStorage.setItem(KEY, location.hash.slice(1))
  history.replaceState(null, '', location.pathname + location.search)
}
const headers = { Authorization: `Bearer ${localStorage.getItem(KEY) ?? ''}` }

const AGAIN_AFTER_MS = 12_000

interface Registered {
  name: string
  store: string
  ahead: number
}

function Terminal() {
  const { t, issue, menu, language, told } = useText()
  const [store, setStore] = useState('')
  const [broken, setBroken] = useState<Refusal | null>(null)
  const [about, setAbout] = useState('pre-sale')
  const [registered, setRegistered] = useState<Registered | null>(null)
  const verb = useVerb()
  useEffect(() => {
    call<{ store: string }>('GET', '/api/store/terminal', undefined, headers).then(
      (terminal) => setStore(terminal.store),
      (problem: Refusal) => setBroken(problem),
    )
  }, [])
  useEffect(() => {
    if (!registered) return
    const timer = setTimeout(() => setRegistered(null), AGAIN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [registered])

  if (broken) return <main class="terminal"><p class="refused" role="alert">{told(broken)}</p></main>
  if (registered) {
    return (
      <main class="terminal thanks">
        <svg viewBox="0 0 56 56" aria-hidden="true"><circle cx="28" cy="28" r="26" /><path d="M17 29l8 8 15-17" /></svg>
        <h1>{t('registered')}</h1>
        <p>{registered.name},{t('comes')}</p>
        {registered.ahead > 0 && <p class="soft">{t('ahead')} {registered.ahead} {t('people')}</p>}
        <button onClick={() => setRegistered(null)}>{t('next')}</button>
      </main>
    )
  }
  return (
    <main class="terminal">
      <header>
        <div>
          <p class="soft">{store}</p>
          <h1>{t('welcome')}</h1>
          <p class="soft">{t('terminalIntro')}</p>
        </div>
        <button class="quiet" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{t('language')}</button>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const said = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''))
          void verb.run(async () => setRegistered(await call<Registered>('POST', '/api/store/terminal/walk-ins', { ...said, issue: about }, headers)))
        }}
      >
        <label>{t('name')}<input name="name" maxLength={60} autocomplete="off" /></label>
        <label>{t('phone')}<input name="phone" inputMode="tel" maxLength={40} autocomplete="off" /></label>
        <label>{t('orMember')}<input name="memberCode" maxLength={100} autocomplete="off" /></label>
        <fieldset>
          <legend>{t('issue')}</legend>
          <div class="chips">
            {menu.map((code) => (
              <button type="button" key={code} class={code === about ? 'chosen' : ''} aria-pressed={code === about} onClick={() => setAbout(code)}>{issue(code)}</button>
            ))}
          </div>
        </fieldset>
        <Refused refusal={verb.refusal} />
        <button class="primary" type="submit" disabled={verb.busy}>{t('save')}</button>
      </form>
    </main>
  )
}

render(<Terminal />, document.getElementById('store')!)
