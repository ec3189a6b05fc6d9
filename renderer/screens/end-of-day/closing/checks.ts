import type { DayReport, ReportList, ReportRow } from '#shared/contract/report-schemas.ts'
import type { Status } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IconName } from '../../../components/icon.tsx'
import type { Tone } from '../../../components/tone.ts'

/** Lists that ask for something before the day is closed, most pressing first. */
const WANTING = [
  'overdue',
  'dueToday',
  'citizenshipUnknown',
  'unconfirmed',
  'rejected',
  'needsPerson',
  'incomplete',
] as const satisfies readonly ReportList[]

type WantingId = Exclude<(typeof WANTING)[number], 'dueToday'> | 'dueToday' | 'dueThatDay'

/** One line of what stands before closing. */
export type Check =
  | { readonly id: WantingId; readonly look: CheckLook; readonly count: number; readonly rows: readonly ReportRow[] }
  | { readonly id: 'noLine' | 'paused'; readonly look: CheckLook }
  | { readonly id: 'nobody' | 'sums' | 'nothingFiled'; readonly look: CheckLook }
  | {
      readonly id: 'sumsBroken'
      readonly look: CheckLook
      readonly open: number
      readonly byDue: number
      readonly byState: number
    }
  | { readonly id: 'receipts' | 'receiptsMissing'; readonly look: CheckLook; readonly filed: number; readonly files: number }

interface CheckLook {
  readonly tone: Tone
  readonly icon: IconName
}

const LOOKS: Readonly<Record<WantingId, CheckLook>> = {
  overdue: { tone: 'overdue', icon: 'alert' },
  dueToday: { tone: 'today', icon: 'clock' },
  dueThatDay: { tone: 'overdue', icon: 'clock' },
  citizenshipUnknown: { tone: 'unknown', icon: 'globe' },
  unconfirmed: { tone: 'unknown', icon: 'ask' },
  rejected: { tone: 'rejected', icon: 'stop' },
  needsPerson: { tone: 'handover', icon: 'hand' },
  incomplete: { tone: 'incomplete', icon: 'gap' },
}

const GOOD: CheckLook = { tone: 'accepted', icon: 'ok' }
const NO_LINE: readonly Status['connection']['state'][] = ['unreachable', 'sign_in_refused']

/**
 * What stands before closing a day: what wants somebody first, then what is in order. Sums are compared, not worked out: the desk counted
 * each of them by itself.
 */
export function checksOf(
  report: DayReport,
  { today, connection }: { readonly today: CalendarDate; readonly connection: Status['connection']['state'] },
): readonly Check[] {
  const { totals } = report
  const wanting = WANTING.flatMap((list): readonly Check[] => {
    if (totals[list] === 0) return []
    const id = list === 'dueToday' && report.date < today ? 'dueThatDay' : list
    return [{ id, look: LOOKS[id], count: totals[list], rows: rowsOf(report, list) }]
  })
  return [
    ...wanting,
    ...lineCheck(connection),
    ...(totals.open === 0 ? [{ id: 'nobody', look: GOOD } as const] : []),
    sumsCheck(report),
    receiptsCheck(report),
  ]
}

function rowsOf(report: DayReport, list: ReportList): readonly ReportRow[] {
  return (report.lists[list] ?? []).flatMap((place) => report.rows[place] ?? [])
}

function lineCheck(connection: Status['connection']['state']): readonly Check[] {
  if (NO_LINE.includes(connection)) return [{ id: 'noLine', look: { tone: 'overdue', icon: 'lineCut' } }]
  return connection === 'paused' ? [{ id: 'paused', look: { tone: 'today', icon: 'pause' } }] : []
}

function sumsCheck({ totals }: DayReport): Check {
  const byDue = totals.overdue + totals.dueToday + totals.dueTomorrow + totals.dueLater
  const byState =
    totals.goesByItself +
    totals.unconfirmed +
    totals.rejected +
    totals.needsPerson +
    totals.incomplete +
    totals.citizenshipUnknown
  return byDue === totals.open && byState === totals.open
    ? { id: 'sums', look: GOOD }
    : { id: 'sumsBroken', look: { tone: 'rejected', icon: 'stop' }, open: totals.open, byDue, byState }
}

function receiptsCheck({ totals: { filed, filedWithReceiptFile: files } }: DayReport): Check {
  if (filed === 0) return { id: 'nothingFiled', look: { tone: 'quiet', icon: 'ok' } }
  return files >= filed
    ? { id: 'receipts', look: GOOD, filed, files }
    : { id: 'receiptsMissing', look: { tone: 'today', icon: 'document' }, filed, files }
}
