import { SendOutlined, ShoppingOutlined } from '@ant-design/icons'
import { Button, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import type { Card } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { cardOf, useRecommendations, type Recommendation } from './goods-api'
import { moneyText } from './money'
import './worth.css'

interface Props {
  customerId: string
  /** Into the open conversation; without it nothing can be sent. */
  onSend?(card: Card): void
}

const FIRST = 4

/** Goods that go with what he has in the cart, looks at or bought, each with its reason. */
export function GoodsPanel({ customerId, onSend }: Props) {
  const t = useText()
  const [all, setAll] = useState(false)
  const found = useRecommendations(customerId)
  const items = found.data?.items ?? []
  return (
    <section className="goods-panel" aria-label={t('goods.title')}>
      {found.isPending && <ListSkeleton rows={3} height={56} />}
      {found.isError && <Failure problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && <Nothing sentence={t('goods.nothing')} hint={t('goods.nothing-hint')} />}
      <ul>
        {(all ? items : items.slice(0, FIRST)).map((item) => (
          <Offer key={item.product.sku} item={item} onSend={onSend} />
        ))}
      </ul>
      {items.length > FIRST && (
        <Button type="text" size="small" block onClick={() => setAll(!all)}>
          {all ? t('goods.fewer') : t('goods.all', { n: items.length })}
        </Button>
      )}
    </section>
  )
}

function Offer({ item, onSend }: { item: Recommendation; onSend: Props['onSend'] }) {
  const t = useText()
  const language = useLanguage()
  const { product } = item
  const name = language === 'en-US' && product.nameEn ? product.nameEn : product.name
  return (
    <li className="goods-offer">
      {product.image ? <img src={product.image} alt="" loading="lazy" /> : <ShoppingOutlined className="goods-no-image" />}
      <div className="goods-words">
        <p className="ellipsis" title={name}>
          {name}
        </p>
        <p className="small">
          {product.price && <b>{moneyText(product.price, language)}</b>}
          {item.kind === 'cold-start' && <Tag>{t('goods.cold-start')}</Tag>}
          {item.lift != null && (
            <Tooltip title={t('goods.lift-hint')}>
              <Tag color="green">{t('goods.lift', { n: item.lift.toFixed(1) })}</Tag>
            </Tooltip>
          )}
          {item.support != null && (
            <Tooltip title={t('goods.support-hint')}>
              <span className="faint">{t('goods.support', { n: (item.support * 100).toFixed(item.support < 0.01 ? 2 : 1) })}</span>
            </Tooltip>
          )}
        </p>
        <p className="quiet small">{inLanguage(item.because, language)}</p>
      </div>
      {onSend && (
        <Tooltip title={t('goods.send')}>
          <Button type="text" size="small" icon={<SendOutlined />} aria-label={t('goods.send-named', { name })} onClick={() => onSend(cardOf(product))} />
        </Tooltip>
      )}
    </li>
  )
}
