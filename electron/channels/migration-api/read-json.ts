import type { HttpAnswer } from './http-client.ts'

const JSON_TYPES: readonly string[] = ['application/json', 'application/problem+json']

/** The answer as JSON; `undefined` when it is not called JSON or does not parse – which proves nothing about what was sent. */
export function readJson(answer: HttpAnswer): unknown {
  if (!JSON_TYPES.includes(answer.mediaType)) return undefined
  try {
    return JSON.parse(answer.bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
