import type { Tab } from '@/shared/api/types'
import { createStore, createStoredStore, useStore } from '@/shared/state/store'
import { noFilter, type Filter, type Order } from './waiting'

// What belongs to this desk only and never to the record: drafts, pins, the chosen list, open dialogs.

export interface Draft {
  text: string
  note: boolean
}

const drafts = createStoredStore<Record<string, Draft>>('huixiang.drafts', {})
const noDraft: Draft = { text: '', note: false }

export function useDraft(conversationId: string): Draft {
  return useStore(drafts, (all) => all[conversationId] ?? noDraft)
}

export function useHasDraft(conversationId: string): boolean {
  return useStore(drafts, (all) => !!all[conversationId]?.text.trim())
}

export function draftOf(conversationId: string): Draft {
  return drafts.get()[conversationId] ?? noDraft
}

export function keepDraft(conversationId: string, change: Partial<Draft>) {
  drafts.set((all) => {
    const draft = { ...noDraft, ...all[conversationId], ...change }
    const { [conversationId]: _, ...others } = all
    return draft.text || draft.note ? { ...others, [conversationId]: draft } : others
  })
}

const pins = createStoredStore<Record<string, true>>('huixiang.pins', {})

export function usePins(): Record<string, true> {
  return useStore(pins)
}

export function togglePin(conversationId: string) {
  pins.set(({ [conversationId]: pinned, ...others }) => (pinned ? others : { ...others, [conversationId]: true }))
}

export interface ListChoice {
  tab: Tab
  order: Order
}

export const listChoice = createStoredStore<ListChoice>('huixiang.list', { tab: 'mine', order: 'waiting' })
export const listFilter = createStore<Filter>(noFilter)

export function chooseTab(tab: Tab) {
  listChoice.set((before) => ({ ...before, tab }))
}

export type Dialog = { kind: 'transfer' | 'invite' | 'end'; conversationId: string } | null

export const dialog = createStore<Dialog>(null)

export function openDialog(kind: NonNullable<Dialog>['kind'], conversationId: string) {
  dialog.set({ kind, conversationId })
}

export function closeDialog() {
  dialog.set(null)
}

/** The conversation this lead listens in to; one at a time, and only while it is on the screen. */
export const listening = createStore<string | null>(null)
