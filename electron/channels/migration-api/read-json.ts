import type { HttpAnswer } from './http-client.ts'

const JSON_TYPES: readonly string[] = ['application/json', 'application/problem+json']

/** Strips a byte order mark, which services in the field send although JSON has none, and refuses what is no UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The answer as JSON; `undefined` when it is not called JSON or does not parse – which proves nothing about what was sent. */
export function readJson(answer: HttpAnswer): unknown {
  if (!JSON_TYPES.includes(answer.mediaType)) return undefined
  const text = decode(answer.bytes)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
