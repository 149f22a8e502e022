import { useText } from '@/shared/i18n/text'

const emoji = [
  ...'😀😃😄😁😆😅😂🙂😉😊😇🥰😍😘😋😜🤗🤔😏😌',
  ...'😴😷🤒😎🥳😕😟🙁😮😳🥺😥😢😭😱😓😩😤😡🙏',
  ...'👍👎👌✌🤝👏🙌💪👋🌹🎉🎁🎈⭐🔥💯✅❌❗❓',
  ...'💗💔☕🍰🌞🌙⏰📦🚚📮📷🛒👗👟🧥💰🧾📞🏠🐼',
]

export function EmojiPicker({ onChoose }: { onChoose(emoji: string): void }) {
  const t = useText()
  return (
    <div className="emoji" role="group" aria-label={t('composer.emoji')}>
      {emoji.map((each) => (
        <button key={each} type="button" className="plain" onClick={() => onChoose(each)}>
          {each}
        </button>
      ))}
    </div>
  )
}
