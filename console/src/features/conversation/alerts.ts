import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useFrames } from '@/shared/live/live'
import { preferences } from '@/shared/state/preferences'
import { beep } from '@/shared/alerts/beep'
import { markTab } from '@/shared/alerts/tab-mark'
import { useConversations } from './api'
import { rowsOf, tabOf } from './lists'
import { previewOf } from './preview'
import { findRow } from './rows'

const REPEAT_EVERY = 12_000

export async function askForNotices() {
  if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission()
}

/** Nothing goes unheard: a new conversation, and words waiting while the tab is out of sight. */
export function useAlerts(me: Me) {
  const t = useText()
  const client = useQueryClient()
  const mine = rowsOf(useConversations('mine').data)
  const unread = mine.reduce((sum, row) => sum + row.unread, 0)
  const waiting = useRef(false)
  waiting.current = mine.some((row) => row.unread > 0 && row.waitingSince !== null)

  useEffect(() => markTab(unread, '回响'), [unread])
  useEffect(() => () => markTab(0, '回响'), [])

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden && waiting.current && preferences.get().sound) beep('again')
    }, REPEAT_EVERY)
    return () => clearInterval(timer)
  }, [])

  // Frames are heard here before the cache takes them in, so the cache still knows how it was.
  const held = useRef(new Set<string>())
  for (const row of mine) held.current.add(row.id)
  useFrames((frame) => {
    if (frame.type === 'conversation') {
      const { row } = frame
      const isMine = tabOf({ ...row, unread: 0 }, me.id) === 'mine'
      if (!isMine) held.current.delete(row.id)
      else if (!held.current.has(row.id)) {
        held.current.add(row.id)
        const title = row.agent?.id === me.id ? 'alert.assigned' : 'alert.invited'
        tell(row, t(title, { name: row.customer.name }), row.lastPreview, true)
      }
    }
    if (frame.type === 'message' && frame.message.author.kind === 'customer' && document.hidden) {
      const row = findRow(client, frame.message.conversationId)
      if (row && row.agent?.id === me.id) tell(row, row.customer.name, previewOf(frame.message, t), false)
    }
  })
}

function tell(row: { id: string }, title: string, text: string, isNew: boolean) {
  const { sound, desktopNotice } = preferences.get()
  if (sound) beep(isNew ? 'new' : 'again')
  if (!desktopNotice || !('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return
  const notice = new Notification(title, { body: text, tag: row.id })
  notice.onclick = () => {
    window.focus()
    notice.close()
  }
}
