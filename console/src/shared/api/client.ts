import { noteServerTime } from '../time/clock'

/** A refusal of the application (problem+json) or a failure on the way to it. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly zh: string
  readonly en: string

  constructor(status: number, code: string, zh: string, en: string) {
    super(`${code}: ${en}`)
    this.status = status
    this.code = code
    this.zh = zh
    this.en = en
  }

  static unreachable() {
    return new ApiProblem(0, 'network.unreachable', '连接不上服务器，请检查网络', 'The server cannot be reached')
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export function api<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const isReady = body instanceof FormData || body instanceof Blob
  return send(method, path, {
    body: body === undefined ? undefined : isReady ? body : JSON.stringify(body),
    // The browser itself says what a form or a file is.
    headers: body === undefined || isReady ? {} : { 'Content-Type': 'application/json' },
    signal,
  })
}

async function send<T>(method: Method, path: string, init: RequestInit): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', ...(init.headers as Record<string, string>) }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = csrfToken()
  let response: Response
  try {
    response = await fetch(path, { ...init, method, headers, credentials: 'same-origin' })
  } catch (failure) {
    if (init.signal?.aborted) throw failure
    throw ApiProblem.unreachable()
  }
  noteServerTime(response.headers.get('Date'))
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = await response.json().catch(() => ({}))
  const code = problem.code ?? `http.${response.status}`
  const zh = problem.detail ?? problem.title ?? '服务暂时没有响应'
  return new ApiProblem(response.status, code, zh, problem.detailEn ?? problem.title ?? 'The service did not answer')
}

function csrfToken(): string {
  const found = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/)
  return found?.[1] ? decodeURIComponent(found[1]) : ''
}

export function query(parameters: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}
