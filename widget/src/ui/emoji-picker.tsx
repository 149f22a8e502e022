import { useEffect, useRef } from 'preact/hooks'
import { useChat } from './context'

const EMOJI = [...'😀😁😂😃😄😅😆😉😊😋😌😍😎😏😐😒😓😔😖😘😚😜😝😞😠😡😢😣😥😨😩😪😫😭😰😱😲😳😵😷🙃🙏👍👎👌✌☝👏💪🙌👋👉❤💔💯🎉🎁🌹🌿☀🌙☕🍵🏠🚚📦✅❓']
const NO_CHARACTER = '\u{10fffd}'

let drawable: string[] | null = null

/** Leaves out what the fonts of this device would draw as an empty box. */
function drawableEmoji(): string[] {
  if (drawable) return drawable
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 24
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return EMOJI
  pen.font = '18px sans-serif'
  pen.textBaseline = 'top'
  const look = (character: string) => {
    pen.clearRect(0, 0, 24, 24)
    pen.fillText(character, 0, 0)
    return pen.getImageData(0, 0, 24, 24).data.join()
  }
  const box = look(NO_CHARACTER)
  drawable = EMOJI.filter((emoji) => look(emoji) !== box)
  return drawable
}

export function EmojiPicker({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }) {
  const { words: { text } } = useChat()
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => grid.current?.querySelector<HTMLElement>('button')?.focus(), [])
  const move = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    const columns = buttons.findIndex((button) => button.offsetTop > buttons[0]!.offsetTop)
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (step !== undefined) {
      event.preventDefault()
      buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
    }
  }
  return (
    <div class="emoji" role="group" aria-label={text.emojiTitle} ref={grid} onKeyDown={move}>
      {drawableEmoji().map((emoji, index) => (
        <button type="button" key={emoji} tabIndex={index === 0 ? 0 : -1} onClick={() => onPick(emoji)}>{emoji}</button>
      ))}
    </div>
  )
}
