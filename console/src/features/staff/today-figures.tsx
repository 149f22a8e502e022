import { Tooltip } from 'antd'
import { useText } from '@/shared/i18n/text'
import { useToday } from './api'

/** My day in the top bar. Dashes keep the place until the figures are there. */
export function TodayFigures() {
  const t = useText()
  const { data } = useToday()
  const share = data?.repliedWithin3Minutes
  const figures = [
    { name: t('today.received'), value: data?.received ?? '–', means: t('today.received-means') },
    {
      name: t('today.response'),
      value: data?.averageResponseSeconds == null ? '–' : `${Math.round(data.averageResponseSeconds)} s`,
      means: t('today.response-means'),
    },
    {
      name: t('today.within-3'),
      value: share == null ? '–' : `${Math.round(share * 100)}%`,
      means: t('today.within-3-means'),
    },
  ]
  return (
    <dl className="today" aria-label={t('today.title')}>
      {figures.map((figure) => (
        <Tooltip key={figure.name} title={figure.means}>
          <div>
            <dt>{figure.name}</dt>
            <dd>{figure.value}</dd>
          </div>
        </Tooltip>
      ))}
    </dl>
  )
}
