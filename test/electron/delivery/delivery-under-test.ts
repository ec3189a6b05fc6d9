import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { DeskProcessOptions } from '#electron/desk/desk-process.ts'
import type { PropertyInput } from '#electron/desk/training/sample-property.ts'
import type { Recipient } from '#shared/contract/delivery-schemas.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { startedDesk } from '../desk/desk-under-test.ts'

const sentSchema = z.object({ chat_id: z.string(), text: z.string() })
export type SentText = z.infer<typeof sentSchema>

/** How the service answers a text; `hang_up` = takes it and ends the call, `never` = takes it and says nothing. */
export type Answer = 'ok' | 'hang_up' | 'never' | 'busy' | 'ten_minutes' | 'no_such_chat'

/** Telegram as a real server on this PC. */
export async function startedTelegram() {
  const texts: SentText[] = []
  let answer: Answer = 'ok'
  let heard = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    json(request).then(
      (body) => {
        if (answer === 'busy') return response.writeHead(503).end()
        if (answer === 'no_such_chat')
          return response.writeHead(400, { 'content-type': 'application/json' }).end('{"ok":false,"error_code":400}')
        if (answer === 'ten_minutes')
          return response.writeHead(429).end('{"ok":false,"error_code":429,"parameters":{"retry_after":600}}')
        texts.push(sentSchema.parse(body))
        heard.resolve()
        heard = Promise.withResolvers()
        if (answer === 'never') return undefined
        if (answer === 'hang_up') return response.destroy()
        const taken = { ok: true, result: { message_id: texts.length } }
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(taken))
      },
      () => undefined,
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    texts,
    /** When the next text has come. */
    next: () => heard.promise,
    answers(how: Answer) {
      answer = how
    },
  }
}

const OWNER_ID = '0199a1d0-0000-7000-8000-00000000aaaa'

export function recipient(change: Partial<Recipient> = {}): Recipient {
  return {
    id: OWNER_ID,
    name: 'Владелец',
    way: 'telegram',
    address: '77',
    language: 'ru',
    dayReport: false,
    weekly: false,
    monthly: false,
    formats: ['pdf'],
    warnings: true,
    ...change,
  }
}

/** A real desk whose owner is reached by Telegram. */
export async function warnedDesk(property: Partial<PropertyInput> = {}, options: Partial<DeskProcessOptions> = {}) {
  const telegram = await startedTelegram()
  const started = await startedDesk(property, options)
  await started.client.delivery.setTelegram({ telegram: { apiUrl: telegram.apiUrl, token: '1:a' } })
  await started.client.delivery.setRecipients({ recipients: [recipient()] })
  await started.client.delivery.run()
  telegram.texts.length = 0
  return {
    ...started,
    telegram,
    /** Looks at the clock and delivers. */
    async look() {
      await started.client.delivery.run()
    },
    /** Time goes on to a moment on the wall of the hotel; the desk looks every quarter of an hour. */
    async until(local: string) {
      const { clock } = started.ports
      while (localDateTimeOf(clock.now(), 'Asia/Almaty') < local) {
        clock.advance(15 * 60_000)
        await started.client.delivery.run()
      }
    },
  }
}
