import { Refusal, offline } from './protocol'

export type Fetch = typeof fetch

export interface Rest {
  get<T>(path: string): Promise<T>
  send<T>(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<T>
}

/** JSON over HTTP; every answer that is not a success becomes a Refusal. */
export function rest(token: () => string | null, fetching: Fetch = (input, init) => fetch(input, init)): Rest {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' }
    const bearer = token()
    if (bearer) headers.Authorization = `Bearer ${bearer}`
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    let response: Response
    try {
      response = await fetching(path, {
        method,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    } catch {
      throw offline()
    }
    const text = await response.text().catch(() => '')
    if (!response.ok) throw refusal(response.status, text)
    return (text ? JSON.parse(text) : undefined) as T
  }
  return {
    get: (path) => call('GET', path),
    send: (method, path, body) => call(method, path, body),
  }
}

export function refusal(status: number, text: string): Refusal {
  try {
    const problem = JSON.parse(text) as { code?: string; detail?: string; detailEn?: string; title?: string }
    if (problem.code) {
      const zh = problem.detail ?? problem.title ?? '出错了，请稍后再试'
      return new Refusal(problem.code, zh, problem.detailEn ?? zh, status)
    }
  } catch {
    // Not a problem document: a proxy's page, or nothing at all.
  }
  return new Refusal(`http.${status}`, '服务暂时不可用，请稍后再试', 'The service is not available right now, please try again later', status)
}
