import { App } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import type { Content, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useLive } from '@/shared/live/live'
import { useStore } from '@/shared/state/store'
import { useAttachments } from './attachments'
import { useDesk } from './desk'
import { draftOf, keepDraft, useDraft } from './local'
import { useOutbox } from './outbox'
import { previewOf } from './preview'
import { quoting } from './quoting'

const TYPING_EVERY = 2000

/** What is being written in one conversation, and sending it. */
export function useComposer(row: Row, notesOnly: boolean) {
  const t = useText()
  const { me, members } = useDesk()
  const { message: toast } = App.useApp()
  const draft = useDraft(row.id)
  const isNote = notesOnly || draft.note
  const outbox = useOutbox(row, me)
  const attachments = useAttachments(row.id)
  const quote = useStore(quoting, (value) => (value?.conversationId === row.id ? value.quoted : null))
  const tellTyping = useTyping(row.id)

  const write = useCallback(
    (text: string) => {
      keepDraft(row.id, { text })
      if (!isNote) tellTyping(text)
    },
    [row.id, isNote, tellTyping],
  )

  const post = (content: Content, quoted?: typeof quote) => outbox.send(content, previewOf(content, t), quoted ?? undefined)

  const send = () => {
    const text = draftOf(row.id).text.trim()
    if (attachments.items.some((item) => item.state === 'uploading')) {
      void toast.info(t('composer.still-uploading'))
      return
    }
    const ready = isNote ? [] : attachments.takeReady()
    if (!text && ready.length === 0) return
    for (const content of ready) post(content)
    if (text && isNote) {
      const mentions = members.filter((member) => text.includes(`@${member.name}`)).map((member) => member.id)
      post({ kind: 'note', body: { text, mentions } })
    } else if (text) {
      post({ kind: 'text', body: { text } }, quote)
    }
    keepDraft(row.id, { text: '' })
    tellTyping('')
    if (!isNote) quoting.set(null)
  }

  return {
    text: draft.text,
    isNote,
    quote,
    attachments,
    canSend: draft.text.trim() !== '' || (!isNote && attachments.items.some((item) => item.state === 'ready')),
    write,
    send,
    sendCard: (content: Content) => post(content),
    setNote: (note: boolean) => keepDraft(row.id, { note }),
    cancelQuote: () => quoting.set(null),
  }
}

export type ComposerState = ReturnType<typeof useComposer>

/** Tells the customer's side that something is being written, not too often. */
function useTyping(conversationId: string) {
  const live = useLive()
  const toldAt = useRef(0)
  useEffect(() => () => void live.send({ type: 'typing', conversation: conversationId, text: '' }), [live, conversationId])
  return useCallback(
    (text: string) => {
      if (text && Date.now() - toldAt.current < TYPING_EVERY) return
      if (!text && toldAt.current === 0) return
      toldAt.current = text ? Date.now() : 0
      live.send({ type: 'typing', conversation: conversationId, text })
    },
    [live, conversationId],
  )
}
