import {
  FileAddOutlined,
  FormOutlined,
  PictureOutlined,
  ShoppingOutlined,
  SmileOutlined,
  SnippetsOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { Row } from '@/shared/api/types'
import { spell } from '@/shared/commands/shortcut'
import { useText } from '@/shared/i18n/text'
import { attach } from './attachments'
import { EmojiPicker } from './emoji-picker'
import { ProductCardForm } from './product-card-form'
import type { ComposerState } from './use-composer'

interface Props {
  row: Row
  composer: ComposerState
  notesOnly: boolean
  insert(text: string): void
}

export function ComposerToolbar({ row, composer, notesOnly, insert }: Props) {
  const t = useText()
  const pictures = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [emojiOpen, setEmojiOpen] = useState(false)
  const [cardOpen, setCardOpen] = useState(false)
  const { isNote } = composer
  const take = (event: React.ChangeEvent<HTMLInputElement>) => {
    attach(row.id, [...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <div className="composer-tools" role="toolbar" aria-label={t('composer.tools')}>
      <Popover
        open={emojiOpen}
        onOpenChange={setEmojiOpen}
        trigger="click"
        placement="topLeft"
        arrow={false}
        content={
          <EmojiPicker
            onChoose={(emoji) => {
              insert(emoji)
              setEmojiOpen(false)
            }}
          />
        }
      >
        <Tool name={t('composer.emoji')} icon={<SmileOutlined />} />
      </Popover>
      {isNote ? (
        <Tool name={t('composer.mention')} icon={<UserOutlined />} onClick={() => insert('@')} />
      ) : (
        <>
          <Tool name={t('composer.picture')} icon={<PictureOutlined />} onClick={() => pictures.current?.click()} />
          <Tool name={t('composer.file')} icon={<FileAddOutlined />} onClick={() => files.current?.click()} />
          <Tool name={t('composer.card')} icon={<ShoppingOutlined />} onClick={() => setCardOpen(true)} />
          <Tool name={t('composer.scripts')} icon={<SnippetsOutlined />} onClick={() => insert('/')} />
        </>
      )}
      <span className="composer-space" />
      {!notesOnly && (
        <Button
          type="text"
          size="small"
          className={`note-switch${isNote ? ' is-on' : ''}`}
          icon={<FormOutlined />}
          aria-pressed={isNote}
          title={spell('Alt+P').join('+')}
          onClick={() => composer.setNote(!isNote)}
        >
          {t('composer.note')}
        </Button>
      )}
      <input ref={pictures} type="file" accept="image/*" multiple hidden onChange={take} aria-label={t('composer.picture')} />
      <input ref={files} type="file" multiple hidden onChange={take} aria-label={t('composer.file')} />
      <ProductCardForm
        open={cardOpen}
        proposed={row.entry?.product ?? null}
        onClose={() => setCardOpen(false)}
        onSend={(card) => {
          setCardOpen(false)
          composer.sendCard({ kind: 'card', body: card })
        }}
      />
    </div>
  )
}

function Tool({ name, icon, ...rest }: { name: string; icon: ReactNode; onClick?(): void }) {
  return (
    <Tooltip title={name} mouseEnterDelay={0.4}>
      <Button type="text" size="small" icon={icon} aria-label={name} onMouseDown={(event) => event.preventDefault()} {...rest} />
    </Tooltip>
  )
}
