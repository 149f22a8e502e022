import { useEffect } from 'react'
import { ConfigProvider } from 'antd'
import { useText } from '@/shared/i18n/text'
import { antTheme, dark, paletteVariables } from '@/shared/theme/palette'
import { useNow } from '@/shared/time/clock'
import { clockTime } from '@/shared/time/format'
import { Mark } from '@/shared/ui/mark'
import { AgentCard } from './agent-card'
import { standing } from './agent-grid'
import { useWall, useWarnings } from './api'
import type { WallFilter } from './cache'
import { GroupQueues } from './group-queues'
import { HeatMap } from './heat-map'
import { ScreenWarnings } from './screen-warnings'
import { WallTiles } from './wall-tiles'
import './wall.css'
import './wall-screen.css'

/** The wall on a television: dark, large, nothing to press; Esc leads back. */
export function WallScreen({ filter, title, onLeave }: { filter: WallFilter; title: string; onLeave(): void }) {
  const t = useText()
  const { data: wall } = useWall(filter)
  const { data: warnings } = useWarnings()
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onLeave()
    const left = () => document.fullscreenElement === null && onLeave()
    window.addEventListener('keydown', leave)
    document.addEventListener('fullscreenchange', left)
    return () => {
      window.removeEventListener('keydown', leave)
      document.removeEventListener('fullscreenchange', left)
    }
  }, [onLeave])
  const open = (warnings?.items ?? []).filter((warning) => !warning.handledAt)
  return (
    <ConfigProvider theme={antTheme(dark, true)}>
      <main className="screen" data-appearance="dark" style={paletteVariables(dark)} aria-label={t('wall.title')}>
        <header className="screen-head">
          <Mark className="screen-mark" />
          <b>{title}</b>
          <TimeOfDay />
        </header>
        {wall && (
          <>
            <WallTiles wall={wall} />
            <div className="screen-body">
              <GroupQueues groups={wall.groups} at={wall.at} />
              <ScreenWarnings warnings={open} />
              <section className="wall-card screen-agents" aria-label={t('wall.agents-title')}>
                <ul className="agent-grid">
                  {standing(wall.agents).onDuty.slice(0, 20).map((agent) => (
                    <li key={agent.id}>
                      <AgentCard agent={agent} wall={wall} plain />
                    </li>
                  ))}
                </ul>
              </section>
              <HeatMap heat={wall.heat} />
            </div>
          </>
        )}
      </main>
    </ConfigProvider>
  )
}

function TimeOfDay() {
  return <time className="screen-time">{clockTime(useNow())}</time>
}
