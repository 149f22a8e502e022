import type { Message } from '../client/protocol'
import { clock, exact } from '../text/time'
import { Avatar } from './avatar'
import { CardContent, FileContent, PictureContent, QuoteContent, TextContent } from './bodies'
import { useChat } from './context'
import { CopyIcon, QuoteIcon } from './icons'
import { memo } from './memo'
import { nameOf, previewOf } from './preview'
import type { Delivery } from './rows'

interface MessageRowProps {
  message: Message
  mine: boolean
  first: boolean
  last: boolean
  delivery: Delivery | null
  quoted: Message | undefined
  acts: RowActs
}

export interface RowActs {
  view: (address: string) => void
  quote: (message: Message) => void
  jump: (message: Message) => void
}

export const MessageRow = memo(function MessageRow({ message, mine, first, last, delivery, quoted, acts }: MessageRowProps) {
  const { words } = useChat()
  const at = new Date(message.sentAt)
  const bare = message.kind === 'picture' || message.kind === 'card'
  const preview = message.replyTo ? (quoted ? previewOf(quoted, words) : message.replyTo.preview ?? words.text.quote) : ''
  const reply = message.replyTo && quoted && !message.replyTo.author
    ? { ...message.replyTo, author: { ...quoted.author, name: nameOf(quoted, words) } } : message.replyTo
  return (
    <div class={`row ${mine ? 'row-mine' : 'row-theirs'} ${first ? 'row-first' : ''}`} data-seq={message.seq} data-conversation={message.conversationId}>
      {!mine && <div class="row-avatar">{first && <Avatar kind={message.author.kind === 'agent' ? 'agent' : 'bot'} name={message.author.name} picture={message.author.avatar} />}</div>}
      <div class="row-body">
        {first && !mine && <div class="row-name">{message.author.name}</div>}
        <div class="row-line">
          <div class={`bubble ${bare ? 'bubble-bare' : ''}`} tabIndex={-1} title={exact(at, words)}>
            {reply && <QuoteContent reply={reply} preview={preview} onJump={() => quoted && acts.jump(quoted)} />}
            <Body message={message} onView={acts.view} />
          </div>
          <Actions message={message} acts={acts} />
        </div>
        {last && (
          <div class="row-meta">
            <time dateTime={message.sentAt} title={exact(at, words)}>{clock(at)}</time>
            {delivery && <span class={`delivery delivery-${delivery}`}>{words.text.state[delivery]}</span>}
          </div>
        )}
      </div>
    </div>
  )
})

function Body({ message, onView }: { message: Message; onView: (address: string) => void }) {
  switch (message.kind) {
    case 'text': return <TextContent text={message.body.text} />
    case 'picture': return <PictureContent body={message.body} onView={onView} />
    case 'file': return <FileContent body={message.body} />
    case 'card': return <CardContent card={message.body} />
    case 'system':
    case 'recall': return null
  }
}

function Actions({ message, acts }: { message: Message; acts: RowActs }) {
  const { words: { text } } = useChat()
  return (
    <div class="row-actions">
      <button type="button" class="tool tool-small" aria-label={text.quote} title={text.quote} onClick={() => acts.quote(message)}><QuoteIcon /></button>
      {message.kind === 'text' && navigator.clipboard && (
        <button type="button" class="tool tool-small" aria-label={text.copy} title={text.copy}
          onClick={() => void navigator.clipboard.writeText(message.body.text).catch(() => undefined)}><CopyIcon /></button>
      )}
    </div>
  )
}
