import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { ServerFrame } from './frames'
import type { LiveSocket, LiveState } from './socket'

export const LiveContext = createContext<LiveSocket | null>(null)

export function useLive(): LiveSocket {
  const live = use(LiveContext)
  if (!live) throw new Error('No live connection above this component')
  return live
}

export function useLiveState(): LiveState {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, live.getState)
}

/** Hear every frame for as long as the component is there. */
export function useFrames(listener: (frame: ServerFrame) => void) {
  const live = useLive()
  const heard = useEffectEvent(listener)
  useEffect(() => live.listen((frame) => heard(frame)), [live])
}
