import { App, type MenuProps } from 'antd'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDesk } from './desk'
import { openDialog, togglePin } from './local'
import { tabOf } from './lists'
import { useChange } from './use-change'

/** The right-click menu of a conversation. */
export function useRowMenu(row: Row, isPinned: boolean): MenuProps {
  const t = useText()
  const { me, open } = useDesk()
  const { message } = App.useApp()
  const change = useChange(row.id)
  const home = tabOf(row, me.id)
  const canAct = home === 'mine' || home === 'colleagues'
  const items: MenuProps['items'] = [
    { key: 'open', label: t('action.open') },
    home === 'queue' ? { key: 'take', label: t('action.take') } : null,
    { key: 'pin', label: t(isPinned ? 'action.unpin' : 'action.pin') },
    { key: 'copy', label: t('action.copy-name') },
    canAct ? { type: 'divider' } : null,
    canAct ? { key: 'transfer', label: t('action.transfer') } : null,
    home === 'mine' ? { key: 'invite', label: t('action.invite') } : null,
    home === 'mine' ? { key: 'end', label: t('action.end'), danger: true } : null,
  ].filter((item) => item !== null) as MenuProps['items']

  return {
    items,
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation()
      if (key === 'open') open(row.id)
      if (key === 'take') change({ kind: 'assign', agentId: me.id }, () => open(row.id))
      if (key === 'pin') togglePin(row.id)
      if (key === 'copy') void navigator.clipboard?.writeText(row.customer.name).then(() => message.success(t('action.copied')))
      if (key === 'transfer' || key === 'invite' || key === 'end') {
        open(row.id)
        openDialog(key, row.id)
      }
    },
  }
}
