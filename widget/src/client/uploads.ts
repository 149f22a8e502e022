import { Refusal, type StoredFile, offline } from './protocol'
import { refusal } from './rest'

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
export const PICTURE_LIMIT = 10 * 1024 * 1024

/** Says why a file cannot be sent, before a byte of it travels. */
export function unfit(file: { type: string; size: number }): Refusal | null {
  if (!PICTURE_TYPES.includes(file.type)) {
    return new Refusal('file.type', '只能发送 JPG、PNG、GIF、WebP 图片', 'Only JPG, PNG, GIF and WebP pictures can be sent')
  }
  if (file.size > PICTURE_LIMIT) return new Refusal('file.too-large', '图片不能超过 10 MB', 'A picture may have 10 MB at most')
  return null
}

export type Upload = (file: File, progress: (share: number) => void) => Promise<StoredFile>

/** XMLHttpRequest because fetch cannot tell how far an upload is. */
export function uploadTo(path: string, token: () => string | null): Upload {
  return (file, progress) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', path)
      request.setRequestHeader('Authorization', `Bearer ${token() ?? ''}`)
      request.timeout = 120_000
      request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as StoredFile)
        else reject(refusal(request.status, request.responseText))
      }
      request.onerror = request.ontimeout = () => reject(offline())
      const form = new FormData()
      form.append('file', file, file.name || 'picture.png')
      request.send(form)
    })
}
