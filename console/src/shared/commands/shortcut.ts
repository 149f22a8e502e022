/** Shortcuts are written as 'Alt+J', 'Mod+K' (Ctrl, or ⌘ on a Mac), 'Ctrl+1', '?'. */
export const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

export function matches(event: Keys, shortcut: string, mac = onMac): boolean {
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  const wants = new Set(parts)
  const ctrl = wants.has('Ctrl') || (wants.has('Mod') && !mac)
  const meta = wants.has('Mod') && mac
  if (event.altKey !== wants.has('Alt') || event.ctrlKey !== ctrl || event.metaKey !== meta) return false
  if (key === '?') return event.key === '?'
  if (event.shiftKey !== wants.has('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase() || event.code === codeOf(key)
}

/** Alt with a letter types a sign on a Mac, so the place of the key counts too. */
function codeOf(key: string): string {
  if (/^[A-Z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^[0-9]$/.test(key)) return `Digit${key}`
  return key
}

export function spell(shortcut: string, mac = onMac): string[] {
  const names: Record<string, string> = mac ? { Mod: '⌘', Alt: '⌥', Ctrl: '⌃', Shift: '⇧' } : { Mod: 'Ctrl' }
  return shortcut.split('+').map((part) => names[part] ?? part)
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
