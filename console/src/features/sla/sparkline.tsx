/** The course of a figure over the last hours, without axes: it shows where it is going. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const points = pointsOf(values)
  const last = points.at(-1)
  if (points.length < 2 || !last) return <span className="spark" aria-hidden="true" />
  const line = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="spark-area" d={`${line}L${last[0].toFixed(1)} ${HEIGHT}L${points[0]![0].toFixed(1)} ${HEIGHT}Z`} />
      <path className="spark-line" d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

const WIDTH = 120
const HEIGHT = 32

function pointsOf(values: (number | null)[]): [number, number][] {
  const known = values.filter((value) => value !== null)
  const highest = Math.max(...known, 0)
  const lowest = Math.min(...known, highest)
  const height = highest - lowest || 1
  const step = WIDTH / Math.max(1, values.length - 1)
  return values.flatMap((value, index): [number, number][] =>
    value === null ? [] : [[index * step, HEIGHT - 2 - ((value - lowest) / height) * (HEIGHT - 6)]],
  )
}
