/** Lets others put the cursor into the composer without knowing it. */
const focusers = new Map<string, () => void>()

export const composerDesk = {
  register(conversationId: string, focus: () => void) {
    focusers.set(conversationId, focus)
    return () => {
      if (focusers.get(conversationId) === focus) focusers.delete(conversationId)
    }
  },
  focus(conversationId: string) {
    focusers.get(conversationId)?.()
  },
}
