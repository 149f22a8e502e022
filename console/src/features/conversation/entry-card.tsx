import { Button } from 'antd'
import type { Card, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDesk } from './desk'
import { useOutbox } from './outbox'
import { previewOf } from './preview'
import { ProductPicture } from './product-card'

/** The goods the customer came from; one click sends them back as a card. */
export function EntryCard({ row, card }: { row: Row; card: Card }) {
  const t = useText()
  const { me } = useDesk()
  const outbox = useOutbox(row, me)
  const canSend = row.state === 'held'
  return (
    <div className="entry">
      <ProductPicture card={card} size={36} />
      <div className="entry-text">
        <span className="small faint">{t('entry.looking-at')}</span>
        <span className="ellipsis">
          {card.title}
          {card.subtitle && <span className="quiet"> {card.subtitle}</span>}
        </span>
      </div>
      {card.price && <b className="price">¥{card.price}</b>}
      {canSend && (
        <Button
          size="small"
          onClick={() => {
            const content = { kind: 'card' as const, body: card }
            outbox.send(content, previewOf(content, t))
          }}
        >
          {t('entry.send')}
        </Button>
      )}
    </div>
  )
}
