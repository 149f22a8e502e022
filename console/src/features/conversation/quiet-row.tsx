import { Button } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { useState, type KeyboardEvent } from 'react'
import type { Row, Script } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { usePreferences } from '@/shared/state/preferences'
import { useDesk } from './desk'
import { scriptsLike } from './quiet-scripts'
import { fillScript } from './scripts'

interface Writing {
  row: Row
  text: string
  /** Something else is offered already, or nothing shall be. */
  isOff: boolean
  write(text: string): void
  element(): HTMLTextAreaElement | null
}

/** S-06: scripts that say what is being typed; Tab takes the first, Esc closes the row until something new is begun. */
export function useQuietScripts({ row, text, isOff, write, element }: Writing) {
  const { me, scripts } = useDesk()
  const { suggestScripts } = usePreferences()
  const [closed, setClosed] = useState(false)
  if (closed && text === '') setClosed(false)
  const found = isOff || closed || !suggestScripts ? [] : scriptsLike(scripts, text)
  const take = (script: Script) => {
    write(fillScript(script.content, { name: me.nickname, customer: row.customer.name, shop: row.channel.name }))
    setTimeout(() => element()?.focus(), 0)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const first = found[0]
    if (!first || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'Tab') take(first)
    else if (event.key === 'Escape') setClosed(true)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { found, take, close: () => setClosed(true), onKeyDown }
}

/** Lies over the end of the conversation, so that nothing moves when it comes and goes. */
export function QuietRow({ quiet }: { quiet: ReturnType<typeof useQuietScripts> }) {
  const t = useText()
  if (quiet.found.length === 0) return null
  return (
    <div className="quiet-row" role="group" aria-label={t('suggest.title')}>
      {quiet.found.map((script, index) => (
        <button
          type="button"
          key={script.id}
          className="plain quiet-script"
          aria-label={t('suggest.pick', { title: script.title })}
          title={script.content}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => quiet.take(script)}
        >
          {index === 0 && <kbd>Tab</kbd>}
          <b>{script.title}</b>
          <span className="quiet ellipsis">{script.content}</span>
        </button>
      ))}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        title={t('suggest.close')}
        aria-label={t('suggest.close')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={quiet.close}
      />
    </div>
  )
}
