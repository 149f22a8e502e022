import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFoundConversations } from '@/features/conversation/use-found-conversations'
import { useCommands } from '@/shared/commands/commands'
import { spell } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { shortPastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'

interface Choice {
  id: string
  group: string
  content: React.ReactNode
  run(): void
}

export function CommandPalette({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText()
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: 96 }}
      className="palette"
      destroyOnHidden
      aria-label={t('commands.palette')}
    >
      <Palette onClose={onClose} />
    </Modal>
  )
}

function Palette({ onClose }: { onClose(): void }) {
  const t = useText()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const choices = useChoices(words)
  useEffect(() => setAt(0), [words])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    // The dialog goes first, so that what follows may take the focus.
    setTimeout(choice.run, 0)
  }
  return (
    <div
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'ArrowDown') setAt((was) => Math.min(was + 1, choices.length - 1))
        else if (event.key === 'ArrowUp') setAt((was) => Math.max(was - 1, 0))
        else if (event.key === 'Enter') choose(choices[at])
        else return
        event.preventDefault()
      }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette-choices"
      />
      <div className="palette-choices scroll" id="palette-choices" role="listbox" ref={list} aria-label={t('commands.palette')}>
        {choices.map((choice, index) => (
          <div key={choice.id}>
            {choices[index - 1]?.group !== choice.group && <p className="palette-group">{choice.group}</p>}
            <button
              type="button"
              role="option"
              aria-selected={index === at}
              className="plain palette-choice"
              onMouseMove={() => setAt(index)}
              onClick={() => choose(choice)}
            >
              {choice.content}
            </button>
          </div>
        ))}
        {choices.length === 0 && <p className="palette-nothing">{t('palette.nothing', { words })}</p>}
      </div>
    </div>
  )
}

function useChoices(words: string): Choice[] {
  const t = useText()
  const navigate = useNavigate()
  const commands = useCommands()
  const wanted = useDeferredValue(words.trim())
  const found = useFoundConversations(wanted)
  const text = wanted.toLowerCase()
  const acts = commands
    .filter((command) => command.run && command.only !== 'help' && command.id !== 'palette')
    .filter((command) => t(command.title, command.values).toLowerCase().includes(text))
    .map((command): Choice => ({
      id: command.id,
      group: t('palette.commands'),
      run: () => command.run?.(),
      content: (
        <>
          <span className="ellipsis">{t(command.title, command.values)}</span>
          <span className="palette-keys">
            {command.shortcut && spell(command.shortcut).map((key) => <kbd key={key}>{key}</kbd>)}
          </span>
        </>
      ),
    }))
  const rows = found.map((row): Choice => ({
    id: row.id,
    group: t('palette.conversations'),
    run: () => void navigate(`/workbench/${row.id}`),
    content: (
      <>
        <Face name={row.customer.name} picture={row.customer.avatar} size={24} />
        <b>{row.customer.name}</b>
        <span className="quiet ellipsis">{row.lastPreview}</span>
        <span className="faint small palette-keys">{shortPastTime(row.lastAt, now(), t)}</span>
      </>
    ),
  }))
  return [...rows.slice(0, 8), ...acts]
}
