import type { Category } from '@/shared/api/types'

/** Where a category stands: under whom, in which place, and with how many. */
export interface Place {
  category: Category
  parentId: string | null
  index: number
  siblings: Category[]
  depth: number
}

export function placeOf(tree: Category[], id: string, parentId: string | null = null, depth = 1): Place | null {
  for (const [index, category] of tree.entries()) {
    if (category.id === id) return { category, parentId, index, siblings: tree, depth }
    const below = placeOf(category.children ?? [], id, category.id, depth + 1)
    if (below) return below
  }
  return null
}

/** How many levels a category and those below it take. */
export function heightOf(category: Category): number {
  return 1 + Math.max(0, ...(category.children ?? []).map(heightOf))
}

export function isWithin(category: Category, id: string): boolean {
  return category.id === id || (category.children ?? []).some((child) => isWithin(child, id))
}
