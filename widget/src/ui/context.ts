import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { ChatState } from '../client/state'
import type { Visitor } from '../client/visitor'
import type { Words } from '../text/language'

export interface Chat {
  visitor: Visitor
  words: Words
  /** Set inside the widget's frame: asks the page around to fold the window away. */
  minimise?: () => void
}

export const ChatContext = createContext<Chat | null>(null)

export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('outside of the chat')
  return chat
}

export function useChatState(visitor: Visitor): ChatState {
  const [state, setState] = useState(visitor.state)
  useEffect(() => {
    let frame = 0
    // A burst of frames becomes one drawing.
    const draw = () => { frame ||= requestAnimationFrame(flush) }
    const flush = () => {
      frame = 0
      setState(visitor.state)
    }
    // Hidden windows draw no frames, but their unread count still has to reach the title and the launcher.
    const slow = setInterval(() => setState(visitor.state), 500)
    setState(visitor.state)
    const stop = visitor.subscribe(draw)
    return () => {
      stop()
      clearInterval(slow)
      cancelAnimationFrame(frame)
    }
  }, [visitor])
  return state
}
