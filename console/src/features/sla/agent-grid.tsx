import type { Wall, WallAgent } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { Nothing } from '@/shared/ui/states'
import { AgentCard } from './agent-card'

/** Everybody on duty as a card that keeps its place; who has gone home stands below, small. */
export function AgentGrid({ wall }: { wall: Wall }) {
  const t = useText()
  const { onDuty, gone } = standing(wall.agents)
  return (
    <section className="wall-card wall-agents" aria-label={t('wall.agents-title')}>
      <h3>{t('wall.agents-title')}</h3>
      {onDuty.length === 0 ? (
        <Nothing sentence={t('wall.agents-empty')} />
      ) : (
        <ul className="agent-grid">
          {onDuty.map((agent) => (
            <li key={agent.id}>
              <AgentCard agent={agent} wall={wall} />
            </li>
          ))}
        </ul>
      )}
      {gone.length > 0 && <p className="agents-gone faint small">{t('wall.gone', { n: gone.length, names: gone.map((agent) => agent.name).join('、') })}</p>}
    </section>
  )
}

/** By group and name, so that a card is found where it was a minute ago. */
export function standing(agents: WallAgent[]) {
  const place = (agent: WallAgent) => `${agent.group?.name ?? '\uffff'}\n${agent.name}`
  const sorted = [...agents].sort((a, b) => place(a).localeCompare(place(b), 'zh-CN'))
  return {
    onDuty: sorted.filter((agent) => agent.state !== 'offline' || agent.load > 0),
    gone: sorted.filter((agent) => agent.state === 'offline' && agent.load === 0),
  }
}
