import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useState } from 'react'
import type { Colleague, Group } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import type { Store } from './api'
import { Face } from '@/shared/ui/face'
import { PresenceDot } from '@/shared/ui/presence-dot'
import { ChoiceList } from '@/shared/ui/choice-list'
import { byReadiness } from './assign-agent'

interface MemberChoiceProps {
  members: Colleague[]
  value: string | null
  onChange(id: string): void
  onEnter?(): void
}

/** Colleagues with state and load; who can take it stands first. */
export function MemberChoice({ members, value, onChange, onEnter }: MemberChoiceProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const shown = members
    .filter((member) => [member.name, member.nickname, ...member.groups.map((group) => group.name)].some((text) => text.includes(words.trim())))
    .sort(byReadiness)
  return (
    <ChoiceList
      label={t('transfer.to-member')}
      items={shown}
      value={value}
      onChange={onChange}
      onEnter={onEnter}
      nothing={t('transfer.nobody')}
      filter={
        <Input
          autoFocus
          prefix={<SearchOutlined />}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder={t('transfer.find')}
          aria-label={t('transfer.find')}
        />
      }
      render={(member) => (
        <>
          <Face name={member.name} picture={member.avatar} size={30} />
          <span className="choice-text">
            <span>
              {member.name}
              <span className="faint small"> {member.groups.map((group) => group.name).join('、')}</span>
            </span>
          </span>
          <span className="choice-state small quiet">
            <PresenceDot state={member.presence.state} />
            {t(`presence.${member.presence.state}`)}
          </span>
          <Load load={member.load} capacity={member.capacity} />
        </>
      )}
    />
  )
}

export function GroupChoice(props: { groups: Group[]; members: Colleague[]; value: string | null; onChange(id: string): void }) {
  const t = useText()
  return (
    <ChoiceList
      label={t('transfer.to-group')}
      items={props.groups}
      value={props.value}
      onChange={props.onChange}
      nothing={t('transfer.no-groups')}
      render={(group) => {
        const online = props.members.filter(
          (member) => member.presence.state === 'online' && member.groups.some((each) => each.id === group.id),
        )
        const load = online.reduce((sum, member) => sum + member.load, 0)
        const capacity = online.reduce((sum, member) => sum + member.capacity, 0)
        return (
          <>
            <Face name={group.name} size={30} square />
            <span className="choice-text">{group.name}</span>
            <span className="choice-state small quiet">{t('transfer.online', { n: online.length })}</span>
            <Load load={load} capacity={capacity} />
          </>
        )
      }}
    />
  )
}

export function StoreChoice(props: { stores: Store[]; value: string | null; onChange(id: string): void }) {
  const t = useText()
  return (
    <ChoiceList
      label={t('transfer.to-store')}
      items={props.stores}
      value={props.value}
      onChange={props.onChange}
      nothing={t('transfer.no-stores')}
      render={(store) => (
        <>
          <Face name={store.name} size={30} square />
          <span className="choice-text">{store.name}</span>
          <span className="choice-state small quiet">{store.address}</span>
        </>
      )}
    />
  )
}

function Load({ load, capacity }: { load: number; capacity: number }) {
  const share = capacity > 0 ? Math.min(1, load / capacity) : 0
  return (
    <span className={`load${share >= 1 ? ' is-full' : ''}`}>
      <i>
        <i style={{ width: `${share * 100}%` }} />
      </i>
      {load}/{capacity}
    </span>
  )
}
