import { useMemo } from 'react'
import type { Row, Tab } from '@/shared/api/types'
import { useStore } from '@/shared/state/store'
import { useConversations } from './api'
import { rowsOf } from './lists'
import { listChoice, listFilter, usePins } from './local'
import { filterRows, sortRows } from './waiting'

/** The rows of a list as they stand on the screen, filtered and sorted. */
export function useShownRows(tab: Tab): { rows: Row[]; all: Row[]; list: ReturnType<typeof useConversations> } {
  const list = useConversations(tab)
  const filter = useStore(listFilter)
  const order = useStore(listChoice, (choice) => choice.order)
  const pins = usePins()
  const all = useMemo(() => rowsOf(list.data), [list.data])
  const rows = useMemo(() => {
    const found = filterRows(all, filter)
    return tab === 'history' ? sortRows(found, 'recent', () => false) : sortRows(found, order, (id) => pins[id] === true)
  }, [all, filter, order, pins, tab])
  return { rows, all, list }
}
