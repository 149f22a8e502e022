import type { Card, FileBody, PictureBody, ReplyTo } from '../client/protocol'
import { safeAddress, splitAddresses } from './addresses'
import { useChat } from './context'
import { FileIcon } from './icons'

export function TextContent({ text }: { text: string }) {
  return (
    <p class="text">
      {splitAddresses(text).map((piece) =>
        piece.address ? <a href={piece.address} target="_blank" rel="noopener noreferrer">{piece.text}</a> : piece.text)}
    </p>
  )
}

export function PictureContent({ body, onView }: { body: PictureBody; onView: (address: string) => void }) {
  const { visitor, words: { text } } = useChat()
  const address = visitor.previewOf(body.fileId) ?? safeAddress(body.url)
  if (!address) return null
  return (
    <button type="button" class="picture" aria-label={text.picturePreview} onClick={() => onView(address)} style={frameOf(body)}>
      <img src={address} alt={body.name ?? text.pictureAlt} loading="lazy" />
    </button>
  )
}

/** Room for the picture before it is there, so that nothing jumps. */
export function frameOf({ width, height }: { width?: number; height?: number }): Record<string, string> {
  if (!width || !height) return {}
  const scale = Math.min(1, 220 / width, 260 / height)
  return { width: `${Math.max(48, Math.round(width * scale))}px`, aspectRatio: `${width} / ${height}` }
}

export function FileContent({ body }: { body: FileBody }) {
  return (
    <a class="file" href={safeAddress(body.url) ?? undefined} target="_blank" rel="noopener noreferrer" download={body.name}>
      <FileIcon /><span><b>{body.name}</b><small>{fileSize(body.size)}</small></span>
    </a>
  )
}

export function CardContent({ card }: { card: Card }) {
  const { words: { text } } = useChat()
  const address = safeAddress(card.url)
  const picture = safeAddress(card.image)
  return (
    <div class="card">
      {picture && <img src={picture} alt="" width={64} height={64} loading="lazy" />}
      <div class="card-words">
        <b>{card.title}</b>
        {(card.subtitle ?? card.sku) && <small>{card.subtitle ?? card.sku}</small>}
        <span class="card-foot">
          {card.price && <span class="price">{text.price(card.price)}</span>}
          {address && <a href={address} target="_blank" rel="noopener noreferrer">{text.cardOpen}</a>}
        </span>
      </div>
    </div>
  )
}

export function QuoteContent({ reply, preview, onJump }: { reply: ReplyTo; preview: string; onJump: () => void }) {
  const author = typeof reply.author === 'string' ? reply.author : reply.author?.name
  return (
    <button type="button" class="quoted" onClick={onJump}>{author ? `${author}: ` : ''}{preview}</button>
  )
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
