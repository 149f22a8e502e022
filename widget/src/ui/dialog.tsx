import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A sheet over the chat: focus stays inside, Escape leaves, focus goes back to where it came from. */
export function Dialog({ title, children, onClose, wide }: { title: string; children: ComponentChildren; onClose: () => void; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog ref={dialog} class={wide ? 'dialog dialog-wide' : 'dialog'} aria-label={title}
      onCancel={(event) => { event.preventDefault(); onClose() }}
      onClick={(event) => { if (event.target === dialog.current) onClose() }}>
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
