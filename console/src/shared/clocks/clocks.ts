import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Clock } from '../api/floor'
import { leading } from './count'

/** All running clocks the page knows, by conversation. The clocks' own feature fills it, every other may look. */
export type Clocks = Record<string, Clock[]>

const key = ['clocks'] as const

const look = { queryKey: key, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity } as const

export function useClock(conversationId: string): Clock | undefined {
  return useQuery<Clocks, Error, Clock | undefined, typeof key>({ ...look, select: (clocks) => leading(clocks[conversationId]) }).data
}

export function useClocks(): Clocks | undefined {
  return useQuery<Clocks, Error, Clocks, typeof key>(look).data
}

/** Takes in what was told; of two words about the same promise the later one counts. */
export function storeClocks(client: QueryClient, told: Clock[]) {
  if (told.length > 0) client.setQueryData<Clocks>(key, (known = {}) => told.reduce(withClock, known))
}

function withClock(clocks: Clocks, clock: Clock): Clocks {
  const here = clocks[clock.conversation] ?? []
  const before = here.find((known) => known.kind === clock.kind)
  if (before && Date.parse(before.at) > Date.parse(clock.at)) return clocks
  const others = here.filter((known) => known.kind !== clock.kind)
  return { ...clocks, [clock.conversation]: [...others, clock] }
}
