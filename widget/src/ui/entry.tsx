import type { ChatState } from '../client/state'
import { Avatar } from './avatar'
import { useChat } from './context'

/** The greeting at the very beginning; whoever has not said anything yet finds the menu right below it. */
export function Greeting({ state, withMenu }: { state: ChatState; withMenu: boolean }) {
  const site = state.site
  if (!site) return null
  return (
    <section class="entry">
      <div class="row row-theirs row-first">
        <div class="row-avatar"><Avatar kind="bot" /></div>
        <div class="row-body">
          <div class="row-name">{site.botName}</div>
          <div class="bubble"><p class="text">{site.greeting}</p></div>
          {withMenu && <Menu state={state} />}
        </div>
      </div>
    </section>
  )
}

/** What the customer may want: choosing sends the issue type along with the first message. */
export function Menu({ state }: { state: ChatState }) {
  const { visitor, words: { text } } = useChat()
  const menu = state.site?.menu ?? []
  if (menu.length === 0) return null
  return (
    <div class="chips" role="group" aria-label={text.menuTitle}>
      <span class="chips-title">{text.menuTitle}</span>
      {menu.map((entry) => (
        <button type="button" class="chip" key={entry.issue} aria-pressed={state.issue === entry.issue}
          onClick={() => visitor.choose(state.issue === entry.issue ? null : entry.issue)}>{entry.label}</button>
      ))}
    </div>
  )
}
