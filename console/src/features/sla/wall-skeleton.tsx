import { Skeleton } from 'antd'
import { useText } from '@/shared/i18n/text'

export function WallSkeleton() {
  const t = useText()
  return (
    <div className="wall-body" aria-busy="true" aria-label={t('state.loading')}>
      <div className="wall-tiles">
        {[0, 1, 2, 3, 4].map((tile) => (
          <div key={tile} className="wall-tile">
            <Skeleton active title={false} paragraph={{ rows: 3 }} />
          </div>
        ))}
      </div>
      <div className="wall-card">
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      </div>
    </div>
  )
}
