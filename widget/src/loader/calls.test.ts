import { describe, expect, it, vi } from 'vitest'
import { type Call, takeOver, type Verbs } from './calls'

function verbs() {
  const heard: unknown[][] = []
  const verb = (name: string) => (...rest: unknown[]) => void heard.push([name, ...rest])
  return {
    heard,
    verbs: Object.fromEntries(['identify', 'page', 'product', 'track', 'open', 'close', 'toggle', 'reset'].map((name) => [name, verb(name)])) as unknown as Verbs,
  }
}

describe('window.Huixiang', () => {
  it('makes up for calls the page made before the script was there, in order', () => {
    const stub = Object.assign((..._call: Call) => undefined, { q: [['page', { title: '首页' }], ['open']] as Call[] })
    const view: Parameters<typeof takeOver>[0] = { Huixiang: stub }
    const { heard, verbs: all } = verbs()
    takeOver(view, all)
    view.Huixiang?.('close')
    expect(heard.map(([name]) => name)).toEqual(['page', 'open', 'close'])
  })

  it('never throws at the shop, whatever it calls', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const view: Parameters<typeof takeOver>[0] = {}
    const { verbs: all } = verbs()
    all.open = () => { throw new Error('no') }
    takeOver(view, all)
    view.Huixiang?.('constructor')
    view.Huixiang?.('open')
    expect(warn).toHaveBeenCalledTimes(2)
    warn.mockRestore()
  })
})
