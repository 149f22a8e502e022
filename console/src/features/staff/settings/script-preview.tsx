import { ShoppingOutlined } from '@ant-design/icons'
import { useText } from '@/shared/i18n/text'
import type { ScriptFields } from './script-fields'

/** As the customer will see it, with somebody's name in the places to fill. */
export function ScriptPreview({ fields, nickname }: { fields: ScriptFields; nickname: string }) {
  const t = useText()
  const { kind, text, picture, card } = fields
  if (kind === 'picture') {
    return picture ? <img className="script-picture" src={picture.url} alt={picture.name ?? ''} /> : <Empty />
  }
  if (kind === 'card') {
    if (!card?.title) return <Empty />
    return (
      <div className="script-card">
        {card.image ? <img src={card.image} alt="" /> : <ShoppingOutlined />}
        <span>
          <b className="ellipsis">{card.title}</b>
          {card.subtitle && <span className="faint small">{card.subtitle}</span>}
          {card.price && <span>¥{card.price}</span>}
        </span>
      </div>
    )
  }
  if (!text) return <Empty />
  const values = { name: nickname, customer: t('settings.scripts.customer-example'), shop: t('settings.scripts.shop-example') }
  return (
    <p className="script-preview">
      {text.split(/(\{(?:name|customer|shop)\})/).map((part, index) =>
        index % 2 ? <mark key={index}>{values[part.slice(1, -1) as keyof typeof values]}</mark> : part,
      )}
    </p>
  )
}

function Empty() {
  const t = useText()
  return <p className="faint">{t('settings.scripts.preview-empty')}</p>
}
