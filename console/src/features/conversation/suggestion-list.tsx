import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Script } from '@/shared/api/types'
import { useText, type Text } from '@/shared/i18n/text'
import { Face } from '@/shared/ui/face'
import { PresenceDot } from '@/shared/ui/presence-dot'
import { useDesk } from './desk'
import { previewOf } from './preview'
import { sentBy } from './scripts'
import type { Suggestions } from './use-suggestions'

export function SuggestionList({ suggestions }: { suggestions: Suggestions }) {
  const t = useText()
  const { editScripts } = useDesk()
  const list = useRef<HTMLDivElement>(null)
  const { kind, scripts, members, orders, cursor, choose, setCursor } = suggestions
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  const option = (index: number) => ({
    role: 'option',
    'aria-selected': index === cursor,
    className: 'plain suggestion',
    // The field keeps the focus, otherwise the caret would be lost.
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onMouseMove: () => setCursor(index),
    onClick: () => choose(index),
  })
  return (
    <div className="suggestions">
      <div className="suggestions-list scroll" role="listbox" aria-label={t(kind === 'scripts' ? 'scripts.title' : kind === 'orders' ? 'references.title' : 'mention.title')} ref={list}>
        {kind === 'scripts' &&
          scripts.map((script, index) => (
            <button type="button" key={script.id} {...option(index)}>
              <span className="suggestion-title">
                <b className="ellipsis">{script.title}</b>
                <span className="faint small">{script.shared ? script.folder : t('scripts.mine')}</span>
                <span className="faint small suggestion-initials">{script.initials.slice(0, [...script.title].length)}</span>
              </span>
              <span className="quiet small ellipsis">{inOneLine(script, t)}</span>
            </button>
          ))}
        {kind === 'members' &&
          members.map((member, index) => (
            <button type="button" key={member.id} {...option(index)} className="plain suggestion is-member">
              <Face name={member.name} picture={member.avatar} size={24} />
              <b>{member.name}</b>
              <PresenceDot state={member.presence.state} />
              <span className="faint small ellipsis">{member.groups.map((group) => group.name).join('、')}</span>
            </button>
          ))}
        {kind === 'orders' &&
          orders.map((order, index) => (
            <button type="button" key={order.id} {...option(index)}>
              <span className="suggestion-title">
                <b className="ellipsis">{order.no}</b>
                <span className="faint small">{order.state}</span>
                <span className="faint small suggestion-initials">{order.amount}</span>
              </span>
              <span className="quiet small ellipsis">{order.goods}</span>
            </button>
          ))}
        {kind === 'scripts' && scripts.length === 0 && (
          <p className="suggestions-none">{t('scripts.nothing', { words: suggestions.typed })}</p>
        )}
      </div>
      {kind === 'orders' && (
        <div className="suggestions-foot">
          <span className="faint small">{t('references.hint')}</span>
        </div>
      )}
      {kind === 'scripts' && (
        <div className="suggestions-foot">
          <span className="faint small">{t('scripts.hint')}</span>
          <Button type="link" size="small" onMouseDown={(event) => event.preventDefault()} onClick={editScripts}>
            {t('scripts.manage')}
          </Button>
        </div>
      )}
    </div>
  )
}

function inOneLine(script: Script, t: Text): string {
  const sent = sentBy(script)
  return sent ? previewOf(sent, t) : script.content
}
