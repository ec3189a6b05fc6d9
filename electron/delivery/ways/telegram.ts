import { z } from 'zod'
import type { HttpAnswer } from '#electron/channels/migration-api/http-client.ts'
import { notSent, type Send, type SendOutcome } from '../message.ts'
import { ask, outcomeOfStatus, type WayOut } from './http-way.ts'

/** The property's bot. */
export interface TelegramBot {
  /** `https://api.telegram.org`, or a server of the property's own. */
  readonly apiUrl: string
  readonly token: string
}

/** Longest text the service takes. */
const LONGEST_TEXT = 4096

const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.object({ message_id: z.number().int() }) }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().int(),
    parameters: z.object({ retry_after: z.number().nonnegative() }).partial().optional(),
  }),
])

/** One text to one chat (`sendMessage`, core.telegram.org/bots/api). The token stands in the path: it is never logged. */
export function telegramSender(bot: TelegramBot, way: WayOut): Send {
  return (message, chat, signal) => {
    const body = { chat_id: chat, text: message.text.slice(0, LONGEST_TEXT), link_preview_options: { is_disabled: true } }
    const request = {
      method: 'POST',
      path: `/bot${bot.token}/sendMessage`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    } as const
    return ask(way, bot.apiUrl, request, signal, read)
  }
}

function read(answer: HttpAnswer): SendOutcome {
  const parsed = answerSchema.safeParse(jsonOf(answer.bytes))
  if (!parsed.success) {
    // Success without the service's own words is a portal in between, or a proxy.
    return answer.status < 300 ? { kind: 'unknown', cause: 'unreadable_answer' } : outcomeOfStatus(answer)
  }
  const { data } = parsed
  if (data.ok) return { kind: 'done', place: String(data.result.message_id) }
  const retryAfterS = data.parameters?.retry_after
  switch (data.error_code) {
    case 429:
      return notSent('rate_limited', retryAfterS === undefined ? answer.retryAfterMs : retryAfterS * 1000)
    // Revoked, or mistyped: to a token it does not know the service says 404.
    case 401:
    case 404:
      return { kind: 'refused', cause: 'sign_in_refused' }
    // No such chat, or its owner has not started the bot, or has blocked it.
    case 400:
    case 403:
      return { kind: 'refused', cause: 'address_refused' }
    default:
      return outcomeOfStatus(answer)
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
