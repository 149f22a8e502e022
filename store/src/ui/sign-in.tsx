import { useState } from 'preact/hooks'
import type { Desk } from '../client/desk'
import { speak, useText } from '../text'
import { Refused, useVerb } from './parts'

export function SignIn({ desk }: { desk: Desk }) {
  const { t, language } = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const verb = useVerb()
  const wantsCode = verb.refusal?.code === 'staff.code-needed' || code !== ''
  return (
    <main class="sign-in">
      <header>
        <img src="/app/store/echo.svg" alt="" width="44" height="44" />
        <h1>{t('title')}</h1>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void verb.run(() => desk.signIn(login, password, code))
        }}
      >
        <label>
          {t('login')}
          <input name="login" autocomplete="username" autocapitalize="none" value={login} onInput={(e) => setLogin(e.currentTarget.value)} required />
        </label>
        <label>
          {t('password')}
          <input name="password" type="password" autocomplete="current-password" value={password} onInput={(e) => setPassword(e.currentTarget.value)} required />
        </label>
        {wantsCode && (
          <label>
            {t('code')}
            <input name="code" inputMode="numeric" autocomplete="one-time-code" value={code} onInput={(e) => setCode(e.currentTarget.value)} />
          </label>
        )}
        <Refused refusal={verb.refusal} />
        <button class="primary" type="submit" disabled={verb.busy}>
          {t('signIn')}
        </button>
      </form>
      <button class="quiet" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
        {t('language')}
      </button>
    </main>
  )
}
