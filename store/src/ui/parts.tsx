import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSyncExternalStore } from 'preact/compat'
import { Refusal } from '../client/api'
import type { Desk, State } from '../client/desk'
import { minutes, ringOf } from '../client/ring'
import type { Clock, Row } from '../client/types'
import { useText } from '../text'

export function useDesk(desk: Desk): State {
  return useSyncExternalStore(
    (listener) => desk.watch(listener),
    () => desk.state,
  )
}

/** The time, once a second, for everything that counts. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

const ROUND = 2 * Math.PI * 24

export function RingOfThreeMinutes({ row, clock, now }: { row: Row; clock: Clock | undefined; now: number }) {
  const { t } = useText()
  const ring = ringOf(row, clock, now)
  if (!ring) {
    return (
      <div class="ring calm">
        <span>–</span>
        <small>{t('paused')}</small>
      </div>
    )
  }
  return (
    <div class={`ring ${ring.tone}`} role="timer">
      <svg viewBox="0 0 56 56" aria-hidden="true">
        <circle cx="28" cy="28" r="24" />
        <circle class="run" cx="28" cy="28" r="24" stroke-dasharray={ROUND} stroke-dashoffset={ROUND * ring.share} />
      </svg>
      <span>{minutes(ring.left)}</span>
      <small>{ring.left < 0 ? t('overdue') : t('left')}</small>
    </div>
  )
}

export function Sheet({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && close()
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [close])
  return (
    <div class="shade" onClick={(event) => event.target === event.currentTarget && close()}>
      <section class="sheet" role="dialog" aria-label={title}>
        <h2>{title}</h2>
        {children}
      </section>
    </div>
  )
}

interface Verb {
  busy: boolean
  refusal: Refusal | null
  run: (verb: () => Promise<unknown>) => Promise<boolean>
}

/** Runs a verb, shows that it runs, and keeps the reason when it was refused. */
export function useVerb(): Verb {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  return {
    busy,
    refusal,
    run: async (verb) => {
      setBusy(true)
      setRefusal(null)
      try {
        await verb()
        return true
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem
        setRefusal(problem)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}

export function Refused({ refusal }: { refusal: Refusal | null }) {
  const { told } = useText()
  return refusal ? (
    <p class="refused" role="alert">
      {told(refusal)}
    </p>
  ) : null
}
