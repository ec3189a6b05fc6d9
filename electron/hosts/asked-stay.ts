import type { z } from 'zod'
import { inputIssuesOf } from '#electron/desk/input-issues.ts'
import type { InputIssue } from '#shared/contract/errors.ts'
import { calculationInputSchema } from '#shared/contract/law-schemas.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { DOCUMENT_TYPES } from '#shared/domain/guest.ts'
import { parseArrival } from '#shared/regulation/parse-arrival.ts'
import { type Flag, type Invocation, Refusal, textOf, textsOf, UsageError } from './command.ts'

/** What of a stay may be asked about, by flag; each stands for a field of the contract's calculation. */
const FIELD_OF_FLAG = {
  citizenship: 'citizenship',
  entry: 'borderEntry',
  departure: 'departure',
  'issuing-state': 'issuingState',
  'document-type': 'documentType',
  'document-number': 'documentNumber',
  'visa-until': 'visaValidUntil',
  'document-expiry': 'documentExpiry',
} as const satisfies Readonly<Record<string, keyof z.input<typeof calculationInputSchema>>>

export const STAY_FLAGS: Readonly<Record<keyof typeof FIELD_OF_FLAG | 'earlier', Flag>> = {
  citizenship: { type: 'string', value: 'CODE', help: 'as in the document, RUS: then every clock of the stay is listed' },
  entry: { type: 'string', value: 'DATE', help: 'day the border of Kazakhstan was crossed' },
  departure: { type: 'string', value: 'DATE', help: 'day the guest means to leave the property' },
  'issuing-state': { type: 'string', value: 'CODE', help: 'who issued the document, where that is another' },
  'document-type': { type: 'string', value: 'TYPE', help: DOCUMENT_TYPES.join(', ') },
  'document-number': { type: 'string', value: 'NUMBER', help: 'tells a Hong Kong or Macao passport; kept nowhere' },
  'visa-until': { type: 'string', value: 'DATE', help: 'last day of the visa' },
  'document-expiry': { type: 'string', value: 'DATE', help: 'last day of the document' },
  earlier: { type: 'string', multiple: true, value: 'FROM..TO', help: 'an earlier presence in the country, both days count' },
}

export interface AskedStay {
  readonly input: z.output<typeof calculationInputSchema>
  /** Something about the guest was told, so all clocks are asked for and not the notice alone. */
  readonly hasGuest: boolean
}

/** What the flags tell about the guest. */
export function guestOfFlags(invocation: Invocation): Readonly<Record<string, unknown>> {
  const told = Object.entries(FIELD_OF_FLAG).flatMap(([flag, field]) => {
    const text = textOf(invocation, flag)
    return text === undefined ? [] : [[field, text] as const]
  })
  const earlier = textsOf(invocation, 'earlier').map((text) => {
    const [, from, to] = /^([^.]+)\.\.([^.]+)$/.exec(text) ?? []
    if (from === undefined || to === undefined) throw new UsageError('--earlier is FROM..TO, e.g. 2026-03-01..2026-03-20.')
    return { from, to }
  })
  return { ...Object.fromEntries(told), ...(earlier.length === 0 ? {} : { earlier }) }
}

/**
 * A stay as it was asked about: `arrival` in any way a day or an instant is written, everything else by the names of the contract.
 * Throws `Refusal` with the place of everything wrong; no value is repeated, which may be a guest's.
 */
export function readAskedStay(told: Readonly<Record<string, unknown>>, zone: string): AskedStay {
  const { arrival, ...guest } = told
  const day = parseArrival(typeof arrival === 'string' ? arrival : '', zone)
  if (!day.ok) throw new Refusal('BAD_INPUT', day.error.message, { issues: [day.error] })
  const codes = [readCode('citizenship', guest), readCode('issuingState', guest)]
  const parsed = calculationInputSchema.safeParse({
    ...guest,
    ...Object.assign({}, ...codes.map(({ fields }) => fields)),
    arrival: day.value,
  })
  const issues = [
    ...codes.flatMap(({ issues: found }) => found),
    ...(parsed.success ? orderIssues(parsed.data) : inputIssuesOf(parsed.error.issues)),
  ]
  if (!parsed.success || issues.length > 0) {
    throw new Refusal('BAD_INPUT', 'The stay was not understood.', { issues })
  }
  return { input: parsed.data, hasGuest: Object.keys(guest).length > 0 }
}

/** A code as documents write it, two letters and the German `D` among them. */
function readCode(field: 'citizenship' | 'issuingState', guest: Readonly<Record<string, unknown>>) {
  const text = guest[field]
  if (typeof text !== 'string') return { fields: {}, issues: [] }
  const code = parseCitizenship(text)
  return code.ok
    ? { fields: { [field]: code.value }, issues: [] }
    : { fields: { [field]: null }, issues: [{ path: field, code: 'unknown_code', message: code.error.message }] }
}

function orderIssues({ arrival, departure, earlier }: AskedStay['input']): readonly InputIssue[] {
  const departureIssues =
    departure !== null && departure < arrival
      ? [{ path: 'departure', code: 'departure_before_arrival', message: 'The departure is before the arrival.' }]
      : []
  const earlierIssues = earlier.flatMap(({ from, to }, index) =>
    to < from
      ? [{ path: `earlier.${index}.to`, code: 'departure_before_arrival', message: 'The last day is before the first.' }]
      : [],
  )
  return [...departureIssues, ...earlierIssues]
}
