import { describe, expect, it } from 'vitest'
import { matches, spell } from './shortcut'

const press = (key: string, change = {}) => ({ key, code: `Key${key.toUpperCase()}`, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...change })

describe('a shortcut', () => {
  it('needs exactly its modifiers', () => {
    expect(matches(press('j', { altKey: true }), 'Alt+J', false)).toBe(true)
    expect(matches(press('j'), 'Alt+J', false)).toBe(false)
    expect(matches(press('j', { altKey: true, ctrlKey: true }), 'Alt+J', false)).toBe(false)
  })

  it('means Ctrl or, on a Mac, the command key', () => {
    expect(matches(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
    expect(matches(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(spell('Mod+K', true)).toEqual(['⌘', 'K'])
    expect(spell('Mod+K', false)).toEqual(['Ctrl', 'K'])
  })

  it('counts the place of the key where Alt types a sign', () => {
    expect(matches(press('∆', { code: 'KeyJ', altKey: true }), 'Alt+J', true)).toBe(true)
    expect(matches({ ...press('1', { ctrlKey: true }), code: 'Digit1' }, 'Ctrl+1', false)).toBe(true)
  })
})
