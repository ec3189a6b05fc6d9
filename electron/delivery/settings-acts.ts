import type { z } from 'zod'
import { isAuthorityText } from '#electron/channels/migration-api/transport-security.ts'
import type { Caller } from '#electron/desk/caller.ts'
import { badInput } from '#electron/desk/desk-error.ts'
import { requireWatchable } from '#electron/desk/filing/watch/folders.ts'
import type { Register } from '#electron/desk/register.ts'
import {
  type DeliverySettings,
  FILE_WAYS,
  type mailInputSchema,
  type Recipient,
  type scheduleInputSchema,
  type smsInputSchema,
  type telegramInputSchema,
  WARNING_WAYS,
} from '#shared/contract/delivery-schemas.ts'
import type { Delivery } from './delivery.ts'
import {
  mailServer,
  recipientsOf,
  saveMailServer,
  saveRecipients,
  saveSchedule,
  saveSmsGateway,
  saveTelegramBot,
  settingsView,
  smsGateway,
  telegramBot,
} from './delivery-settings.ts'
import { beginReports } from './plan-reports.ts'

export interface Acts {
  readonly register: Register
  readonly delivery: Delivery
  readonly caller: Caller
}

export async function deliverySettings({ register, delivery }: Pick<Acts, 'register' | 'delivery'>): Promise<DeliverySettings> {
  return settingsView(register, await delivery.printer.names())
}

/** Throws `BAD_INPUT` for a password over a line anybody may read, and for a certificate that is none. */
export function setEmail(acts: Acts, email: z.infer<typeof mailInputSchema> | null): Promise<DeliverySettings> {
  const before = mailServer(acts.register)
  if (email === null) return saved(acts, 'email', null, () => saveMailServer(acts.register, null))
  if (email.security === 'none' && email.user !== null && !email.allowsPlainSignIn)
    throw badInput('email.security', 'plain_sign_in', 'Without encryption the password could be read by anybody on the way.')
  const authority = kept(email.authority, before?.authority)
  if (authority !== null && !isAuthorityText(authority))
    throw badInput(
      'email.authority',
      'wrong_format',
      'The authority is a file with PEM certificates (-----BEGIN CERTIFICATE-----).',
    )
  const server = { ...email, authority, password: kept(email.password, before?.password) }
  const { host, port, security } = server
  return saved(acts, 'email', { host, port, security }, () => saveMailServer(acts.register, server))
}

/** Throws `BAD_INPUT` without a token, and for an address that is not https (http on this PC alone). */
export function setTelegram(acts: Acts, telegram: z.infer<typeof telegramInputSchema> | null): Promise<DeliverySettings> {
  if (telegram === null) return saved(acts, 'telegram', null, () => saveTelegramBot(acts.register, null))
  requireSafeAddress(telegram.apiUrl, 'telegram.apiUrl')
  const token = kept(telegram.token, telegramBot(acts.register)?.token)
  if (token === null) throw badInput('telegram.token', 'required', 'The bot needs its key.')
  // Stands in the path of each request.
  if (!/^[\w:-]+$/.test(token))
    throw badInput('telegram.token', 'wrong_format', 'A key is figures, a colon, letters and figures.')
  const bot = { apiUrl: telegram.apiUrl.replace(/\/+$/, ''), token }
  return saved(acts, 'telegram', { origin: new URL(bot.apiUrl).origin }, () => saveTelegramBot(acts.register, bot))
}

/** Throws `BAD_INPUT` for a request that would carry no phone or no text, and for headers and addresses that are none. */
export function setSms(acts: Acts, sms: z.infer<typeof smsInputSchema> | null): Promise<DeliverySettings> {
  if (sms === null) return saved(acts, 'sms', null, () => saveSmsGateway(acts.register, null))
  const url = URL.parse(sms.url.replaceAll(/\{(phone|text|secret)\}/g, 'x'))
  if (url === null) throw badInput('sms.url', 'wrong_format', 'The address begins with https://.')
  requireSafeAddress(url.href, 'sms.url')
  const carried = sms.url + (sms.body ?? '')
  if (!carried.includes('{text}'))
    throw badInput('sms.body', 'no_placeholder', '{text} stands neither in the address nor in the body.')
  if (!(carried + sms.headers.map(({ value }) => value).join()).includes('{phone}'))
    throw badInput('sms.body', 'no_placeholder', '{phone} stands neither in the address nor in the body.')
  for (const [index, { name, value }] of sms.headers.entries()) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\x20-\x7e]/.test(value))
      throw badInput(`sms.headers.${index}`, 'wrong_format', 'A header is a name and one line of ASCII.')
  }
  const gateway = { ...sms, secret: kept(sms.secret, smsGateway(acts.register)?.secret) }
  return saved(acts, 'sms', { origin: url.origin }, () => saveSmsGateway(acts.register, gateway))
}

/** Throws `BAD_INPUT` at `recipients.<n>.<field>`. */
export function setRecipients(acts: Acts, recipients: readonly Recipient[]): Promise<DeliverySettings> {
  const checked = recipients.map((recipient, index) => {
    const path = `recipients.${index}`
    if (recipients.findIndex(({ id }) => id === recipient.id) !== index)
      throw badInput(`${path}.id`, 'already_used', 'This recipient stands in the list twice.')
    return checkedRecipient(recipient, path, acts.register.store.directory)
  })
  // Who is told what is in the journal, where they are reached is not.
  const facts = checked.map(({ id, name, way, dayReport, weekly, monthly, warnings }) => {
    return { id, name, way, dayReport, weekly, monthly, warnings }
  })
  const isFirst = recipientsOf(acts.register).length === 0
  return saved(acts, 'recipients', facts, () => {
    saveRecipients(acts.register, checked)
    if (isFirst) beginReports(acts.register)
  })
}

export function setSchedule(acts: Acts, schedule: z.infer<typeof scheduleInputSchema>): Promise<DeliverySettings> {
  const seen = new Set(schedule.ladder.map(({ when, at }) => `${when} ${at}`))
  if (seen.size !== schedule.ladder.length) throw badInput('ladder', 'already_used', 'A step stands in the ladder twice.')
  return saved(acts, 'schedule', schedule, () => saveSchedule(acts.register, schedule))
}

const TELEGRAM_CHAT = /^(-?\d{1,20}|@[A-Za-z]\w{4,31})$/
const PHONE = /^\+?\d{7,15}$/
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

function checkedRecipient(recipient: Recipient, path: string, dataDirectory: string): Recipient {
  const { way } = recipient
  const carriesFiles = FILE_WAYS.includes(way)
  if (!carriesFiles && (recipient.dayReport || recipient.weekly || recipient.monthly))
    throw badInput(`${path}.dayReport`, 'not_taken', 'This way carries no files.')
  if (!WARNING_WAYS.includes(way) && recipient.warnings)
    throw badInput(`${path}.warnings`, 'not_taken', 'Nobody is reached by a folder or a printer.')
  if (way === 'printer' && recipient.formats.some((format) => format !== 'pdf'))
    throw badInput(`${path}.formats`, 'not_taken', 'A printer takes PDF.')
  return { ...recipient, address: checkedAddress(recipient, `${path}.address`, dataDirectory) }
}

function checkedAddress({ way, address }: Recipient, path: string, dataDirectory: string): string {
  switch (way) {
    case 'folder':
      return requireWatchable(address, path, dataDirectory)
    case 'printer':
      if (/[\s/#]|^-/.test(address)) throw badInput(path, 'wrong_format', 'A printer’s name has no blanks and no slashes.')
      return address
    case 'email':
      if (address.length > 254 || !EMAIL.test(address)) throw badInput(path, 'wrong_format', 'One mail address, name@place.')
      return address
    case 'telegram':
      if (!TELEGRAM_CHAT.test(address)) throw badInput(path, 'wrong_format', 'The number of a chat, or @channel.')
      return address
    case 'sms': {
      const number = address.replaceAll(/[\s()-]/g, '')
      if (!PHONE.test(number)) throw badInput(path, 'wrong_format', 'A phone number with its country code.')
      return number
    }
  }
}

/** Keys and counts do not travel in clear text; a relay on this very PC may speak http. */
function requireSafeAddress(address: string, path: string): void {
  const { protocol, hostname } = new URL(address)
  const isThisPc = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisPc))
    throw badInput(path, 'wrong_format', 'The address begins with https://.')
}

/** A secret left out stays; `null` takes it away. */
function kept(given: string | null | undefined, before: string | null | undefined): string | null {
  return given === undefined ? (before ?? null) : given
}

/** One change in one transaction, with its entry in the journal. What waited may go at once. */
async function saved(acts: Acts, what: string, details: unknown, save: () => void): Promise<DeliverySettings> {
  const { register, delivery, caller } = acts
  register.write(() => {
    save()
    register.store.audit.append({
      actor: caller.actor,
      action: `delivery.${what}_set`,
      subject: null,
      stayId: null,
      details: { [what]: details },
    })
  })
  register.changed(['delivery'], null)
  delivery.wake()
  return deliverySettings(acts)
}
