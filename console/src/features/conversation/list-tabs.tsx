import type { Tab } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useConversations } from './api'
import { rowsOf, tabs } from './lists'
import { chooseTab } from './local'

export function ListTabs({ tab }: { tab: Tab }) {
  const t = useText()
  return (
    <div
      className="list-tabs"
      role="tablist"
      aria-label={t('list.tabs')}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (!step) return
        chooseTab(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!)
        const next = event.currentTarget.children[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
        if (next instanceof HTMLElement) next.focus()
      }}
    >
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === tab}
          tabIndex={each === tab ? 0 : -1}
          className="plain list-tab"
          onClick={() => chooseTab(each)}
        >
          {t(`tab.${each}`)}
          {each !== 'history' && <Count tab={each} />}
        </button>
      ))}
    </div>
  )
}

function Count({ tab }: { tab: Tab }) {
  const { data } = useConversations(tab)
  const rows = rowsOf(data)
  const hasMore = data?.pages.at(-1)?.next != null
  const unread = tab === 'mine' && rows.some((row) => row.unread > 0)
  return (
    <span className={`list-count${unread ? ' has-unread' : ''}`} aria-hidden="true">
      {data ? `${rows.length}${hasMore ? '+' : ''}` : ''}
    </span>
  )
}
