import { useEffect, useRef } from 'react'
import type { Row, Tab } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useStore } from '@/shared/state/store'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { VirtualList, type VirtualListHandle } from '@/shared/ui/virtual-list'
import { ConversationRow } from './conversation-row'
import { useDesk } from './desk'
import { ListFilter } from './list-filter'
import { ListTabs } from './list-tabs'
import { chooseTab, listChoice, listFilter, usePins } from './local'
import { useShownRows } from './use-lists'
import { noFilter } from './waiting'
import './conversation-list.css'

export const ROW_HEIGHT = 72

export function ConversationList({ openId }: { openId: string | undefined }) {
  const tab = useStore(listChoice, (choice) => choice.tab)
  return (
    <section className="list-pane">
      <ListTabs tab={tab} />
      <ListFilter />
      <Rows key={tab} tab={tab} openId={openId} />
    </section>
  )
}

function Rows({ tab, openId }: { tab: Tab; openId: string | undefined }) {
  const t = useText()
  const { open } = useDesk()
  const pins = usePins()
  const { rows, all, list } = useShownRows(tab)
  const handle = useRef<VirtualListHandle>(null)
  const at = rows.findIndex((row) => row.id === openId)
  useEffect(() => {
    if (at >= 0) handle.current?.show(at)
    // Only when another conversation is opened; new messages may not pull the list about.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId])

  if (list.isPending) return <ListSkeleton rows={7} height={ROW_HEIGHT} />
  if (list.isError && all.length === 0) return <Failure problem={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) return <EmptyList tab={tab} isFiltered={all.length > 0} onRefresh={() => void list.refetch()} />
  return (
    <VirtualList<Row>
      handle={handle}
      label={t(`list.${tab}-label`)}
      items={rows}
      itemHeight={ROW_HEIGHT}
      keyOf={(row) => row.id}
      selected={at}
      onChoose={(row) => open(row.id)}
      onNearEnd={() => {
        if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
      }}
      render={(row, isCursor) => (
        <ConversationRow row={row} tab={tab} isOpen={row.id === openId} isCursor={isCursor} isPinned={pins[row.id] === true} />
      )}
    />
  )
}

function EmptyList({ tab, isFiltered, onRefresh }: { tab: Tab; isFiltered: boolean; onRefresh(): void }) {
  const t = useText()
  if (isFiltered) {
    return (
      <Nothing sentence={t('list.filtered-empty')} action={t('list.clear-filter')} onAction={() => listFilter.set(noFilter)} />
    )
  }
  const sentence = t(`list.${tab}-empty`)
  if (tab === 'mine') {
    return <Nothing sentence={sentence} action={t('list.look-at-queue')} onAction={() => chooseTab('queue')} />
  }
  return <Nothing sentence={sentence} action={t('action.refresh')} onAction={onRefresh} />
}
