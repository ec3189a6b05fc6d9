/**
 * The redacted exchange as it stands under an attempt: the request line, the status and what was kept of the answer. A text that is
 * not an exchange of ours is shown as it is.
 */
export function rawInWords(raw: string): string {
  const exchange = exchangeIn(raw)
  if (exchange === undefined) return raw
  const { method, path, status, answer } = exchange
  return [`${method} ${path}`, status === null ? null : String(status), answer].filter((part) => part !== null).join(' · ')
}

interface Exchange {
  readonly method: string
  readonly path: string
  readonly status: number | null
  readonly answer: string | null
}

function exchangeIn(raw: string): Exchange | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    if (typeof value !== 'object' || value === null || !('method' in value) || !('path' in value)) return undefined
    const status = 'status' in value && typeof value.status === 'number' ? value.status : null
    const answer = 'answer' in value && typeof value.answer === 'string' ? value.answer : null
    return { method: String(value.method), path: String(value.path), status, answer }
  } catch {
    return undefined
  }
}
