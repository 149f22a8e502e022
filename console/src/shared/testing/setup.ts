import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine takes its time; and asking the style of every element whether it can be seen costs most of it.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true })

// What a real browser has and jsdom has not.
class Silent {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= Silent as unknown as typeof ResizeObserver
globalThis.IntersectionObserver ??= Silent as unknown as typeof IntersectionObserver
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
})) as unknown as typeof matchMedia
Element.prototype.scrollIntoView ??= () => {}

afterEach(() => {
  cleanup()
  localStorage.clear()
})
