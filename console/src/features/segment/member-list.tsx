import { LevelTag } from '@/shared/ui/level-tag'
import type { Member, Money } from './api'

/** A few customers, short. */
export function MemberList({ members }: { members: Member[] }) {
  return (
    <ul className="segment-sample">
      {members.map((member) => (
        <li key={member.id}>
          <span className="ellipsis">{member.name}</span>
          {member.level !== 'ordinary' && <LevelTag level={member.level} vip={member.level === 'gold' || member.level === 'platinum'} />}
          <span className="bar-space" />
          {member.cell && <span className="rfm-cell">{member.cell}</span>}
          <span className="quiet">{inMoney(member.spent)}</span>
        </li>
      ))}
    </ul>
  )
}

const SIGNS: Record<string, string> = { CNY: '¥', GBP: '£', USD: '$', EUR: '€' }

export function inMoney(money: Money | null): string {
  if (!money) return '–'
  const amount = Number(money.amount).toLocaleString(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${SIGNS[money.currency] ?? `${money.currency} `}${amount}`
}
