import type { HttpAnswer } from '#electron/channels/migration-api/http-client.ts'
import type { Send, SendOutcome } from '../message.ts'
import { ask, outcomeOfStatus, type WayOut } from './http-way.ts'

/** A gateway of any provider that is spoken to over HTTP. `{phone}`, `{text}` and `{secret}` are filled in wherever they stand. */
export interface SmsGateway {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly body: string | null
  /** `null` = 200 to 299. */
  readonly expectedStatus: number | null
  /** Must stand in the answer; `null` = the status alone tells. */
  readonly expectedText: string | null
  readonly secret: string | null
}

type Values = Readonly<Record<'phone' | 'text' | 'secret', string>>

export function smsSender(gateway: SmsGateway, way: WayOut): Send {
  return async (message, phone, signal) => {
    const values = { phone, text: message.short, secret: gateway.secret ?? '' }
    const url = URL.parse(filled(gateway.url, values, encodeURIComponent))
    if (url === null) return { kind: 'refused', cause: 'not_set_up' }
    const headers = Object.fromEntries(gateway.headers.map(({ name, value }) => [name, filled(value, values, inHeader)]))
    const type = gateway.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? ''
    const body = gateway.body === null ? null : filled(gateway.body, values, writerOf(type))
    const request = { method: gateway.method, path: url.pathname + url.search, headers, body }
    return ask(way, url.origin, request, signal, (answer) => read(gateway, answer))
  }
}

function filled(template: string, values: Values, write: (value: string) => string): string {
  return template.replaceAll(/\{(phone|text|secret)\}/g, (_all, name: keyof Values) => write(values[name]))
}

/** As the kind of body wants a value written. */
function writerOf(contentType: string): (value: string) => string {
  if (/json/i.test(contentType)) return (value) => JSON.stringify(value).slice(1, -1)
  if (/x-www-form-urlencoded/i.test(contentType)) return encodeURIComponent
  if (/xml/i.test(contentType)) return (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return (value) => value
}

/** One line of ASCII: anything else would end the header, or the request. */
function inHeader(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]/g, '')
}

function read({ expectedStatus, expectedText }: SmsGateway, answer: HttpAnswer): SendOutcome {
  const isStatusRight = expectedStatus === null ? answer.status >= 200 && answer.status < 300 : answer.status === expectedStatus
  if (!isStatusRight) {
    // A success of another kind than the provider promises: it said something, and nobody knows what.
    return answer.status < 300 ? { kind: 'unknown', cause: 'unreadable_answer' } : outcomeOfStatus(answer)
  }
  if (expectedText === null || answer.bytes.toString('utf8').includes(expectedText)) return { kind: 'done', place: null }
  // 200 and "error": no money left, a number it does not like. A page of somebody in between is no answer of the gateway's.
  return answer.mediaType === 'text/html'
    ? { kind: 'unknown', cause: 'unreadable_answer' }
    : { kind: 'refused', cause: 'content_refused' }
}
