import { FileOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { Fragment } from 'react'
import type { Content, Message, PictureBody } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { fileSize } from '@/shared/time/format'
import { ProductCard } from './product-card'

export function MessageContent({ message }: { message: Content | Message }) {
  switch (message.kind) {
    case 'text':
      return <Words text={message.body.text} />
    case 'note':
      return <Words text={message.body.text} marksMentions />
    case 'picture':
      return <Picture body={message.body} />
    case 'file':
      return (
        <a className="file" href={message.body.url} target="_blank" rel="noreferrer noopener" download={message.body.name}>
          <FileOutlined />
          <span className="ellipsis">{message.body.name}</span>
          <span className="faint small">{fileSize(message.body.size)}</span>
        </a>
      )
    case 'card':
      return <ProductCard card={message.body} />
    case 'system':
    case 'recall':
      return null
  }
}

const LARGEST = { width: 280, height: 260 }

/** The place of a picture is kept from its measures, so that nothing jumps when it arrives. */
function Picture({ body }: { body: PictureBody }) {
  const t = useText()
  const width = body.width ?? 240
  const height = body.height ?? 180
  const scale = Math.min(1, LARGEST.width / width, LARGEST.height / height)
  return (
    <Image
      src={body.url}
      alt={body.name || t('message.picture')}
      width={Math.max(48, Math.round(width * scale))}
      height={Math.max(48, Math.round(height * scale))}
      style={{ objectFit: 'cover' }}
    />
  )
}

const LINK = /(https?:\/\/[^\s<>"'，。！？、）】]+)/g

function Words({ text, marksMentions }: { text: string; marksMentions?: boolean }) {
  return (
    <span className="words">
      {text.split(LINK).map((part, index) => {
        if (index % 2 === 1) {
          return (
            <a key={index} href={part} target="_blank" rel="noreferrer noopener">
              {part}
            </a>
          )
        }
        return <Fragment key={index}>{marksMentions ? withMentions(part) : part}</Fragment>
      })}
    </span>
  )
}

function withMentions(text: string) {
  return text.split(/(@[^\s@,，。]+)/g).map((part, index) =>
    index % 2 === 1 ? (
      <b key={index} className="mention">
        {part}
      </b>
    ) : (
      part
    ),
  )
}
