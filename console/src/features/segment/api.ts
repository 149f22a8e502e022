import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Level, Page } from '@/shared/api/types'
import type { Condition } from './condition'

export interface Words {
  zh: string
  en: string
}

export interface Money {
  amount: string
  currency: string
}

export type StrategyCode = 'loyal' | 'cultivate' | 'dormant'

export interface Rule {
  id: number
  code: string | null
  kind: 'tag' | 'segment'
  name: Words
  hint: Words
  sentence: Words
  condition: Condition
  tag: string | null
  state: 'active' | 'paused'
  version: number
  members: number
  settled: boolean
  changedAt: string
  by: { id: string | null; name: string }
  trend: { day: string; members: number }[]
}

export interface Member {
  id: string
  name: string
  level: Level
  orders: number
  spent: Money | null
  lastOrderAt: string | null
  cell: string | null
  strategy: StrategyCode | null
  since: string | null
}

export interface Question {
  fact: string
  kind: 'number' | 'money' | 'share' | 'time' | 'text' | 'texts' | 'yes-no'
  name: Words
  unit: Words
  is: string[]
  values: string[]
}

export interface RuleLanguage {
  facts: Question[]
  standards: Record<string, number>
  categories: string[]
  tags: string[]
  events: string[]
}

export interface Preview {
  members: number
  of: number
  sentence: Words
  sample: Member[]
}

export interface RuleDraft {
  kind: 'tag' | 'segment'
  nameZh: string
  nameEn: string | null
  hint: string | null
  condition: Condition
  tag: string | null
}

export interface RuleVersion {
  version: number
  name: Words
  sentence: Words
  tag: string | null
  at: string
  by: { name: string }
}

export interface Report {
  id: string
  at: string
  tookMillis: number
  customers: number
  facts: number
  memberships: number
}

export interface Thresholds {
  highValueSpent: number
  valuedSpent: number
  atRiskDays: number
  atRiskSatisfaction: number
  newProductDays: number
  newForDays: number
  discountShare: number
  discountOrders: number
  favouriteShare: number
  favouriteOrders: number
}

export interface Strategy {
  code: StrategyCode
  titleZh: string
  titleEn: string
  adviceZh: string
  adviceEn: string
}

export interface RfmStandard {
  method: 'quintiles' | 'thresholds'
  span: 'all' | 'year'
  recencyDays: number[]
  frequency: number[]
  money: number[]
  loyal: { r: number; f: number; m: number }
  dormantRecency: number
  strategies: Strategy[]
}

export interface RfmMap {
  cells: { r: number; f: number; m: number; customers: number; money: Money }[]
  strategies: { strategy: Strategy; customers: number; money: Money }[]
  standard: RfmStandard
  bounds: { recencyDays: number[]; frequency: number[]; money: number[]; measured: boolean }
  buyers: number
}

export interface FunnelStep {
  code: string
  name: Words
  customers: number
  rule: number | null
}

export interface StandardsBook {
  current: { version: number; at: string; by: { name: string }; thresholds: Thresholds; rfm: RfmStandard }
  versions: { version: number; at: string; by: { name: string } }[]
}

export interface Insight {
  customer: string
  rfm: {
    recency: number
    frequency: number
    money: number
    cell: string
    strategy: { code: StrategyCode; title: Words; advice: Words }
    why: Words
  } | null
  value: { value: 'ordinary' | 'valued' | 'high'; why: string | null }
  tags: { name: string; why: Words | null; by: string; at: string }[]
  segments: { id: number; name: Words }[]
  facts: { orders: number; spent: Money | null } | null
}

const SOON = 2_000

/** While somebody is still being measured, the sizes move: look again soon. */
export function useRules() {
  return useQuery({
    queryKey: ['segment', 'rules'],
    queryFn: ({ signal }) => api<Rule[]>('GET', '/api/segments', undefined, signal),
    staleTime: 0,
    refetchInterval: (asked) => (asked.state.data?.some((rule) => !rule.settled) ? SOON : 15_000),
  })
}

export function useMembers(address: string | null) {
  return useInfiniteQuery({
    queryKey: ['segment', 'members', address],
    queryFn: ({ pageParam, signal }) => api<Page<Member>>('GET', address + query({ cursor: pageParam, limit: 50 }).replace('?', address!.includes('?') ? '&' : '?'), undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: address !== null,
    staleTime: 0,
  })
}

export function useRuleLanguage() {
  return useQuery({ queryKey: ['segment', 'language'], queryFn: ({ signal }) => api<RuleLanguage>('GET', '/api/segments/language', undefined, signal) })
}

export function usePreview(condition: Condition | null) {
  return useQuery({
    queryKey: ['segment', 'preview', condition],
    queryFn: ({ signal }) => api<Preview>('POST', '/api/segments/preview', { condition }, signal),
    enabled: condition !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  })
}

export function useVersions(id: number) {
  return useQuery({ queryKey: ['segment', 'versions', id], queryFn: ({ signal }) => api<RuleVersion[]>('GET', `/api/segments/${id}/versions`, undefined, signal), staleTime: 0 })
}

export function useReports() {
  return useQuery({ queryKey: ['segment', 'reports'], queryFn: ({ signal }) => api<Report[]>('GET', '/api/segments/reports', undefined, signal) })
}

export function useStandards() {
  return useQuery({ queryKey: ['segment', 'standards'], queryFn: ({ signal }) => api<StandardsBook>('GET', '/api/tags/standards', undefined, signal) })
}

export function useRfm() {
  return useQuery({ queryKey: ['segment', 'rfm'], queryFn: ({ signal }) => api<RfmMap>('GET', '/api/rfm', undefined, signal), staleTime: 0, refetchInterval: 15_000 })
}

export function useRfmPreview(rfm: RfmStandard | null) {
  return useQuery({
    queryKey: ['segment', 'rfm', 'preview', rfm],
    queryFn: ({ signal }) => api<RfmMap>('POST', '/api/rfm/preview', { rfm }, signal),
    enabled: rfm !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useFunnel() {
  return useQuery({ queryKey: ['segment', 'funnel'], queryFn: ({ signal }) => api<FunnelStep[]>('GET', '/api/rfm/funnel', undefined, signal) })
}

export function useInsight(customerId: string) {
  return useQuery({
    queryKey: ['segment', 'insight', customerId],
    queryFn: ({ signal }) => api<Insight>('GET', `/api/customers/${customerId}/insight`, undefined, signal),
    staleTime: 5_000,
    refetchInterval: 15_000,
  })
}

/** Whatever is changed here may change every list of this room. */
function useChange<T>(change: (input: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['segment'] }) })
}

export function useSaveRule() {
  return useChange(({ id, version, draft }: { id?: number; version?: number; draft: RuleDraft }) =>
    id === undefined ? api<Rule>('POST', '/api/segments', draft) : api<Rule>('PUT', `/api/segments/${id}`, { version, rule: draft }),
  )
}

export function usePause() {
  return useChange(({ id, paused }: { id: number; paused: boolean }) => api(paused ? 'PUT' : 'DELETE', `/api/segments/${id}/pause`))
}

export function useRemoveRule() {
  return useChange((id: number) => api('DELETE', `/api/segments/${id}`))
}

export function useChangeThresholds() {
  return useChange((thresholds: Thresholds) => api('PUT', '/api/tags/standards', { thresholds }))
}

export function useChangeRfm() {
  return useChange((rfm: RfmStandard) => api('PUT', '/api/rfm/standard', { rfm }))
}
