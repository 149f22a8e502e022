type Value = string | number | null | undefined

/** A table as spreadsheets read it: with a mark for UTF-8, and nothing in a cell that would be taken for a formula. */
export function csvOf(lines: Value[][]): string {
  return '\ufeff' + lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(value: Value): string {
  const text = value == null ? '' : String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function keepFile(name: string, text: string, type = 'text/csv') {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
