import { useEffect, useEffectEvent } from 'react'
import type { TextKey } from '../i18n/text'
import { createStore, useStore } from '../state/store'
import { isTyping, matches } from './shortcut'

/** Something the user can do from the keyboard, the palette and the help page alike. */
export interface Command {
  id: string
  title: TextKey
  values?: Record<string, string>
  group: 'commands.conversation' | 'commands.list' | 'commands.writing' | 'commands.me' | 'commands.view'
  shortcut?: string
  /** Shown in one place only; where it says nothing, in the palette and the help. */
  only?: 'palette' | 'help'
  run?(): void
}

const registered = createStore<ReadonlyMap<string, Command>>(new Map())

export function useCommands(): Command[] {
  return [...useStore(registered).values()]
}

/** Offer commands while the component is there; leave out what cannot be done now. */
export function useOfferedCommands(commands: (Command | false | null | undefined)[]) {
  const offered = commands.filter((command) => !!command)
  const run = useEffectEvent((id: string) => offered.find((command) => command.id === id)?.run?.())
  const names = offered.map((command) => command.id).join()
  useEffect(() => {
    const mine = offered.map((command) => ({ ...command, run: command.run && (() => run(command.id)) }))
    registered.set((before) => new Map([...before, ...mine.map((command) => [command.id, command] as const)]))
    return () =>
      registered.set((before) => {
        const after = new Map(before)
        for (const command of mine) if (after.get(command.id) === command) after.delete(command.id)
        return after
      })
    // The set of names says all: what a command does is always read fresh.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [names])
}

/** One ear for the whole page. A dialog on top keeps the keys to itself, except for the palette and the help. */
export function useKeyboard() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const inDialog = document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null
      for (const command of registered.get().values()) {
        if (!command.run || !command.shortcut || !matches(event, command.shortcut)) continue
        const modified = event.altKey || event.ctrlKey || event.metaKey
        if (!modified && isTyping(event.target)) continue
        if (inDialog) return
        event.preventDefault()
        command.run()
        return
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
