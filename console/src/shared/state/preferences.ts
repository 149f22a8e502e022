import { createStoredStore, useStore } from './store'

export type Appearance = 'light' | 'dark' | 'system'
export type Language = 'zh-CN' | 'en-US'

export interface Preferences {
  appearance: Appearance
  language: Language
  /** Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends. */
  enterSends: boolean
  sound: boolean
  desktopNotice: boolean
  filePanel: boolean
  /** Scripts are offered while a reply is being typed. */
  suggestScripts: boolean
}

export const preferences = createStoredStore<Preferences>('huixiang.preferences', {
  appearance: 'system',
  language: 'zh-CN',
  enterSends: true,
  sound: true,
  desktopNotice: true,
  filePanel: true,
  suggestScripts: true,
})

export function usePreferences(): Preferences {
  return useStore(preferences)
}

export function prefer(change: Partial<Preferences>) {
  preferences.set((before) => ({ ...before, ...change }))
}
