import { App, Skeleton } from 'antd'
import { Suspense, useEffect } from 'react'
import { Navigate, NavLink, useBlocker, useParams } from 'react-router'
import { useSession } from '@/features/staff/api'
import { may } from '@/shared/access'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { anythingUnsaved } from '@/shared/state/unsaved'
import { settingsGroups, settingsPages, type SettingsEntry } from './settings-pages'
import './settings-route.css'

export function pagesFor(me: Me): SettingsEntry[] {
  return settingsPages.filter((page) => !page.permission || may(me, page.permission))
}

/** Whether somebody has anything to set besides what is his own. */
export function maySet(me: Me): boolean {
  return pagesFor(me).some((page) => page.permission) || may(me, 'teach')
}

export function SettingsRoute() {
  const { section } = useParams()
  const { data: me } = useSession()
  useAskBeforeLeaving()
  if (!me) return null
  const pages = pagesFor(me)
  const shown = pages.find((page) => page.section === section)
  if (!shown) return <Navigate to={`/settings/${pages[0]!.section}`} replace />
  return (
    <main className="settings">
      <Menu pages={pages} />
      <div className="settings-place scroll" key={shown.section}>
        <Suspense fallback={<Skeleton active className="settings-skeleton" paragraph={{ rows: 8 }} />}>
          <shown.Page me={me} />
        </Suspense>
      </div>
    </main>
  )
}

function Menu({ pages }: { pages: SettingsEntry[] }) {
  const t = useText()
  return (
    <nav className="settings-menu scroll" aria-label={t('settings.title')}>
      <h2>{t('settings.title')}</h2>
      {settingsGroups.map((group) => {
        const mine = pages.filter((page) => page.group === group)
        if (mine.length === 0) return null
        return (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h3 id={`settings-${group}`}>{t(`settings.group.${group}`)}</h3>
            {mine.map((page) => (
              <NavLink key={page.section} to={`/settings/${page.section}`}>
                {t(page.title)}
              </NavLink>
            ))}
          </section>
        )
      })}
    </nav>
  )
}

/** The way out of a page with unsaved changes asks first, also for the browser's own back. */
function useAskBeforeLeaving() {
  const t = useText()
  const { modal } = App.useApp()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => anythingUnsaved() && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const asked = modal.confirm({
      title: t('settings.unsaved.title'),
      content: t('settings.unsaved.means'),
      okText: t('settings.unsaved.leave'),
      okButtonProps: { danger: true },
      cancelText: t('settings.unsaved.stay'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    })
    return () => asked.destroy()
  }, [blocker, modal, t])
}
