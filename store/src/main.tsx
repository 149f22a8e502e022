import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Desk } from './client/desk'
import '../../widget/src/style/tokens.css'
import './style/store.css'
import { useText, type TextKey } from './text'
import { Chat, Chats } from './ui/chats'
import { MyPage } from './ui/me'
import { useDesk } from './ui/parts'
import { Reception } from './ui/reception'
import { SignIn } from './ui/sign-in'

const theme = new URLSearchParams(location.search).get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme

const desk = new Desk()
type Tab = 'reception' | 'chats' | 'me'
const TABS: [Tab, TextKey, string][] = [
  ['reception', 'reception', 'M4 20v-7l8-6 8 6v7h-5v-5h-6v5z'],
  ['chats', 'chats', 'M4 5h16v11H10l-4 4v-4H4z'],
  ['me', 'me', 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c0-4 4-6 8-6s8 2 8 6z'],
]

function App() {
  const { t } = useText()
  const state = useDesk(desk)
  const [tab, setTab] = useState<Tab>('reception')
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => void desk.begin(), [])

  if (state.me === undefined) return <p class="empty">{t('loading')}</p>
  if (state.me === null) return <SignIn desk={desk} />
  const row = open ? desk.find(open) : undefined
  const trouble = !state.online ? t('offline') : !state.live ? t('connecting') : desk.outbox.waiting > 0 ? `${desk.outbox.waiting} ${t('pending')}` : null
  return (
    <div class="frame">
      {trouble && <p class="trouble" role="status">{trouble}</p>}
      {row ? (
        <Chat desk={desk} row={row} close={() => setOpen(null)} />
      ) : (
        <>
          <main>
            {tab === 'reception' && <Reception desk={desk} opened={(id) => { setTab('chats'); setOpen(id) }} />}
            {tab === 'chats' && <Chats desk={desk} open={setOpen} toReception={() => setTab('reception')} />}
            {tab === 'me' && <MyPage desk={desk} />}
          </main>
          <nav>
            {TABS.map(([name, word, path]) => (
              <button key={name} class={tab === name ? 'chosen' : ''} aria-current={tab === name ? 'page' : undefined} onClick={() => setTab(name)}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
                {t(word)}
                {name === 'reception' && state.waiting.length > 0 && <b class="unread">{state.waiting.length}</b>}
              </button>
            ))}
          </nav>
        </>
      )}
    </div>
  )
}

render(<App />, document.getElementById('store')!)
