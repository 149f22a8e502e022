import { ShoppingOutlined } from '@ant-design/icons'
import type { Card } from '@/shared/api/types'

export function ProductPicture({ card, size }: { card: Card; size: number }) {
  return (
    <span className="product-picture" style={{ width: size, height: size }}>
      {card.image ? <img src={card.image} alt="" loading="lazy" /> : <ShoppingOutlined />}
    </span>
  )
}

export function ProductCard({ card }: { card: Card }) {
  const inside = (
    <>
      <ProductPicture card={card} size={64} />
      <span className="product-text">
        <span className="product-title">{card.title}</span>
        {card.subtitle && <span className="faint small ellipsis">{card.subtitle}</span>}
        {card.price && <b className="price">¥{card.price}</b>}
      </span>
    </>
  )
  // Only a web address is a link; anything else a card might carry is not followed.
  if (!card.url || !/^(https?:)?\//.test(card.url)) return <span className="product-card">{inside}</span>
  return (
    <a className="product-card" href={card.url} target="_blank" rel="noreferrer noopener">
      {inside}
    </a>
  )
}
