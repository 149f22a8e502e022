import { useMemo } from 'react'
import { ApiProblem } from '@/shared/api/client'
import type { Content, StoredFile } from '@/shared/api/types'
import { createStore, useStore } from '@/shared/state/store'
import { uploadFile } from './api'

export interface Attachment {
  id: string
  file: File
  /** An address of the browser's own, to show a picture before it is stored. */
  picture: string | null
  state: 'uploading' | 'ready' | 'failed'
  stored?: StoredFile
  problem?: { zh: string; en: string }
}

// Kept outside of the components, so that an upload goes on while another conversation is looked at.
const all = createStore<Record<string, Attachment[]>>({})
const none: Attachment[] = []

export function useAttachments(conversationId: string) {
  const items = useStore(all, (value) => value[conversationId] ?? none)
  return useMemo(
    () => ({
      items,
      retry: (item: Attachment) => upload(conversationId, item),
      remove: (id: string) => change(conversationId, (list) => list.filter((item) => item.id !== id)),
      takeReady(): Content[] {
        const ready = items.filter((item) => item.state === 'ready')
        change(conversationId, (list) => list.filter((item) => item.state !== 'ready'))
        return ready.map((item) => contentOf(item.stored!))
      },
    }),
    [items, conversationId],
  )
}

export function attach(conversationId: string, files: Iterable<File>) {
  for (const file of files) {
    const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    const item: Attachment = { id: crypto.randomUUID(), file, picture, state: 'uploading' }
    change(conversationId, (list) => [...list, item])
    upload(conversationId, item)
  }
}

function upload(conversationId: string, item: Attachment) {
  const become = (part: Partial<Attachment>) =>
    change(conversationId, (list) => list.map((known) => (known.id === item.id ? { ...known, ...part } : known)))
  become({ state: 'uploading', problem: undefined })
  uploadFile(item.file)
    .then((stored) => become({ state: 'ready', stored }))
    .catch((problem: unknown) =>
      become({ state: 'failed', problem: problem instanceof ApiProblem ? problem : ApiProblem.unreachable() }),
    )
}

function change(conversationId: string, how: (list: Attachment[]) => Attachment[]) {
  all.set((value) => ({ ...value, [conversationId]: how(value[conversationId] ?? none) }))
}

export function contentOf(stored: StoredFile): Content {
  const { id: fileId, url, name, size, type, width, height } = stored
  return type.startsWith('image/')
    ? { kind: 'picture', body: { fileId, url, width, height, name, size } }
    : { kind: 'file', body: { fileId, url, name, size, type } }
}
