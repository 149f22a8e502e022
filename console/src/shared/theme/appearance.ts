import { useLayoutEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../state/preferences'
import { dark, light, paletteVariables, type Palette } from './palette'

const night = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null

function watchNight(watcher: () => void) {
  night?.addEventListener('change', watcher)
  return () => night?.removeEventListener('change', watcher)
}

export function useAppearance(): { isDark: boolean; palette: Palette } {
  const { appearance } = usePreferences()
  const systemIsDark = useSyncExternalStore(watchNight, () => night?.matches ?? false)
  const isDark = appearance === 'dark' || (appearance === 'system' && systemIsDark)
  const palette = isDark ? dark : light
  useLayoutEffect(() => {
    const root = document.documentElement
    root.style.colorScheme = isDark ? 'dark' : 'light'
    root.dataset.appearance = isDark ? 'dark' : 'light'
    for (const [name, colour] of Object.entries(paletteVariables(palette))) root.style.setProperty(name, colour)
  }, [isDark, palette])
  return { isDark, palette }
}
