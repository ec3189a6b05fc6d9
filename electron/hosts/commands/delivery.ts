import { z } from 'zod'
import { inputIssuesOf } from '#electron/desk/input-issues.ts'
import {
  type DeliveryContent,
  type DeliveryEntry,
  type DeliverySettings,
  mailInputSchema,
  recipientSchema,
  scheduleInputSchema,
  smsInputSchema,
  telegramInputSchema,
} from '#shared/contract/delivery-schemas.ts'
import {
  type Command,
  type CommandGroup,
  type Invocation,
  Refusal,
  requiredTextOf,
  UsageError,
  wholeNumberOf,
} from '../command.ts'
import { readJsonFile } from '../read-input.ts'
import { withDesk } from '../with-desk.ts'

const show: Command = {
  summary: 'who gets what by which way, and when the owner is warned',
  flags: {},
  async run(invocation) {
    return printedSettings(invocation, await withDesk(invocation, (client) => client.delivery.settings()))
  },
}

/** What the file may hold; the rest of each shape is judged by the desk, with its place. */
const fileSchema = z.strictObject({
  email: mailInputSchema.nullable().optional(),
  telegram: telegramInputSchema.nullable().optional(),
  sms: smsInputSchema.nullable().optional(),
  recipients: z.array(recipientSchema).optional(),
  schedule: scheduleInputSchema.optional(),
})

const set: Command = {
  summary: 'sets up ways, recipients and hours from a file; what it leaves out stays',
  flags: {
    file: {
      type: 'string',
      value: 'FILE',
      help: `JSON with ${Object.keys(fileSchema.shape).join(', ')}; as "delivery show --json" tells, with password, token, secret`,
    },
  },
  async run(invocation) {
    const file = requiredTextOf(invocation, 'file')
    const parsed = fileSchema.safeParse(await readJsonFile(file))
    if (!parsed.success)
      throw new Refusal('BAD_INPUT', `${file} does not describe deliveries; nothing was changed.`, {
        issues: inputIssuesOf(parsed.error.issues),
      })
    const { email, telegram, sms, recipients, schedule } = parsed.data
    const settings = await withDesk(invocation, async ({ delivery: desk }) => {
      if (email !== undefined) await desk.setEmail({ email })
      if (telegram !== undefined) await desk.setTelegram({ telegram })
      if (sms !== undefined) await desk.setSms({ sms })
      if (schedule !== undefined) await desk.setSchedule(schedule)
      if (recipients !== undefined) await desk.setRecipients({ recipients })
      return desk.settings()
    })
    return printedSettings(invocation, settings)
  },
}

const list: Command = {
  summary: 'the latest deliveries, newest first, and why one has not arrived',
  flags: { limit: { type: 'string', value: 'N', help: 'how many, 50 without it' } },
  async run(invocation) {
    const limit = wholeNumberOf(invocation, 'limit', { min: 1, max: 500 }) ?? 50
    return printedList(invocation, await withDesk(invocation, (client) => client.delivery.list({ limit })))
  },
}

const run: Command = {
  summary: 'looks at the clock and delivers everything that waits, once; for a desk that is not left running',
  flags: {},
  async run(invocation) {
    return printedList(invocation, await withDesk(invocation, (client) => client.delivery.run()))
  },
}

const test: Command = {
  summary: 'sends a word to one recipient now, and says how it went',
  flags: { to: { type: 'string', value: 'NAME', help: 'as "delivery show" names him; his id does as well' } },
  async run(invocation) {
    const named = requiredTextOf(invocation, 'to')
    const entry = await withDesk(invocation, async (client) => {
      const { recipients } = await client.delivery.settings()
      const [recipient, another] = recipients.filter(({ id, name }) => id === named || name === named)
      if (recipient === undefined)
        throw new Refusal('NOT_FOUND', `There is no recipient "${named}". "qabyl delivery show" names them.`)
      if (another !== undefined) throw new UsageError(`Two recipients are called "${named}": give the id.`)
      return client.delivery.test({ recipientId: recipient.id })
    })
    return printedEntry(invocation, entry)
  },
}

const tryAgain: Command = {
  summary: 'sends one that failed or waits once more, now',
  flags: {},
  positionals: ['DELIVERY-ID'],
  async run(invocation) {
    const [deliveryId = ''] = invocation.positionals
    return printedEntry(invocation, await withDesk(invocation, (client) => client.delivery.tryAgain({ deliveryId })))
  },
}

/** Reports and warnings that leave the desk, for a desk without a screen. */
export const delivery: CommandGroup = {
  summary: 'reports and warnings to people who are not at the desk: who, what, and whether it arrived',
  commands: new Map([
    ['show', show],
    ['set', set],
    ['list', list],
    ['run', run],
    ['test', test],
    ['try-again', tryAgain],
  ]),
}

function printedSettings(invocation: Invocation, settings: DeliverySettings): 0 {
  const { recipients, ladder, summaryAt, email, telegram, sms } = settings
  const ways = [
    email === null ? 'no mail server' : `mail server  ${email.host}:${email.port} (${email.security})`,
    telegram === null ? 'no Telegram bot' : `Telegram bot  ${telegram.apiUrl}`,
    sms === null ? 'no SMS gateway' : `SMS gateway  ${sms.method} ${sms.url}`,
  ]
  const lines = [
    ...recipients.map((recipient) => {
      const gets = GETS.filter((what) => recipient[what]).map((what) => WORDS[what])
      return `${recipient.name}  ${recipient.way}  ${recipient.address}  ${gets.join(', ') || 'nothing'}`
    }),
    ...(recipients.length === 0 ? ['nobody gets anything'] : []),
    ...ladder.map(({ when, at }) => `warns  ${when.replaceAll('_', ' ')}  ${at}`),
    `summaries  on Monday and on the first, ${summaryAt}`,
    ...ways,
  ]
  invocation.print(settings, lines.join('\n'))
  return 0
}

const GETS = ['dayReport', 'weekly', 'monthly', 'warnings'] as const
const WORDS = { dayReport: 'report of the day', weekly: 'weekly summary', monthly: 'monthly summary', warnings: 'warnings' }

function printedList(
  invocation: Invocation,
  listed: { readonly deliveries: readonly DeliveryEntry[]; readonly failed: number },
): 0 | 1 {
  const lines = listed.deliveries.length === 0 ? ['nothing was sent yet'] : listed.deliveries.map(lineOf)
  if (listed.failed > 0) lines.push(`${listed.failed} did not reach anybody: "qabyl delivery try-again ID"`)
  invocation.print(listed, lines.join('\n'))
  return listed.failed === 0 ? 0 : 1
}

function printedEntry(invocation: Invocation, entry: DeliveryEntry): 0 | 1 {
  invocation.print(entry, lineOf(entry))
  return entry.state === 'done' ? 0 : 1
}

function lineOf({ id, createdAt, way, recipientName, content, state, cause, mayHaveArrived }: DeliveryEntry): string {
  const why = cause === null ? '' : `  ${cause.replaceAll('_', ' ')}`
  const doubt = mayHaveArrived ? ', may have arrived' : ''
  return `${createdAt}  ${state.padEnd(9)}  ${way.padEnd(8)}  ${recipientName}  ${contentInWords(content)}${why}${doubt}  ${id}`
}

function contentInWords(content: DeliveryContent): string {
  switch (content.kind) {
    case 'day_report':
      return `report ${content.date} ${content.format}`
    case 'summary':
      return `summary ${content.from} to ${content.to} ${content.format}`
    case 'warning':
      return `warning: ${content.overdue} overdue, ${content.today} today, ${content.tomorrow} tomorrow`
    case 'solved':
      return 'all clear'
    case 'test':
      return 'test'
  }
}
