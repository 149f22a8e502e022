import { type Call, takeOver } from './calls'
import { Widget } from './widget'

// The one script tag on a shop's page. Everything of interest happens in the frame it opens.

declare global {
  interface Window {
    Huixiang?: ((...call: Call) => void) & { q?: Call[]; loaded?: boolean }
  }
}

function load(): void {
  if (window.Huixiang?.loaded) return
  const script = (document.currentScript as HTMLScriptElement | null) ?? document.querySelector<HTMLScriptElement>('script[src*="/widget.js"][data-site]')
  const site = script?.dataset.site
  if (!script || !site) return console.warn('[Huixiang] widget.js needs a data-site attribute')
  const widget = new Widget({
    hub: new URL(script.src).origin,
    site,
    language: script.dataset.lang,
    theme: script.dataset.theme,
    events: script.dataset.events,
  })
  takeOver(window, widget)
  if (document.body) widget.show()
  else document.addEventListener('DOMContentLoaded', () => widget.show())
}

try {
  load()
} catch (trouble) {
  // Whatever happens here, the shop's page goes on.
  console.warn('[Huixiang]', trouble)
}
