import { z } from 'zod'
import type { Store } from '#electron/store/store.ts'
import {
  DEFAULT_LADDER,
  type DeliverySettings,
  type LadderStep,
  ladderStepSchema,
  mailInputSchema,
  type Recipient,
  recipientSchema,
  smsInputSchema,
  telegramInputSchema,
} from '#shared/contract/delivery-schemas.ts'
import type { MailServer } from './ways/email.ts'
import type { SmsGateway } from './ways/sms.ts'
import type { TelegramBot } from './ways/telegram.ts'

/** How this property delivers, in table `setting` of the encrypted register. Secrets are read here and by the ways, and by nobody else. */

const EMAIL = 'delivery.email'
const TELEGRAM = 'delivery.telegram'
const SMS = 'delivery.sms'
const RECIPIENTS = 'delivery.recipients'
const SCHEDULE = 'delivery.schedule'

const mailServerSchema = mailInputSchema
  .required()
  .extend({ password: z.string().nullable(), authority: z.string().nullable() })
const telegramBotSchema = telegramInputSchema.required().extend({ token: z.string() })
const smsGatewaySchema = smsInputSchema.required().extend({ secret: z.string().nullable() })
const scheduleSchema = z.object({ ladder: z.array(ladderStepSchema), summaryAt: z.string() })

type Settings = { readonly store: Pick<Store, 'settings'> }

export interface Schedule {
  readonly ladder: readonly LadderStep[]
  /** `HH:mm`, hotel-local. */
  readonly summaryAt: string
}

export function mailServer({ store }: Settings): MailServer | undefined {
  return store.settings.get(EMAIL, mailServerSchema.nullable()) ?? undefined
}

export function telegramBot({ store }: Settings): TelegramBot | undefined {
  return store.settings.get(TELEGRAM, telegramBotSchema.nullable()) ?? undefined
}

export function smsGateway({ store }: Settings): SmsGateway | undefined {
  return store.settings.get(SMS, smsGatewaySchema.nullable()) ?? undefined
}

export function recipientsOf({ store }: Settings): readonly Recipient[] {
  return store.settings.get(RECIPIENTS, z.array(recipientSchema)) ?? []
}

export function scheduleOf({ store }: Settings): Schedule {
  return store.settings.get(SCHEDULE, scheduleSchema) ?? { ladder: DEFAULT_LADDER, summaryAt: '09:00' }
}

export function saveMailServer({ store }: Settings, server: MailServer | null): void {
  store.settings.set(EMAIL, server)
}

export function saveTelegramBot({ store }: Settings, bot: TelegramBot | null): void {
  store.settings.set(TELEGRAM, bot)
}

export function saveSmsGateway({ store }: Settings, gateway: SmsGateway | null): void {
  store.settings.set(SMS, gateway)
}

export function saveRecipients({ store }: Settings, recipients: readonly Recipient[]): void {
  store.settings.set(RECIPIENTS, recipients)
}

export function saveSchedule({ store }: Settings, schedule: Schedule): void {
  store.settings.set(SCHEDULE, schedule)
}

/** As people see it: of a secret only whether there is one. */
export function settingsView(settings: Settings, printers: readonly string[] | null): DeliverySettings {
  const email = mailServer(settings)
  const telegram = telegramBot(settings)
  const sms = smsGateway(settings)
  const { ladder, summaryAt } = scheduleOf(settings)
  return {
    email: email === undefined ? null : emailView(email),
    telegram: telegram === undefined ? null : { apiUrl: telegram.apiUrl, hasToken: telegram.token !== '' },
    sms: sms === undefined ? null : smsView(sms),
    printers: printers === null ? null : [...printers],
    recipients: [...recipientsOf(settings)],
    ladder: [...ladder],
    summaryAt,
  }
}

function emailView({ password, authority, ...open }: MailServer): NonNullable<DeliverySettings['email']> {
  return { ...open, hasPassword: password !== null, hasAuthority: authority !== null }
}

function smsView({ secret, headers, ...open }: SmsGateway): NonNullable<DeliverySettings['sms']> {
  return { ...open, headers: headers.map((header) => ({ ...header })), hasSecret: secret !== null }
}
