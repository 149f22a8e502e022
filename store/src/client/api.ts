/** A refusal of the house, or no answer at all (status 0: then trying again makes sense). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(code)
  }
}

const unreachable = new Refusal(0, 'network', '网络不通,请稍后重试。', 'No connection. Please try again.')

export async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const upload = body instanceof FormData
  const all: Record<string, string> = { ...headers }
  if (body !== undefined && !upload) all['Content-Type'] = 'application/json'
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
  if (token && method !== 'GET') all['X-XSRF-TOKEN'] = decodeURIComponent(token)
  let answer: Response
  try {
    answer = await fetch(path, { method, headers: all, body: upload ? body : body === undefined ? undefined : JSON.stringify(body) })
  } catch {
    throw unreachable
  }
  const text = await answer.text()
  const json = text ? (JSON.parse(text) as Record<string, string>) : {}
  if (!answer.ok) {
    throw new Refusal(answer.status, json.code ?? 'service.failed', json.detail ?? '服务出错了,请稍后重试。', json.detailEn ?? 'Something went wrong.')
  }
  return json as T
}

export const get = <T>(path: string) => call<T>('GET', path)
export const post = <T>(path: string, body: unknown = {}) => call<T>('POST', path, body)
export const put = <T>(path: string, body: unknown = {}) => call<T>('PUT', path, body)
