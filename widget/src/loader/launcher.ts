import { launcherStyle } from './style'

const WORDS = {
  zh: { open: '联系客服', close: '收起客服窗口', frame: '在线客服', unread: (count: number) => `${count} 条未读消息` },
  en: { open: 'Customer service', close: 'Close customer service', frame: 'Customer service', unread: (count: number) => `${count} unread` },
}

/** The round button and the window above it, shut off from the page's styles in a shadow root. */
export class Launcher {
  mounted = false
  private readonly host = document.createElement('huixiang-widget')
  private readonly root = this.host.attachShadow({ mode: 'open' })
  private readonly button = document.createElement('button')
  private readonly badge = document.createElement('span')
  private readonly spoken = document.createElement('span')
  private readonly box = document.createElement('div')
  private readonly words

  constructor(language: string, theme: string | undefined, pressed: () => void) {
    this.words = /^en/i.test(language) ? WORDS.en : WORDS.zh
    if (theme === 'dark' || theme === 'light') this.host.setAttribute('theme', theme)
    this.box.className = 'box'
    this.box.hidden = true
    this.button.type = 'button'
    this.button.className = 'launcher'
    this.button.append(picture(ECHO, 'echo'), picture(FOLD, 'fold'), this.badge)
    this.badge.className = 'badge'
    this.badge.hidden = true
    this.badge.setAttribute('aria-hidden', 'true')
    this.spoken.className = 'spoken'
    this.spoken.id = 'spoken'
    this.spoken.setAttribute('role', 'status')
    this.button.setAttribute('aria-describedby', 'spoken')
    this.button.addEventListener('click', pressed)
    this.label(false)
    dress(this.root)
    this.root.append(this.box, this.spoken, this.button)
    this.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape' && !this.box.hidden) pressed()
    })
  }

  mount(parent: HTMLElement): void {
    if (this.mounted) return
    this.mounted = true
    parent.append(this.host)
  }

  frame(address: string): HTMLIFrameElement {
    const frame = document.createElement('iframe')
    frame.title = this.words.frame
    frame.src = address
    frame.allow = 'clipboard-write'
    this.box.append(frame)
    return frame
  }

  open(): void {
    this.box.hidden = false
    this.host.setAttribute('open', '')
    this.label(true)
    this.box.querySelector('iframe')?.focus()
  }

  close(): void {
    const inside = this.root.activeElement !== null
    this.box.hidden = true
    this.host.removeAttribute('open')
    this.label(false)
    if (inside) this.button.focus()
  }

  unread(count: number): void {
    this.badge.hidden = count === 0
    this.badge.textContent = count > 99 ? '99+' : String(count)
    this.spoken.textContent = count === 0 ? '' : this.words.unread(count)
  }

  private label(open: boolean): void {
    this.button.setAttribute('aria-expanded', String(open))
    this.button.setAttribute('aria-label', open ? this.words.close : this.words.open)
    this.button.title = open ? this.words.close : this.words.open
  }
}

/** A constructed sheet needs no permission of the page's content security policy; old browsers get a style element. */
function dress(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(launcherStyle)
    root.adoptedStyleSheets = [sheet]
  } else {
    const style = document.createElement('style')
    style.textContent = launcherStyle
    root.append(style)
  }
}

type Shape = [name: string, attributes: Record<string, string>]

const ECHO: Shape[] = [
  ['circle', { cx: '9', cy: '16', r: '2.4', fill: 'currentColor', stroke: 'none' }],
  ['path', { d: 'M13.2 9.2a9.6 9.6 0 0 1 0 13.6' }],
  ['path', { d: 'M18.8 6a15 15 0 0 1 0 20', opacity: '.65' }],
]
const FOLD: Shape[] = [['path', { d: 'm9 13 7 7 7-7' }]]

function picture(shapes: Shape[], name: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 32 32')
  svg.setAttribute('class', name)
  svg.setAttribute('aria-hidden', 'true')
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(space, tag)
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value)
    svg.append(shape)
  }
  return svg
}
