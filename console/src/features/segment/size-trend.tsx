import { useMemo } from 'react'
import type { Palette } from '@/shared/theme/palette'
import { useText } from '@/shared/i18n/text'
import { Chart } from '@/shared/ui/chart'
import type { Rule } from './api'

/** Where the size is going: a line without axes. One day alone has no direction. */
export function SizeTrend({ trend, height = 36 }: { trend: Rule['trend']; height?: number }) {
  const t = useText()
  const option = useMemo(
    () => (palette: Palette) => ({
      grid: { left: 2, right: 2, top: 4, bottom: 4 },
      xAxis: { type: 'category', data: trend.map((each) => each.day), show: false },
      yAxis: { type: 'value', show: false, min: 'dataMin' },
      tooltip: { trigger: 'axis' },
      series: [
        {
          type: 'line',
          data: trend.map((each) => each.members),
          showSymbol: false,
          lineStyle: { width: 1.5, color: palette.jade },
          areaStyle: { color: palette.jadeSoft },
        },
      ],
    }),
    [trend],
  )
  if (trend.length < 2) return <span className="faint small">–</span>
  return <Chart label={t('segment.trend')} option={option} height={height} />
}
