import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { jumpTo } from '@/features/conversation/jump'
import { useFoundConversations } from '@/features/conversation/use-found-conversations'
import { textOf, useSearch, type FoundGroup, type FoundItem } from '@/features/search/api'
import { FoundRow } from '@/features/search/found-row'
import { useRecentSearches } from '@/features/search/recent'
import { useSettled } from '@/features/search/use-settled'
import { useCommands } from '@/shared/commands/commands'
import { spell } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { shortPastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'

export interface Choice {
  id: string
  group: string
  content: ReactNode
  /** How many there are, beside the name of the group. */
  besides?: string
  isFound?: boolean
  /** The palette stays open: an earlier search is asked again. */
  stays?: boolean
  run(): void
}

/** A moment without a key is enough; who types fast asks once. */
const SETTLED = 120

/** Everything the palette offers for these words: what goes on now, what was found, and commands. */
export function usePaletteChoices(words: string, setWords: (words: string) => void) {
  const wanted = words.trim()
  const asked = useSettled(wanted, SETTLED)
  const search = useSearch(wanted ? asked : '')
  const open = useOpenConversations(wanted)
  const commands = useCommandChoices(wanted)
  const recent = useRecentChoices(setWords)
  const shown = new Set(open.map((choice) => choice.id))
  const found = useFoundChoices(wanted ? (search.data?.groups ?? []) : []).filter((choice) => !shown.has(choice.id))
  const isPending = wanted.length > 0 && (asked !== wanted || search.isFetching)
  return { choices: wanted ? [...open, ...found, ...commands] : [...recent, ...commands], search, isPending }
}

function useFoundChoices(groups: FoundGroup[]): Choice[] {
  const t = useText()
  const navigate = useNavigate()
  return groups.flatMap((group) =>
    group.items.map((item) => ({
      id: group.kind === 'conversation' ? item.id : `${group.kind}-${item.id}`,
      group: t(`search.${group.kind}`),
      besides: group.total > group.items.length ? t(group.more ? 'search.more-than' : 'search.more', { n: group.total }) : undefined,
      isFound: true,
      content: <FoundRow item={item} />,
      run: () => {
        if (item.ref.kind === 'conversation' && item.ref.place) jumpTo(item.ref.id, item.ref.place)
        void navigate(addressOf(item))
      },
    })),
  )
}

function addressOf(item: FoundItem): string {
  switch (item.ref.kind) {
    case 'customer':
      return `/customers/${item.ref.id}`
    case 'conversation':
      return `/workbench/${item.ref.id}`
    case 'order':
      return item.facts.customerId ? `/customers/${item.facts.customerId as string}/orders?order=${item.ref.id}` : `/orders?q=${encodeURIComponent(textOf(item.title))}`
    case 'product':
      return `/orders?q=${encodeURIComponent(item.ref.id)}`
    case 'script':
      return '/settings/scripts'
  }
}

/** What goes on now is known here already and needs no answer from the server. */
function useOpenConversations(words: string): Choice[] {
  const t = useText()
  const navigate = useNavigate()
  return useFoundConversations(words)
    .slice(0, 3)
    .map((row) => ({
      id: row.id,
      group: t('search.open-now'),
      isFound: true,
      run: () => void navigate(`/workbench/${row.id}`),
      content: (
        <>
          <Face name={row.customer.name} picture={row.customer.avatar} size={28} />
          <b>{row.customer.name}</b>
          <span className="quiet ellipsis">{row.lastPreview}</span>
          <span className="faint small palette-keys">{shortPastTime(row.lastAt, now(), t)}</span>
        </>
      ),
    }))
}

function useCommandChoices(words: string): Choice[] {
  const t = useText()
  const text = words.toLowerCase()
  return useCommands()
    .filter((command) => command.run && command.only !== 'help' && command.id !== 'palette')
    .filter((command) => t(command.title, command.values).toLowerCase().includes(text))
    .map((command) => ({
      id: command.id,
      group: t('palette.commands'),
      run: () => command.run?.(),
      content: (
        <>
          <span className="ellipsis">{t(command.title, command.values)}</span>
          <span className="palette-keys">
            {command.shortcut && spell(command.shortcut).map((key) => <kbd key={key}>{key}</kbd>)}
          </span>
        </>
      ),
    }))
}

function useRecentChoices(ask: (words: string) => void): Choice[] {
  const t = useText()
  const recent = useRecentSearches()
  return recent.map((words) => ({
    id: `recent-${words}`,
    group: t('search.recent'),
    stays: true,
    run: () => ask(words),
    content: <span className="ellipsis">{words}</span>,
  }))
}
