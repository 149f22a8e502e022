import type { Link } from '../client/live'
import type { Outgoing } from '../client/outbox'
import type { Card, PictureBody, TextBody } from '../client/protocol'
import type { PictureUpload } from '../client/state'
import { CardContent, PictureContent, TextContent } from './bodies'
import { useChat } from './context'

/** What was said and is not confirmed yet. */
interface OutgoingRowProps {
  item: Outgoing
  first: boolean
  last: boolean
  link: Link
  onView: (address: string) => void
}

export function OutgoingRow({ item, first, last, link, onView }: OutgoingRowProps) {
  const { visitor, words } = useChat()
  const { text } = words
  const waiting = item.state === 'waiting' && link !== 'live' && link !== 'polling'
  return (
    <div class={`row row-mine row-pending ${first ? 'row-first' : ''}`}>
      <div class="row-body">
        <div class="row-line">
          <div class={`bubble ${item.kind === 'text' ? '' : 'bubble-bare'}`}>
            {item.kind === 'text' && <TextContent text={(item.body as TextBody).text} />}
            {item.kind === 'picture' && <PictureContent body={item.body as PictureBody} onView={onView} />}
            {item.kind === 'card' && <CardContent card={item.body as Card} />}
          </div>
        </div>
        {item.state === 'failed' ? (
          <Failure sentence={item.refusal ? words.pick(item.refusal) : ''} onResend={() => visitor.resend(item.clientId)} onDiscard={() => visitor.discard(item.clientId)} />
        ) : last && (
          <div class="row-meta"><span class="delivery delivery-sending">{waiting ? text.state.waiting : text.state.sending}</span></div>
        )}
      </div>
    </div>
  )
}

export function UploadRow({ picture, first }: { picture: PictureUpload; first: boolean }) {
  const { visitor, words } = useChat()
  const percent = Math.round(picture.share * 100)
  return (
    <div class={`row row-mine row-pending ${first ? 'row-first' : ''}`}>
      <div class="row-body">
        <div class="row-line">
          <div class="bubble bubble-bare">
            <div class="picture picture-sending">
              <img src={picture.preview} alt={picture.file.name || words.text.pictureAlt} />
              {!picture.refusal && (
                <div class="progress" role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} aria-label={words.text.uploading(percent)}>
                  <i style={{ width: `${percent}%` }} />
                </div>
              )}
            </div>
          </div>
        </div>
        {picture.refusal
          ? <Failure sentence={words.pick(picture.refusal)} onResend={() => void visitor.resendPicture(picture.id)} onDiscard={() => visitor.discardPicture(picture.id)} />
          : <div class="row-meta"><span class="delivery delivery-sending">{words.text.uploading(percent)}</span></div>}
      </div>
    </div>
  )
}

function Failure({ sentence, onResend, onDiscard }: { sentence: string; onResend: () => void; onDiscard: () => void }) {
  const { words: { text } } = useChat()
  return (
    <div class="row-meta row-failed" role="alert">
      <span class="delivery delivery-failed">{text.state.failed}</span>
      {sentence && <span class="reason">{sentence}</span>}
      <button type="button" class="link" onClick={onResend}>{text.resend}</button>
      <button type="button" class="link link-quiet" onClick={onDiscard}>{text.discard}</button>
    </div>
  )
}
