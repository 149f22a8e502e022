import { Button, Popover, Switch } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { signOut } from '@/features/staff/api'
import { roleTitle } from '@/features/staff/role-title'
import { askForNotices } from '@/features/conversation/alerts'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { prefer, usePreferences } from '@/shared/state/preferences'
import { Face } from '@/shared/ui/face'
import { keyboardHelp } from './keyboard-help'

export function MeMenu({ me }: { me: Me }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<MePanel me={me} onDone={() => setOpen(false)} />}
    >
      <button type="button" className="plain me-button" aria-label={t('me.title')}>
        <Face name={me.name} picture={me.avatar} size={28} />
      </button>
    </Popover>
  )
}

function MePanel({ me, onDone }: { me: Me; onDone(): void }) {
  const t = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const chosen = usePreferences()
  const choices = [
    { name: t('me.sound'), on: chosen.sound, set: (sound: boolean) => prefer({ sound }) },
    {
      name: t('me.notices'),
      on: chosen.desktopNotice,
      set: (desktopNotice: boolean) => {
        if (desktopNotice) void askForNotices()
        prefer({ desktopNotice })
      },
    },
    { name: t('me.enter-sends'), on: chosen.enterSends, set: (enterSends: boolean) => prefer({ enterSends }) },
    { name: t('suggest.switch'), on: chosen.suggestScripts, set: (suggestScripts: boolean) => prefer({ suggestScripts }) },
  ]
  return (
    <div className="me-panel">
      <div className="me-who">
        <Face name={me.name} picture={me.avatar} size={40} />
        <div>
          <b>{me.name}</b>
          <p className="quiet small">
            {roleTitle(me.role, t)}
            {me.groups.length > 0 && ` · ${me.groups.map((group) => group.name).join('、')}`}
          </p>
          <p className="faint small">{t('me.nickname', { name: me.nickname })}</p>
        </div>
      </div>
      {choices.map((choice) => (
        <label key={choice.name} className="me-choice">
          <span>{choice.name}</span>
          <Switch size="small" checked={choice.on} onChange={choice.set} aria-label={choice.name} />
        </label>
      ))}
      <div className="me-actions">
        <Button
          type="text"
          block
          onClick={() => {
            onDone()
            void navigate('/settings/account')
          }}
        >
          {t('settings.account')}
        </Button>
        <Button
          type="text"
          block
          onClick={() => {
            onDone()
            keyboardHelp.set(true)
          }}
        >
          {t('commands.help')}
        </Button>
        <Button type="text" block danger onClick={() => void signOut(client)}>
          {t('me.sign-out')}
        </Button>
      </div>
    </div>
  )
}
