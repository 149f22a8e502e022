import type { ChatState } from '../client/state'
import { withHuman } from '../client/state'
import { Avatar } from './avatar'
import { useChat } from './context'

/** The greeting and what the customer may want: choosing sends the issue type along with the first message. */
export function Entry({ state, empty }: { state: ChatState; empty: boolean }) {
  const { visitor, words: { text } } = useChat()
  const site = state.site
  if (!site) return null
  const open = state.conversation !== null && state.conversation.state !== 'closed'
  const offered = !withHuman(state.conversation) && !open && site.menu.length > 0
  return (
    <section class={`entry ${empty ? 'entry-empty' : ''}`}>
      <div class="row row-theirs row-first">
        <div class="row-avatar"><Avatar kind="bot" /></div>
        <div class="row-body">
          <div class="row-name">{site.botName}</div>
          <div class="bubble"><p class="text">{site.greeting}</p></div>
          {offered && (
            <div class="chips" role="group" aria-label={text.menuTitle}>
              <span class="chips-title">{text.menuTitle}</span>
              {site.menu.map((entry) => (
                <button type="button" class="chip" key={entry.issue} aria-pressed={state.issue === entry.issue}
                  onClick={() => visitor.choose(state.issue === entry.issue ? null : entry.issue)}>{entry.label}</button>
              ))}
            </div>
          )}
        </div>
      </div>
    </section>
  )
}
