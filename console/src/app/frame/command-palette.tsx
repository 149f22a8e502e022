import { ClockCircleOutlined, LoadingOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { forgetSearches, rememberSearch } from '@/features/search/recent'
import { useText } from '@/shared/i18n/text'
import { usePaletteChoices, type Choice } from './use-palette-choices'

export function CommandPalette({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText()
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={680}
      style={{ top: 80 }}
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
  const { choices, search, isPending } = usePaletteChoices(words, setWords)
  useEffect(() => setAt(0), [words])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    if (choice.stays) {
      choice.run()
      return
    }
    if (choice.isFound) rememberSearch(words)
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
        prefix={isPending ? <LoadingOutlined /> : <SearchOutlined />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        maxLength={100}
        role="combobox"
        aria-expanded
        aria-controls="palette-choices"
        aria-activedescendant={choices[at] && `choice-${at}`}
      />
      {search.isError && (
        <p className="search-state" role="alert">
          {t('search.failed', { why: t('failure.title') })}
          <Button size="small" onClick={() => void search.refetch()}>
            {t('action.retry')}
          </Button>
        </p>
      )}
      {search.data?.building && <p className="search-state">{t('search.building')}</p>}
      <div className="palette-choices scroll" id="palette-choices" role="listbox" ref={list} aria-label={t('commands.palette')}>
        {choices.map((choice, index) => (
          <div key={choice.id}>
            {choices[index - 1]?.group !== choice.group && (
              <p className="palette-group">
                {choice.group}
                {choice.besides && <span className="palette-count">{choice.besides}</span>}
              </p>
            )}
            <button
              type="button"
              role="option"
              id={`choice-${index}`}
              aria-selected={index === at}
              className="plain palette-choice"
              onMouseMove={() => setAt(index)}
              onClick={() => choose(choice)}
            >
              {choice.stays && <ClockCircleOutlined className="faint" />}
              {choice.content}
            </button>
          </div>
        ))}
        {choices.some((choice) => choice.stays) && (
          <p className="search-state">
            <span />
            <Button type="link" size="small" onClick={forgetSearches}>
              {t('search.forget')}
            </Button>
          </p>
        )}
        {choices.length === 0 && !isPending && (
          <p className="palette-nothing">
            {t('palette.nothing', { words })}
            <br />
            <span className="faint small">{t('search.nothing-hint')}</span>
          </p>
        )}
      </div>
    </div>
  )
}
