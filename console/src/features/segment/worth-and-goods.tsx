import type { Card } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { GoodsPanel } from './goods-panel'
import { WorthPanel } from './worth-panel'

/** What he is worth, and what he may like. */
export function WorthAndGoods({ customerId, onSend }: { customerId: string; onSend?(card: Card): void }) {
  const t = useText()
  return (
    <div className="worth-and-goods scroll">
      <h4>{t('worth.title')}</h4>
      <WorthPanel customerId={customerId} />
      <h4>{t('goods.title')}</h4>
      <GoodsPanel customerId={customerId} onSend={onSend} />
    </div>
  )
}
