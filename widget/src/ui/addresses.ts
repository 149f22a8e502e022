/** Only pages and pictures: never `javascript:` and the like, whatever a message says. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address, globalThis.location?.href)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}

export interface Piece {
  text: string
  address?: string
}

const WEB_ADDRESS = /https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/g

/** Splits a text into plain pieces and web addresses; trailing punctuation belongs to the sentence. */
export function splitAddresses(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(WEB_ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '')
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: address, address })
    from = match.index + address.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
