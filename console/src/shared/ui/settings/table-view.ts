import { useState } from 'react'
import type { Column } from './data-table'

const key = (name: string) => `huixiang.columns.${name}`

/** What of a table is looked at; the choice of columns stays with this browser. */
export function useTableView<T>(name: string, columns: Column<T>[]) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string[]>(() => kept(name) ?? columns.filter((column) => column.optional !== 'hidden').map((column) => column.key))
  return {
    search,
    setSearch,
    columns,
    shown: columns.filter((column) => !column.optional || chosen.includes(column.key)),
    chosen,
    choose(keys: string[]) {
      setChosen(keys)
      try {
        localStorage.setItem(key(name), JSON.stringify(keys))
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  }
}

export type TableView<T> = ReturnType<typeof useTableView<T>>

function kept(name: string): string[] | null {
  try {
    const text = localStorage.getItem(key(name))
    return text ? (JSON.parse(text) as string[]) : null
  } catch {
    return null
  }
}
