import type { Category } from '@/shared/api/types'

/** Where a category stands: under whom, in which place, and among which others. */
export interface Place {
  category: Category
  parentId: string | null
  index: number
  siblings: Category[]
}

export function placeOf(tree: Category[], id: string, parentId: string | null = null): Place | null {
  for (const [index, category] of tree.entries()) {
    if (category.id === id) return { category, parentId, index, siblings: tree }
    const below = placeOf(category.children ?? [], id, category.id)
    if (below) return below
  }
  return null
}
