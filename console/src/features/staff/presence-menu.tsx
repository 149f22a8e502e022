import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Me, PresenceState } from '@/shared/api/types'
import { useOfferedCommands, type Command } from '@/shared/commands/commands'
import { useText } from '@/shared/i18n/text'
import { duration } from '@/shared/time/format'
import { useNow } from '@/shared/time/clock'
import { PresenceDot } from '@/shared/ui/presence-dot'
import { useComplaint } from '@/shared/ui/problem'
import { useMembers, usePutPresence } from './api'
import { TakeBreak } from './take-break'

const states: PresenceState[] = ['online', 'busy', 'break', 'offline']

/** `held` is what I hold now as the page knows it: fresher than what the server last told of me. */
export function PresenceMenu({ me, held }: { me: Me; held: number | null }) {
  const t = useText()
  const complain = useComplaint()
  const [askingReason, setAskingReason] = useState(false)
  const put = usePutPresence()
  const { data: members } = useMembers()
  const load = held ?? members?.find((member) => member.id === me.id)?.load ?? 0

  const become = (state: PresenceState, reason?: string) => {
    if (state === 'break' && !reason) return setAskingReason(true)
    put.mutate({ state, reason }, { onError: complain })
    setAskingReason(false)
  }
  useOfferedCommands(
    states.map((state): Command => ({
      id: `presence-${state}`,
      title: `commands.presence-${state}`,
      group: 'commands.me',
      run: () => become(state),
    })),
  )

  const state = me.presence.state
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [state],
          'aria-label': t('presence.mine'),
          items: states.map((key) => ({
            key,
            label: (
              <span className="presence-choice">
                <PresenceDot state={key} />
                <span>{t(`presence.${key}`)}</span>
                <span className="faint small">{t(`presence.${key}-means`)}</span>
              </span>
            ),
          })),
          onClick: ({ key }) => become(key as PresenceState),
        }}
      >
        <Button type="text" className="presence-button" aria-label={t('presence.mine')} loading={put.isPending && { icon: <span /> }}>
          <PresenceDot state={state} />
          <span>{t(`presence.${state}`)}</span>
          {state === 'break' && <BreakFor since={me.presence.since} reason={me.presence.reason ?? ''} />}
          <span className="presence-load" title={t('presence.load')}>
            {load}/{me.capacity}
          </span>
          <DownOutlined className="presence-arrow" />
        </Button>
      </Dropdown>
      <TakeBreak open={askingReason} onChoose={(reason) => become('break', reason)} onClose={() => setAskingReason(false)} />
    </>
  )
}

function BreakFor({ since, reason }: { since: string; reason: string }) {
  const t = useText()
  const now = useNow()
  return (
    <span className="faint small">
      {reason} {duration(now - Date.parse(since), t)}
    </span>
  )
}
