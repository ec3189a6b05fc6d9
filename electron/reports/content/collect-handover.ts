import { z } from 'zod'
import type { Caller } from '#electron/desk/caller.ts'
import { propertyExposure } from '#electron/desk/law/property-exposure.ts'
import { isMine } from '#electron/desk/notice-view.ts'
import type { Register } from '#electron/desk/register.ts'
import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import { HANDOVER_LISTS, type Handover, type HandoverList } from '#shared/contract/summary-schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { listRows, type ReportLists } from './report-lists.ts'
import { reportRow, viewpointOn, withoutExpiredLease } from './report-rows.ts'

const HANDED_OVER = 'report.handed_over'
const handedOverSchema = z.object({ at: z.iso.datetime(), auditSequence: z.number().int() })

/** Where the shift began; `auditSequence`: the last entry of the one before. */
interface ShiftStart {
  readonly at: IsoInstant
  readonly what: Handover['since']['what']
  readonly auditSequence: number
}

/**
 * What the next shift must know: what is owed by tomorrow, what waits for a person, who is busy with whom, whether the line is down; and
 * what was done since the last hand-over or close. Reads only, see {@link handOver}.
 */
export function collectHandover(register: Register, caller: Caller): Handover {
  const { rows, property } = register
  const { name, bin, address, city, department, zone, environment } = property
  const [date, asOf] = [register.today(), register.now()]
  const since = shiftStart(register)
  const open = rows.noticeLines.open().map((line) => withoutExpiredLease(line, asOf))
  const view = viewpointOn(register, date, asOf, propertyExposure(register, date))
  const allRows = open.map((line) => reportRow(line, view))
  const allLists = listRows(open, allRows, register.channel)
  const told = open.map((line, place) => ({ line, place })).filter(({ place }) => isTold(allLists, place))
  const places = new Map(told.map(({ place }, index) => [place, index]))
  const lists = Object.fromEntries(
    HANDOVER_LISTS.map((list) => [list, allLists[list].flatMap((place) => places.get(place) ?? [])]),
  ) as Record<HandoverList, number[]>
  const leases = leasesOf(
    told.map(({ line }) => line),
    caller,
  )
  return {
    version: 1,
    date,
    asOf,
    zone,
    environment,
    property: { name, bin, address, city, department },
    by: caller.actor.name,
    since: { at: since.at, what: since.what },
    totals: {
      open: open.length,
      ...(Object.fromEntries(HANDOVER_LISTS.map((list) => [list, lists[list].length])) as Record<HandoverList, number>),
      goesByItself: allLists.goesByItself.length,
      checkedIn: rows.laterEntries.count(since.auditSequence, ['stay.checked_in', 'stay.imported']),
      filed: rows.laterEntries.count(since.auditSequence, ['notice.accepted']),
      leased: leases.length,
    },
    rows: told.flatMap(({ place }) => allRows[place] ?? []),
    lists,
    leases,
    outage: outageNow(register, asOf),
  }
}

/** The shift ends here: the next hand-over counts from now. To be called when one was printed. Audited. Throws `StoreWriteError`. */
export function handOver(register: Register, caller: Caller): Record<string, never> {
  register.write(() => {
    const { store } = register
    store.audit.append({ actor: caller.actor, action: 'report.handed_over', subject: null, stayId: null, details: {} })
    store.settings.set(HANDED_OVER, { at: register.now(), auditSequence: store.audit.head().sequence })
  })
  register.changed(['report'], null)
  return {}
}

/** The last hand-over or the last close, whichever was later by the audit, which no clock can shuffle. */
function shiftStart({ rows, store }: Register): ShiftStart {
  const handedOver = store.settings.get(HANDED_OVER, handedOverSchema)
  const close = rows.businessDays.last()
  if (handedOver !== undefined && handedOver.auditSequence > (close?.auditSequence ?? 0)) {
    return { ...handedOver, what: 'handover' }
  }
  if (close !== undefined) return { at: close.closedAt, what: 'close', auditSequence: close.auditSequence }
  return { at: rows.property.setUpAt(), what: 'set_up', auditSequence: 0 }
}

function isTold(lists: ReportLists, place: number): boolean {
  return HANDOVER_LISTS.some((list) => lists[list].includes(place))
}

function leasesOf(told: readonly NoticeLine[], caller: Caller): Handover['leases'] {
  return told.flatMap(({ notification: { lease } }, row) =>
    lease === null || isMine(lease, caller) ? [] : [{ row, by: lease.name, until: lease.until }],
  )
}

function outageNow({ rows }: Register, asOf: IsoInstant): Handover['outage'] {
  const later = new Date(Date.parse(asOf) + 1).toISOString()
  const lasting = rows.outages.overlapping(asOf, later).find(({ endedAt }) => endedAt === null)
  return lasting === undefined ? null : { startedAt: lasting.startedAt, cause: lasting.cause }
}
