import { z } from 'zod'
import { framedHash } from '#electron/store/framed-hash.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { BusinessDayPerson } from '#electron/store/rows/business-days.ts'
import type { SealPurpose, StayKeys } from '#electron/store/stay-keys.ts'
import {
  type DayReport,
  dayReportSchema,
  laterChangeSchema,
  reportPersonSchema,
  reportRowSchema,
} from '#shared/contract/report-schemas.ts'
import { canonicalJson } from './canonical-json.ts'

const SALT_BYTES = 32
const hex256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Of what was left out, see {@link personDigest}; `null` = nothing was: the stay was erased before the close. */
const digest = { personDigest: hex256.nullable() }

/**
 * A report as a close keeps it: each person is replaced by a digest. What the digests are of is sealed, one by one, with the keys of the
 * stays; position = how many digests stand before it, rows first, then later changes.
 */
const bodySchema = dayReportSchema.extend({
  rows: z.array(reportRowSchema.omit({ person: true }).extend(digest)),
  laterChanges: z.array(laterChangeSchema.omit({ person: true }).extend(digest)),
})
type Body = z.infer<typeof bodySchema>

const sealedSchema = z.object({ salt: hex256, person: z.record(z.string(), z.unknown()) })
const personInRow = reportPersonSchema
const personInChange = laterChangeSchema.shape.person.unwrap()

export interface Snapshot {
  /** Canonical JSON. */
  readonly body: string
  readonly people: readonly BusinessDayPerson[]
}

/** A digest of the body, and the stay whose key seals what it is of. */
export interface Omission {
  readonly stayId: string
  readonly digest: string
}

/** Takes the people out of a report. Call it in the transaction that keeps both parts. */
export function takeSnapshot(id: string, report: DayReport, stayKeys: StayKeys, randomBytes: Ports['randomBytes']): Snapshot {
  const people: BusinessDayPerson[] = []
  function omit(stayId: string, person: object | null): string | null {
    if (person === null || !stayKeys.has(stayId)) return null
    const salt = randomBytes(SALT_BYTES).toString('hex')
    const position = people.length
    const content = Buffer.from(canonicalJson({ salt, person }), 'utf8')
    people.push({ position, stayId, sealedContent: stayKeys.seal(stayId, purposeOf(id, position), content) })
    return personDigest(salt, person)
  }
  const body: Body = {
    ...report,
    rows: report.rows.map(({ person, ...row }) => ({ ...row, personDigest: omit(row.stayId, person) })),
    laterChanges: report.laterChanges.map(({ person, ...change }) => ({
      ...change,
      personDigest: omit(change.stayId, person),
    })),
  }
  return { body: canonicalJson(body), people }
}

/** The report as it was; who was erased since is `null`. Throws `SealBrokenError`, and `SnapshotBrokenError` where the parts do not fit. */
export function openSnapshot(id: string, { body, people }: Snapshot, stayKeys: StayKeys): DayReport {
  const { rows, laterChanges, ...report } = bodySchema.parse(JSON.parse(body))
  let position = 0
  function put<Person>(stayId: string, expected: string | null, schema: z.ZodType<Person>): Person | null {
    if (expected === null) return null
    const sealed = people[position]
    const opened = openPerson(id, { stayId, digest: expected }, sealed, stayKeys)
    position++
    return opened === null ? null : schema.parse(opened.person)
  }
  return {
    ...report,
    rows: rows.map(({ personDigest: expected, ...row }) => ({ ...row, person: put(row.stayId, expected, personInRow) })),
    laterChanges: laterChanges.map(({ personDigest: expected, ...change }) => ({
      ...change,
      person: put(change.stayId, expected, personInChange),
    })),
  }
}

/** What a body leaves out, in the order of its positions. Throws when it is no body. */
export function omissionsOf(body: string): readonly Omission[] {
  const { rows, laterChanges } = bodySchema.parse(JSON.parse(body))
  return [...rows, ...laterChanges].flatMap(({ stayId, personDigest: expected }) =>
    expected === null ? [] : [{ stayId, digest: expected }],
  )
}

export class SnapshotBrokenError extends Error {
  override readonly name = 'SnapshotBrokenError'
  constructor() {
    super('A closed day does not fit together: it was changed on disk')
  }
}

/** `null` when the stay was erased. Throws `SealBrokenError`, `SnapshotBrokenError`. */
export function openPerson(
  id: string,
  { stayId, digest: expected }: Omission,
  sealed: BusinessDayPerson | undefined,
  stayKeys: StayKeys,
): z.infer<typeof sealedSchema> | null {
  if (sealed === undefined || sealed.stayId !== stayId) throw new SnapshotBrokenError()
  const content = stayKeys.open(stayId, purposeOf(id, sealed.position), sealed.sealedContent)
  if (content === undefined) return null
  const opened = sealedSchema.parse(JSON.parse(content.toString('utf8')))
  if (personDigest(opened.salt, opened.person) !== expected) throw new SnapshotBrokenError()
  return opened
}

/**
 * {@link framedHash} over a tag, the salt's 32 bytes and the person as canonical JSON. The salt lies inside the seal: once the key of the
 * stay is erased there is nothing left to guess a name with.
 */
export function personDigest(salt: string, person: object): string {
  return framedHash(['qabyl.business-day.person.1', Buffer.from(salt, 'hex'), canonicalJson(person)])
}

function purposeOf(id: string, position: number): SealPurpose {
  return `business-day:${id}:${position}`
}
