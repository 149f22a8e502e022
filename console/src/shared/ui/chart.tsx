import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { useAppearance } from '../theme/appearance'
import { chartTheme, type Palette } from '../theme/palette'
import './chart.css'

export type ChartOption = EChartsCoreOption

/** What the reader clicked: the series, the name on the axis, and the datum as it was given. */
export interface Picked {
  seriesName?: string
  name: string
  data: unknown
  dataIndex: number
}

interface Props {
  /** What the chart shows, for whoever does not see it. */
  label: string
  /** What to draw (echarts), or how to, from the colours of the moment. */
  option: ChartOption | ((palette: Palette) => ChartOption)
  height?: number
  onPick?(picked: Picked): void
}

/** A chart in the console's colours, light or dark. The library that draws it is loaded when the first one is shown. */
export function Chart({ label, option, height = 240, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const [chart, setChart] = useState<ECharts>()
  const { isDark, palette } = useAppearance()

  useEffect(() => {
    let drawn: ECharts | undefined
    let isGone = false
    const sizes = new ResizeObserver(() => drawn?.resize())
    void import('./chart-engine').then(({ init }) => {
      if (isGone || !place.current) return
      drawn = init(place.current, chartTheme(palette), { renderer: 'svg' })
      drawn.on('click', (event) => pick.current?.(event as unknown as Picked))
      sizes.observe(place.current)
      setChart(drawn)
    })
    return () => {
      isGone = true
      sizes.disconnect()
      drawn?.dispose()
      setChart(undefined)
    }
  }, [isDark, palette])

  useEffect(() => {
    if (chart && !chart.isDisposed()) chart.setOption(typeof option === 'function' ? option(palette) : option, { notMerge: true })
  }, [chart, option, palette])

  return <div ref={place} className={chart ? 'chart' : 'chart is-loading'} style={{ height }} role="img" aria-label={label} aria-busy={!chart} />
}
