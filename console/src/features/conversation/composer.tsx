import { Button, Input, type GetRef } from 'antd'
import { useEffect, useRef } from 'react'
import type { Row } from '@/shared/api/types'
import { onMac } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { usePreferences } from '@/shared/state/preferences'
import { attach } from './attachments'
import { AttachmentStrip } from './attachment-strip'
import { composerDesk } from './composer-desk'
import { ComposerToolbar } from './composer-toolbar'
import { QuietRow, useQuietScripts } from './quiet-row'
import { QuoteBar } from './quote-bar'
import { SuggestionList } from './suggestion-list'
import { useComposer } from './use-composer'
import { useComposerCommands } from './use-composer-commands'
import { useSuggestions } from './use-suggestions'
import './composer.css'

type TextArea = GetRef<typeof Input.TextArea>

export function Composer({ row, notesOnly = false }: { row: Row; notesOnly?: boolean }) {
  const t = useText()
  const { enterSends } = usePreferences()
  const field = useRef<TextArea>(null)
  const composer = useComposer(row, notesOnly)
  const { text, isNote, write, send } = composer
  const element = () => field.current?.resizableTextArea?.textArea ?? null
  const suggestions = useSuggestions({ row, text, isNote, write, element, sendNow: composer.sendCard })
  const quiet = useQuietScripts({ row, text, write, element, isOff: isNote || suggestions.kind !== null })
  useComposerCommands({ row, composer, notesOnly, element, insert: suggestions.insert })
  useEffect(() => composerDesk.register(row.id, () => element()?.focus()), [row.id])
  useEffect(() => element()?.focus({ preventScroll: true }), [row.id])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (suggestions.onKeyDown(event) || quiet.onKeyDown(event)) return
    if (event.key === 'Escape') {
      if (composer.quote) composer.cancelQuote()
      else if (isNote && !notesOnly) composer.setNote(false)
      else element()?.blur()
      return
    }
    const wantsSend = event.key === 'Enter' && !event.altKey && (event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey))
    if (!wantsSend) return
    event.preventDefault()
    send()
  }
  const hint = enterSends ? t('composer.enter-hint') : t('composer.ctrl-enter-hint', { key: onMac ? '⌘' : 'Ctrl' })
  return (
    <footer className={`composer${isNote ? ' is-note' : ''}`}>
      {suggestions.kind ? <SuggestionList suggestions={suggestions} /> : <QuietRow quiet={quiet} />}
      <ComposerToolbar row={row} composer={composer} notesOnly={notesOnly} insert={suggestions.insert} />
      {composer.quote && <QuoteBar quoted={composer.quote} onCancel={composer.cancelQuote} />}
      {!isNote && <AttachmentStrip attachments={composer.attachments} />}
      <Input.TextArea
        ref={field}
        variant="borderless"
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={text}
        maxLength={4000}
        aria-label={t(isNote ? 'composer.note' : 'composer.reply')}
        placeholder={t(isNote ? 'composer.note-placeholder' : 'composer.placeholder')}
        onChange={(event) => write(event.target.value)}
        onSelect={suggestions.follow}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          if (files.length === 0 || isNote) return
          event.preventDefault()
          attach(row.id, files)
        }}
      />
      <div className="composer-foot">
        <span className="faint small">{hint}</span>
        <Button type="primary" onClick={send} disabled={!composer.canSend}>
          {t(isNote ? 'composer.keep-note' : 'action.send')}
        </Button>
      </div>
    </footer>
  )
}
