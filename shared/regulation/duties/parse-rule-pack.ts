import { failed, ok, type Result } from '../../domain/result.ts'
import { CalendarFileReader } from '../calendar/calendar-file-reader.ts'
import { CONFIDENCES } from '../calendar/calendar-year.ts'
import type { RegulationIssue } from '../calendar/issue.ts'
import { DUTY_BINDS, DUTY_CERTAINTIES, DUTY_KINDS, DUTY_SEVERITIES, type DutyKind } from './duty.ts'
import { type Act, COUNTS_FROM, type CountedDays, type DutyRule, type ReminderRule, type RulePack } from './rule-pack.ts'

const PACK_KEYS = ['format', 'formatVersion', 'effectiveFrom', 'source', 'acts', 'repeals', 'duties']
const DUTY_KEYS = [
  'kind',
  'binds',
  'countsFrom',
  'days',
  'regimeDaysAtLeast',
  'remind',
  'severity',
  'certainty',
  'acts',
  'source',
  'confidence',
  'confidenceNote',
]

/**
 * Reads a rule pack at the border: a file of the program, or one that a later release imports. Everything wrong is named at once
 * with its place; keys it does not know are refused, because a misspelt one would silently lose a rule.
 */
export function parseRulePack(input: unknown): Result<RulePack, readonly RegulationIssue[]> {
  const reader = new CalendarFileReader('A rule pack')
  const file = reader.record('', input, PACK_KEYS)
  reader.oneOf('format', file['format'], ['qabyl-rule-pack'])
  reader.integer('formatVersion', file['formatVersion'], 1, 1)
  const effectiveFrom = reader.date('effectiveFrom', file['effectiveFrom'])
  const source = reader.text('source', file['source'])
  const acts = readActs(reader, file['acts'])
  const repeals = reader
    .list('repeals', file['repeals'])
    .map((kind, index) => reader.oneOf(`repeals.${index}`, kind, DUTY_KINDS))
  const bodies = reader.list('duties', file['duties']).map((duty, index) => readDuty(reader, `duties.${index}`, duty))
  if (reader.issues.length > 0 || effectiveFrom === undefined) return failed(reader.issues)
  const duties = bodies.map((body) => ({ ...body, id: `${body.kind.replaceAll('_', '-')}@${effectiveFrom}`, effectiveFrom }))
  const issues = findContradictions(acts, duties, repeals)
  return issues.length === 0 ? ok({ effectiveFrom, source, acts, duties, repeals }) : failed(issues)
}

function readActs(reader: CalendarFileReader, input: unknown): Readonly<Record<string, Act>> {
  const acts: [string, Act][] = []
  for (const { path, key, value } of reader.entries('acts', input)) {
    const act = reader.record(path, value, ['title', 'date', 'number', 'provision'])
    const title = reader.text(`${path}.title`, act['title'])
    const date = reader.date(`${path}.date`, act['date'])
    const number = orNull(act['number'], (text) => reader.text(`${path}.number`, text))
    const provision = orNull(act['provision'], (text) => reader.text(`${path}.provision`, text))
    if (date !== undefined) acts.push([key, { title, date, number, provision }])
  }
  return Object.fromEntries(acts)
}

function readDuty(reader: CalendarFileReader, path: string, input: unknown): Omit<DutyRule, 'id' | 'effectiveFrom'> {
  const duty = reader.record(path, input, DUTY_KEYS)
  return {
    kind: reader.oneOf(`${path}.kind`, duty['kind'], DUTY_KINDS),
    binds: reader.oneOf(`${path}.binds`, duty['binds'], DUTY_BINDS),
    countsFrom: reader.oneOf(`${path}.countsFrom`, duty['countsFrom'], COUNTS_FROM),
    days: orNull(duty['days'], (days) => readDays(reader, `${path}.days`, days)),
    regimeDaysAtLeast: orNull(duty['regimeDaysAtLeast'], (days) => reader.integer(`${path}.regimeDaysAtLeast`, days, 1, 366)),
    remind: orNull(duty['remind'], (remind) => readReminder(reader, `${path}.remind`, remind)),
    severity: reader.oneOf(`${path}.severity`, duty['severity'], DUTY_SEVERITIES),
    certainty: reader.oneOf(`${path}.certainty`, duty['certainty'], DUTY_CERTAINTIES),
    acts: reader.list(`${path}.acts`, duty['acts']).map((id, index) => reader.text(`${path}.acts.${index}`, id)),
    source: reader.text(`${path}.source`, duty['source']),
    confidence: reader.oneOf(`${path}.confidence`, duty['confidence'], CONFIDENCES),
    confidenceNote: reader.text(`${path}.confidenceNote`, duty['confidenceNote']),
  }
}

function readDays(reader: CalendarFileReader, path: string, input: unknown): CountedDays {
  const days = reader.record(path, input, ['count', 'unit'])
  return {
    count: reader.integer(`${path}.count`, days['count'], 1, 366),
    unit: reader.oneOf(`${path}.unit`, days['unit'], ['working', 'calendar']),
  }
}

function readReminder(reader: CalendarFileReader, path: string, input: unknown): ReminderRule {
  const isByDay = typeof input === 'object' && input !== null && 'steps' in input
  const remind = reader.record(path, input, isByDay ? ['kind', 'steps'] : ['kind', 'days'])
  if (!isByDay) {
    const kind = reader.oneOf(`${path}.kind`, remind['kind'], ['days_before'])
    return { kind, days: reader.integer(`${path}.days`, remind['days'], 0, 366) }
  }
  const kind = reader.oneOf(`${path}.kind`, remind['kind'], ['from_day'])
  const steps = reader.list(`${path}.steps`, remind['steps']).map((entry, index) => {
    const at = `${path}.steps.${index}`
    const step = reader.record(at, entry, ['allowedUpTo', 'day'])
    return {
      allowedUpTo: reader.integer(`${at}.allowedUpTo`, step['allowedUpTo'], 1, 366),
      day: reader.integer(`${at}.day`, step['day'], 1, 366),
    }
  })
  return { kind, steps }
}

/** `undefined` is a missing key, which has been reported; `null` is an answer. */
function orNull<Value>(input: unknown, read: (input: unknown) => Value): Value | null {
  return input === undefined || input === null ? null : read(input)
}

/** What only shows when the parts are laid beside each other. */
function findContradictions(
  acts: RulePack['acts'],
  duties: readonly DutyRule[],
  repeals: readonly DutyKind[],
): readonly RegulationIssue[] {
  const issues: RegulationIssue[] = []
  for (const [index, rule] of duties.entries()) {
    const path = `duties.${index}`
    if (duties.findIndex(({ kind }) => kind === rule.kind) !== index) {
      const message = `${rule.kind} stands twice in this pack: take one out.`
      issues.push({ path: `${path}.kind`, code: 'duplicate_kind', message })
    }
    if (repeals.includes(rule.kind)) {
      const message = `${rule.kind} is repealed and laid down in one pack: a changed duty only stands in duties.`
      issues.push({ path: `${path}.kind`, code: 'repealed', message })
    }
    for (const [place, id] of rule.acts.entries()) {
      if (Object.hasOwn(acts, id)) continue
      const message = `The act "${id.slice(0, 40)}" is not among the acts of this pack: add it there.`
      issues.push({ path: `${path}.acts.${place}`, code: 'unknown_act', message })
    }
    const expected = EXPECTED_DAYS[rule.kind]
    if ((rule.days?.unit ?? null) !== expected.unit || rule.countsFrom !== expected.countsFrom) {
      const days = expected.unit === null ? 'no days of its own' : `${expected.unit} days`
      const message = `${rule.kind} counts ${days} from ${expected.countsFrom}: the program knows no other way of counting it.`
      issues.push({ path: `${path}.days`, code: 'cannot_be_counted', message })
    }
  }
  return issues
}

/** How each kind is counted by `dutiesOfStay`: numbers are data, the way of counting is code. */
const EXPECTED_DAYS: Readonly<
  Record<DutyKind, { readonly unit: CountedDays['unit'] | null; readonly countsFrom: DutyRule['countsFrom'] }>
> = {
  arrival_notice: { unit: 'working', countsFrom: 'arrival' },
  registration: { unit: 'calendar', countsFrom: 'border_entry' },
  reregistration: { unit: 'working', countsFrom: 'arrival' },
  permit_reminder: { unit: 'calendar', countsFrom: 'border_entry' },
  stay_limit: { unit: null, countsFrom: 'border_entry' },
  window_limit: { unit: null, countsFrom: 'border_entry' },
  visa_expiry: { unit: null, countsFrom: 'visa' },
  document_expiry: { unit: null, countsFrom: 'document' },
}
