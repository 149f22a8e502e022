import { useEffect, useRef, useState } from 'preact/hooks'
import type { Desk } from '../client/desk'
import type { Parcel } from '../client/outbox'
import type { Category, Message, Named, Row } from '../client/types'
import { useText } from '../text'
import { Refused, Sheet, useDesk, useVerb } from './parts'

export function Chats({ desk, open, toReception }: { desk: Desk; open: (id: string) => void; toReception: () => void }) {
  const { t, issue } = useText()
  const state = useDesk(desk)
  return (
    <>
      <header class="bar">
        <h1>{t('serving')}</h1>
      </header>
      <div class="page">
        {state.serving.length === 0 && (
          <div class="empty">
            <p>{t('servingNone')}</p>
            <button onClick={toReception}>{t('goReception')}</button>
          </div>
        )}
        <ul class="cards">
          {state.serving.map((row) => (
            <li key={row.id}>
              <button class="card line" onClick={() => open(row.id)}>
                <span class="face">{row.customer.name.slice(0, 1)}</span>
                <span class="who">
                  <strong>{row.customer.name}</strong>
                  <span>
                    <em class="chip">{row.channel.kind === 'store' ? t('walkIn') : t('fromOnline')}</em> {issue(row.issue)}
                  </span>
                  <span class="soft">{row.lastPreview}</span>
                </span>
                {(row.unread ?? 0) > 0 && <b class="unread">{row.unread}</b>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function Chat({ desk, row, close }: { desk: Desk; row: Row; close: () => void }) {
  const { t } = useText()
  const state = useDesk(desk)
  const [text, setText] = useState('')
  const [sheet, setSheet] = useState<'finish' | 'hand-back' | null>(null)
  const upload = useVerb()
  const end = useRef<HTMLDivElement>(null)
  const messages = state.messages[row.id] ?? []
  const waiting = desk.outbox.of(row.id)
  const last = messages.filter((one) => one.conversationId === row.id).at(-1)?.seq ?? 0

  useEffect(() => {
    void desk.open(row)
    return () => desk.close(row.id)
  }, [row.id])
  useEffect(() => {
    end.current?.scrollIntoView()
    if (last) desk.read(row.id, last)
  }, [messages.length, waiting.length, last])

  const write = () => {
    const words = text.trim()
    if (!words) return
    desk.write(row.id, words)
    setText('')
  }
  return (
    <section class="chat">
      <header class="bar">
        <button class="quiet" aria-label={t('back')} onClick={close}>
          ‹
        </button>
        <h1>{row.customer.name}</h1>
        <button class="quiet" onClick={() => setSheet('hand-back')}>
          {t('handBack')}
        </button>
        <button class="primary small" onClick={() => setSheet('finish')}>
          {t('finish')}
        </button>
      </header>
      <div class="talk">
        {messages.map((one) => (
          <Bubble key={`${one.conversationId}/${one.seq}`} message={one} me={state.me?.id ?? ''} />
        ))}
        {waiting.map((parcel) => (
          <Pending key={parcel.clientId} parcel={parcel} drop={() => desk.outbox.drop(parcel.clientId)} />
        ))}
        <Refused refusal={upload.refusal} />
        <div ref={end} />
      </div>
      <footer class="composer">
        <label class="icon" aria-label={t('picture')}>
          <input
            type="file"
            accept="image/*"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (file) void upload.run(() => desk.sendPicture(row.id, file))
            }}
          />
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 7h4l2-2h4l2 2h4v12H4z" />
            <circle cx="12" cy="13" r="3.5" />
          </svg>
        </label>
        <textarea rows={1} value={text} placeholder={t('write')} aria-label={t('write')} onInput={(event) => setText(event.currentTarget.value)} />
        <button class="primary" onClick={write} disabled={!text.trim()}>
          {t('send')}
        </button>
      </footer>
      {sheet === 'finish' && <Finish desk={desk} row={row} close={() => setSheet(null)} done={close} />}
      {sheet === 'hand-back' && <HandBack desk={desk} row={row} close={() => setSheet(null)} done={close} />}
    </section>
  )
}

function Bubble({ message, me }: { message: Message; me: string }) {
  const { t, language } = useText()
  const { body, author } = message
  if (message.kind === 'recall') return null
  if (message.kind === 'system') return <p class="system">{String(language === 'zh' ? body.zh : body.en)}</p>
  const mine = author.kind === 'agent' || author.kind === 'bot'
  const who = author.id === me ? t('you') : (author.name ?? t('customer'))
  const when = new Date(message.sentAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <div class={`bubble ${message.kind === 'note' ? 'note' : mine ? 'mine' : 'theirs'}`}>
      <small>
        {who} · {when}
      </small>
      {message.recalled ? <p class="soft">{t('recalled')}</p> : <Said message={message} />}
    </div>
  )
}

function Said({ message: { kind, body } }: { message: Message }) {
  switch (kind) {
    case 'picture':
      return (
        <a href={String(body.url)} target="_blank" rel="noreferrer">
          <img src={String(body.url)} alt={String(body.name ?? '')} loading="lazy" />
        </a>
      )
    case 'file':
      return <a href={String(body.url)}>{String(body.name)}</a>
    case 'card':
      return (
        <div class="goods">
          {body.image ? <img src={String(body.image)} alt="" loading="lazy" /> : null}
          <span>{String(body.title)}</span>
          {body.price ? <b>¥{String(body.price)}</b> : null}
        </div>
      )
    default:
      return <p>{String(body.text ?? '')}</p>
  }
}

function Pending({ parcel, drop }: { parcel: Parcel; drop: () => void }) {
  const { t, told } = useText()
  return (
    <div class={`bubble mine pending${parcel.refused ? ' failed' : ''}`}>
      <small>{parcel.refused ? `${t('refused')} · ${told(parcel.refused)}` : `◷ ${t('sending')}`}</small>
      {parcel.kind === 'picture' ? <img src={String(parcel.body.url)} alt="" /> : <p>{String(parcel.body.text)}</p>}
      {parcel.refused && (
        <button class="quiet" onClick={drop}>
          {t('discard')}
        </button>
      )}
    </div>
  )
}

function Finish({ desk, row, close, done }: { desk: Desk; row: Row; close: () => void; done: () => void }) {
  const { t } = useText()
  const verb = useVerb()
  const [categories, setCategories] = useState<Category[]>([])
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    void verb.run(async () => setCategories(await desk.categories()))
  }, [])
  const leaves = categories.flatMap((top) =>
    top.children.length ? top.children.map((child) => ({ id: child.id, name: `${top.name} / ${child.name}` })) : [{ id: top.id, name: top.name }],
  )
  return (
    <Sheet title={t('finish')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const summary = String(new FormData(event.currentTarget).get('summary'))
          void verb.run(() => desk.finish(row.id, chosen || (leaves[0]?.id ?? ''), summary)).then((fine) => fine && done())
        }}
      >
        <label>
          {t('category')}
          <select value={chosen || leaves[0]?.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {leaves.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('summary')}
          <textarea name="summary" rows={3} required maxLength={2000} placeholder={t('summaryHint')} />
        </label>
        <Refused refusal={verb.refusal} />
        <div class="row">
          <button type="button" onClick={close}>
            {t('cancel')}
          </button>
          <button class="primary" type="submit" disabled={verb.busy}>
            {t('done')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

function HandBack({ desk, row, close, done }: { desk: Desk; row: Row; close: () => void; done: () => void }) {
  const { t } = useText()
  const verb = useVerb()
  const [groups, setGroups] = useState<Named[]>([])
  const [note, setNote] = useState('')
  useEffect(() => {
    void verb.run(async () => setGroups(await desk.groups()))
  }, [])
  return (
    <Sheet title={t('handBack')} close={close}>
      <label>
        {t('handBackNote')}
        <textarea rows={2} maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <h3>{t('chooseGroup')}</h3>
      <div class="chips">
        {groups.map((group) => (
          <button key={group.id} disabled={verb.busy} onClick={() => void verb.run(() => desk.handBack(row.id, group.id, note)).then((fine) => fine && done())}>
            {group.name}
          </button>
        ))}
      </div>
      <Refused refusal={verb.refusal} />
    </Sheet>
  )
}
