import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { openConversation } from './api'
import { Composer } from './composer'
import { useDesk } from './desk'
import { tabOf } from './lists'
import { storeRow } from './rows'
import { useChange } from './use-change'

/** Who may write here, and what he can do when he may not. */
export function ComposerPlace({ row }: { row: Row }) {
  const t = useText()
  const client = useQueryClient()
  const complain = useComplaint()
  const { me, open } = useDesk()
  const change = useChange(row.id)
  const home = tabOf(row, me.id)
  if (home === 'mine') return <Composer row={row} />
  if (home === 'colleagues') return <Composer row={row} notesOnly />
  if (home === 'queue') {
    return (
      <Bar sentence={t('composer.queued')}>
        <Button type="primary" onClick={() => change({ kind: 'assign', agentId: me.id }, () => open(row.id))}>
          {t('composer.take-and-answer')}
        </Button>
      </Bar>
    )
  }
  if (home === 'history') {
    return (
      <Bar sentence={row.closure?.summary ? t('composer.closed-with', { summary: row.closure.summary }) : t('composer.closed')}>
        <Button
          onClick={() =>
            openConversation(row.customer.id)
              .then((opened) => {
                storeRow(client, opened, me.id)
                open(opened.id)
              })
              .catch(complain)
          }
        >
          {t('composer.contact-again')}
        </Button>
      </Bar>
    )
  }
  return <Bar sentence={t('composer.reception')} />
}

function Bar({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <footer className="composer-bar">
      <span className="quiet ellipsis">{sentence}</span>
      {children}
    </footer>
  )
}
