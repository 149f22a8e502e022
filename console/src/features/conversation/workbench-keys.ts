import { useQueryClient } from '@tanstack/react-query'
import { useOfferedCommands, type Command } from '@/shared/commands/commands'
import { useStore } from '@/shared/state/store'
import { composerDesk } from './composer-desk'
import { useDesk } from './desk'
import { tabOf, tabs } from './lists'
import { chooseTab, listChoice, openDialog } from './local'
import { findRow } from './rows'
import { useChange } from './use-change'
import { useShownRows } from './use-lists'
import { useConversation } from './api'

/** Everything on the workbench from the keyboard. */
export function useWorkbenchKeys(openId: string | undefined) {
  const client = useQueryClient()
  const { me, open, editScripts } = useDesk()
  const tab = useStore(listChoice, (choice) => choice.tab)
  const { rows } = useShownRows(tab)
  const { data: row } = useConversation(openId, openId ? findRow(client, openId) : undefined)
  const change = useChange(openId ?? '')
  const home = row ? tabOf(row, me.id) : null

  const step = (by: number) => {
    if (rows.length === 0) return
    const at = rows.findIndex((each) => each.id === openId)
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length
    open(rows[next]!.id)
  }
  const act = (kind: 'transfer' | 'invite' | 'end') => () => openId && openDialog(kind, openId)
  const tabCommands = tabs.map((each): Command => ({
    id: `tab-${each}`,
    title: `commands.tab-${each}`,
    group: 'commands.list',
    run: () => chooseTab(each),
  }))
  useOfferedCommands([
    { id: 'next', title: 'commands.next', group: 'commands.list', shortcut: 'Alt+J', run: () => step(1) },
    { id: 'previous', title: 'commands.previous', group: 'commands.list', shortcut: 'Alt+K', run: () => step(-1) },
    {
      id: 'next-tab',
      title: 'commands.next-tab',
      group: 'commands.list',
      shortcut: 'Alt+N',
      run: () => chooseTab(tabs[(tabs.indexOf(tab) + 1) % tabs.length]!),
    },
    ...tabCommands,
    { id: 'scripts', title: 'commands.scripts', group: 'commands.writing', run: editScripts },
    home === 'queue' && {
      id: 'take',
      title: 'commands.take',
      group: 'commands.conversation',
      shortcut: 'Alt+A',
      run: () => change({ kind: 'assign', agentId: me.id }, () => openId && composerDesk.focus(openId)),
    },
    (home === 'mine' || home === 'colleagues') && {
      id: 'transfer',
      title: 'commands.transfer',
      group: 'commands.conversation',
      shortcut: 'Alt+T',
      run: act('transfer'),
    },
    home === 'mine' && {
      id: 'invite',
      title: 'commands.invite',
      group: 'commands.conversation',
      shortcut: 'Alt+I',
      run: act('invite'),
    },
    home === 'mine' && {
      id: 'end',
      title: 'commands.end',
      group: 'commands.conversation',
      shortcut: 'Alt+E',
      run: act('end'),
    },
  ])
}
