import { useText } from '@/shared/i18n/text'
import { Face } from '@/shared/ui/face'
import type { Demo } from './api'
import { roleTitle } from './role-title'

/** Who one can be in the demo story; one click signs in. */
export function DemoLogins({ demo, onChoose }: { demo: Demo; onChoose(login: string): void }) {
  const t = useText()
  return (
    <section className="demo-logins" aria-label={t('sign-in.demo')}>
      <p className="quiet small">{t('sign-in.demo-hint', { password: demo.password })}</p>
      <ul className="scroll">
        {demo.accounts.map((account) => (
          <li key={account.login}>
            <button type="button" className="plain" onClick={() => onChoose(account.login)}>
              <Face name={account.name} size={30} />
              <span>
                <span className="ellipsis">{account.name}</span>
                <span className="faint small ellipsis">
                  {roleTitle(account.role, t)} · {account.login}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
