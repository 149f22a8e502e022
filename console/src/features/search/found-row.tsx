import { FileTextOutlined, InboxOutlined, ShoppingOutlined } from '@ant-design/icons'
import type { Level } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { exactTime, shortPastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { LevelTag } from '@/shared/ui/level-tag'
import { textOf, type FoundItem, type Marked } from './api'
import './search.css'

/** One hit as a row of two lines; what was asked for stands out. */
export function FoundRow({ item }: { item: FoundItem }) {
  const t = useText()
  return (
    <span className="found">
      <Picture item={item} />
      <span className="found-words">
        <span className="found-title">
          <b className="ellipsis">
            <Pieces pieces={item.title} />
          </b>
          <Besides item={item} />
        </span>
        {item.snippet.length > 0 && (
          <span className="quiet small ellipsis">
            {said(item, t) && <span className="faint">{said(item, t)} </span>}
            <Pieces pieces={item.snippet} />
          </span>
        )}
      </span>
      {item.at && (
        <time className="faint small palette-keys" title={exactTime(item.at)}>
          {shortPastTime(item.at, now(), t)}
        </time>
      )}
    </span>
  )
}

function Picture({ item }: { item: FoundItem }) {
  const { kind } = item.ref
  if (kind === 'customer') return <Face name={textOf(item.title)} picture={item.facts.avatar as string | null} size={28} />
  if (kind === 'conversation') return <Face name={textOf(item.title)} picture={null} size={28} />
  const image = item.facts.image as string | undefined
  if (image) return <img className="found-image" src={image} alt="" />
  return (
    <span className="found-icon">
      {kind === 'order' ? <InboxOutlined /> : kind === 'product' ? <ShoppingOutlined /> : <FileTextOutlined />}
    </span>
  )
}

function Besides({ item }: { item: FoundItem }) {
  const t = useText()
  const { facts } = item
  switch (item.ref.kind) {
    case 'customer':
      return <LevelTag level={facts.level as Level} vip={facts.vip as boolean} />
    case 'order':
      return (
        <span className="faint small ellipsis">
          {[facts.customer, facts.shop, t(`order-state.${facts.state as OrderState}`), money(facts.amount)].filter(Boolean).join(' · ')}
        </span>
      )
    case 'product':
      return <span className="faint small">{money(facts.price)}</span>
    case 'script':
      return <span className="faint small ellipsis">{facts.folder as string}</span>
    case 'conversation':
      return <span className="faint small ellipsis">{facts.channelName as string}</span>
  }
}

type OrderState = 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'completed' | 'cancelled'

function said(item: FoundItem, t: ReturnType<typeof useText>): string {
  if (item.ref.kind !== 'conversation' || item.facts.author === 'customer') return ''
  const name = (item.facts.authorName as string | undefined) ?? t('author.bot')
  return item.facts.note ? t('search.in-note', { name }) : `${name}:`
}

function money(value: unknown): string {
  const known = value as { amount: string; currency: string } | undefined
  return known ? `${known.currency === 'CNY' ? '¥' : `${known.currency} `}${known.amount}` : ''
}

export function Pieces({ pieces }: { pieces: Marked[] }) {
  return pieces.map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))
}
