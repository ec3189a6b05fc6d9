import type { DeliverySettings } from '#shared/contract/delivery-schemas.ts'

type Sms = DeliverySettings['sms']

/** The form of a gateway: texts as they stand in its fields. */
export interface SmsDraft {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** One to a line, `Name: value`. */
  readonly headers: string
  readonly body: string
  readonly expectedText: string
  /** Empty = as it is. */
  readonly secret: string
}

export function smsDraftOf(sms: Sms): SmsDraft {
  return {
    method: sms?.method ?? 'POST',
    url: sms?.url ?? '',
    headers: sms?.headers.map(({ name, value }) => `${name}: ${value}`).join('\n') ?? 'Content-Type: application/json',
    body: sms?.body ?? '',
    expectedText: sms?.expectedText ?? '',
    secret: '',
  }
}

/** A line without a colon is a header without a value: the desk says which one is wrong. */
export function smsInputOf({ headers, body, expectedText, secret, url, method }: SmsDraft, before: Sms) {
  return {
    method,
    url: url.trim(),
    headers: headers
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', ...value] = line.split(':')
        return { name: name.trim(), value: value.join(':').trim() }
      }),
    body: body.trim() === '' ? null : body,
    expectedStatus: before?.expectedStatus ?? null,
    expectedText: expectedText === '' ? null : expectedText,
    ...(secret === '' ? {} : { secret }),
  }
}
