import type { Card, Identity, Page } from './protocol'

// The talk between the chat in its frame and the loader on the shop's page. Both sides check window and origin.

export type ToFrame =
  | { type: 'context'; page?: Page; product?: Card | null; signed?: Identity; fresh?: boolean; anonymousId?: string }
  | { type: 'shown' }
  | { type: 'hidden' }
  | { type: 'reset' }

export type ToHost =
  | { type: 'ready' }
  | { type: 'unread'; count: number }
  | { type: 'close' }
  | { type: 'forgotten' }
  | { type: 'known' }

export const ENVELOPE = 'huixiang'

export interface Host {
  tell(message: ToHost): void
}

/** Speaks only to the page whose origin the loader named; a browser delivers nothing if another page sits there. */
export function hostOf(view: Window, origin: string, listen: (message: ToFrame) => void): Host {
  view.addEventListener('message', (event) => {
    if (event.source !== view.parent || event.origin !== origin) return
    const letter = event.data as { [ENVELOPE]?: ToFrame } | null
    const message = letter && typeof letter === 'object' ? letter[ENVELOPE] : undefined
    if (message && typeof message.type === 'string') listen(message)
  })
  return { tell: (message) => view.parent.postMessage({ [ENVELOPE]: message }, origin) }
}
