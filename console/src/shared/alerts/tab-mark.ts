import { light } from '../theme/palette'

const { jade, red, surface } = light

/** The browser tab says how much is unread: in the title and as a dot on the mark. */
export function markTab(unread: number, title: string) {
  document.title = unread > 0 ? `(${unread}) ${title}` : title
  let link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (!link) {
    link = document.createElement('link')
    link.rel = 'icon'
    document.head.append(link)
  }
  link.href = `data:image/svg+xml,${encodeURIComponent(picture(unread > 0))}`
}

function picture(hasDot: boolean): string {
  const dot = hasDot ? `<circle cx="25" cy="7" r="6.5" fill="${red}" stroke="${surface}" stroke-width="1.5"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="${jade}" stroke-width="3.4" stroke-linecap="round"><path d="M21.5 8.2a9.6 9.6 0 1 0 0 15.6"/><path d="M18.2 12.6a4.6 4.6 0 1 0 0 6.8" opacity=".55"/><circle cx="25.6" cy="16" r="2.1" fill="${jade}" stroke="none"/>${dot}</svg>`
}
