import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { alone, type Locks } from './client/alone'
import { hostOf, type Host, type ToFrame } from './client/host'
import type { Identity } from './client/protocol'
import { rest } from './client/rest'
import { browserStore } from './client/storage'
import { uploadTo } from './client/uploads'
import { Visitor } from './client/visitor'
import { pollWire, socketWire } from './client/wire'
import './style/tokens.css'
import './style/chat.css'
import { chooseLanguage, wordsIn } from './text/language'
import { App } from './ui/app'
import { useChatState } from './ui/context'

const CONTEXT_WITHIN_MS = 1_500

const asked = new URLSearchParams(window.location.search)
const framed = asked.get('frame') === '1' && window.parent !== window
const words = wordsIn(chooseLanguage(asked.get('lang'), navigator.languages))
document.documentElement.lang = words.language
document.documentElement.classList.toggle('framed', framed)
const theme = asked.get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme

const visitor = new Visitor({
  site: asked.get('site') ?? 'demo',
  store: browserStore(),
  rest: (token) => rest(token),
  upload: (token) => uploadTo('/api/visitor/files', token),
  socket: socketWire(`${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/live/visitor`),
  poll: pollWire('/live/visitor/poll'),
  alone: navigator.locks ? alone(navigator.locks as Locks) : undefined,
})

function Root() {
  const state = useChatState(visitor)
  const [shown, setShown] = useState(!framed)
  const [visible, setVisible] = useState(document.visibilityState === 'visible')

  useEffect(() => {
    showFrame = setShown
    const seen = () => {
      setVisible(document.visibilityState === 'visible')
      if (document.visibilityState === 'visible') visitor.wake()
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])

  useEffect(() => {
    host?.tell({ type: 'unread', count: state.unread })
    if (!framed) document.title = `${state.unread ? `(${state.unread}) ` : ''}${state.site?.name ?? words.text.title}`
  }, [state.unread, state.site])

  useEffect(() => {
    if (state.conversation) host?.tell({ type: 'known' })
  }, [state.conversation !== null])

  return <App chat={{ visitor, words, minimise }} looking={shown && visible} />
}

const minimise = framed ? () => host?.tell({ type: 'close' }) : undefined
let showFrame: (shown: boolean) => void = () => undefined
let host: Host | null = null
let context: ((message: Extract<ToFrame, { type: 'context' }>) => void) | null = null

async function start(): Promise<void> {
  if (framed) {
    const told = new Promise<void>((resolve) => {
      setTimeout(resolve, CONTEXT_WITHIN_MS)
      context = (message) => void takeContext(message).then(resolve)
    })
    host = hostOf(window, asked.get('origin') ?? window.location.origin, listen)
    host.tell({ type: 'ready' })
    await told
  } else {
    await visitor.surround({ page: { title: document.title, url: window.location.href }, signed: signedInAddress() })
  }
  await visitor.begin()
}

function listen(message: ToFrame): void {
  switch (message.type) {
    case 'context': return context?.(message)
    case 'shown': return showFrame(true)
    case 'hidden': return showFrame(false)
    case 'reset': return void visitor.reset().then(() => host?.tell({ type: 'forgotten' }))
  }
}

async function takeContext({ page, product, signed, fresh, anonymousId }: Extract<ToFrame, { type: 'context' }>): Promise<void> {
  if (fresh) {
    visitor.forget()
    host?.tell({ type: 'forgotten' })
  }
  await visitor.surround({ page, product, signed, anonymousId })
}

/** A signed link (`#identity=…&signature=…`) brings a member to the full page; it must not stay in the address bar. */
function signedInAddress(): Identity | undefined {
  const hash = new URLSearchParams(window.location.hash.slice(1))
  const identity = hash.get('identity')
  const signature = hash.get('signature')
  if (!identity || !signature) return undefined
  history.replaceState(null, '', window.location.pathname + window.location.search)
  return { identity, signature }
}

window.addEventListener('storage', (event) => event.key && visitor.storageChanged(event.key))
window.addEventListener('online', () => visitor.wake())
window.addEventListener('offline', () => visitor.networkGone())
window.addEventListener('pagehide', () => visitor.stillHere())
// A page from the back-forward cache has slept: look at the line at once.
window.addEventListener('pageshow', (event) => event.persisted && visitor.wake())

render(<Root />, document.getElementById('chat')!)
void start()
