import type { ReactNode } from 'react'
import './settings.css'

/** One page of the settings: what it is, why one would change it, and what can be done here. */
export function SettingsPage(props: { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="settings-page">
      <header>
        <div>
          <h1>{props.title}</h1>
          {props.hint && <p className="quiet">{props.hint}</p>}
        </div>
        {props.actions && <div className="settings-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}

/** A part of a page with a heading of its own. */
export function SettingsPart(props: { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="settings-part">
      <header>
        <div>
          <h2>{props.title}</h2>
          {props.hint && <p className="quiet small">{props.hint}</p>}
        </div>
        {props.actions && <div className="settings-actions">{props.actions}</div>}
      </header>
      {props.children}
    </section>
  )
}
