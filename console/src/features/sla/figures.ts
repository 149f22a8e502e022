import type { PlatformFigures } from './figures-api'

/** Several people together: counts are added, the average is weighted by what each answered. */
export function sumOf(all: (PlatformFigures | undefined)[]): PlatformFigures {
  const known = all.filter((figures) => figures !== undefined)
  const add = (pick: (figures: PlatformFigures) => number) => known.reduce((sum, figures) => sum + pick(figures), 0)
  const turns = add((figures) => figures.turns)
  const within3 = add((figures) => figures.within3)
  const within5 = add((figures) => figures.within5)
  const seconds = add((figures) => (figures.averageSeconds ?? 0) * figures.turns)
  const share = (part: number) => (turns > 0 ? part / turns : null)
  return { turns, within3, within5, rate3: share(within3), rate5: share(within5), averageSeconds: share(seconds) }
}
