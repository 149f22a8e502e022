import type { WallGroup } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { stopwatch } from '@/shared/time/format'

/** How many wait in each group, and how full its people are. */
export function GroupQueues({ groups, at }: { groups: WallGroup[]; at: string }) {
  const t = useText()
  const now = useNow()
  const most = Math.max(5, ...groups.map((group) => group.queued))
  return (
    <section className="wall-card group-queues" aria-label={t('wall.groups')}>
      <h3>{t('wall.groups')}</h3>
      <table>
        <thead>
          <tr>
            <th>{t('wall.group')}</th>
            <th>{t('wall.queued')}</th>
            <th className="is-number">{t('wall.longest')}</th>
            <th className="is-number">{t('wall.online')}</th>
            <th className="is-number">{t('wall.load')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row" className="ellipsis" title={group.name}>
                {group.name}
              </th>
              <td>
                <span className="queue-bar">
                  <i style={{ width: `${(group.queued / most) * 100}%` }} />
                  <b>{group.queued}</b>
                </span>
              </td>
              <td className="is-number">
                {group.longestWaitSeconds === null
                  ? '–'
                  : stopwatch(group.longestWaitSeconds * 1000 + Math.max(0, now - Date.parse(at)))}
              </td>
              <td className={`is-number${group.online === 0 ? ' is-empty' : ''}`}>{group.online}</td>
              <td className="is-number">
                {group.load}/{group.capacity}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
