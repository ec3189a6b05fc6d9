import { HANDOVER_LISTS, type Handover } from '../contract/summary-schemas.ts'
import { longDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { longMoment, momentCell, numberCell, type Place, textCell } from './cells.ts'
import { bannerOf, propertyLines } from './day-basis.ts'
import { listBlocks } from './day-lists.ts'
import type { Block, Facts, Figures, Paragraph, ReportDocument, Tone } from './document.ts'
import { ROW_COLUMNS } from './row-cells.ts'
import { titled } from './titled.ts'

/** One page for the colleague who takes over: what to do, who is busy with whom, whether the line is up; signed by both. */
export function handoverDocument(handover: Handover, language: Language): ReportDocument {
  const words = wordsIn(language)
  const { say } = words
  const { date, asOf, zone, environment, property, since } = handover
  const moment = longMoment(asOf, { zone, language })
  return {
    language,
    title: say('report.handover.title', { day: longDay(date, language) }),
    lines: [
      ...propertyLines(property, words),
      say(`report.handover.since.${since.what}`, { at: longMoment(since.at, { zone, language }) }),
    ],
    corner: [moment, handover.by],
    banner: bannerOf(environment, words),
    foot: say('report.handover.foot', { at: moment }),
    pageOf: say('report.pageOf'),
    asOf,
    zone,
    blocks: [
      figuresOf(handover, words),
      lineNow(handover, words),
      { kind: 'heading', level: 1, text: say('report.handover.todo') },
      ...nothingUrgent(handover, words),
      ...listBlocks(handover, HANDOVER_LISTS, words),
      { kind: 'heading', level: 1, text: say('report.handover.doneTitle') },
      totalsOf(handover, words),
      ...leaseBlocks(handover, words),
      {
        kind: 'signatures',
        items: [
          { label: say('report.signatures.handedOver'), name: handover.by },
          { label: say('report.signatures.tookOver'), name: null },
        ],
      },
    ],
  }
}

const TONES: Readonly<Record<(typeof HANDOVER_LISTS)[number], Tone>> = {
  overdue: 'bad',
  dueToday: 'soon',
  dueTomorrow: 'plain',
  unconfirmed: 'unsure',
  rejected: 'bad',
  needsPerson: 'unsure',
  incomplete: 'soon',
  citizenshipUnknown: 'unsure',
}

function figuresOf({ totals }: Handover, { say }: Words): Figures {
  return {
    kind: 'figures',
    items: HANDOVER_LISTS.map((id) => ({
      id,
      label: say(`report.figures.${id}`),
      value: totals[id],
      tone: totals[id] === 0 ? 'quiet' : TONES[id],
    })),
  }
}

function lineNow({ outage, zone, date }: Handover, { say, language }: Words): Paragraph {
  if (outage === null) return { kind: 'paragraph', look: 'note', text: say('report.handover.lineUp') }
  const at = momentCell(outage.startedAt, { date, zone, language }).text
  const text = say('report.handover.lineDown', { at, cause: say(`causes.${outage.cause}.short`) })
  return { kind: 'paragraph', look: 'strong', text }
}

function nothingUrgent({ totals }: Handover, { say }: Words): readonly Paragraph[] {
  const isCalm = totals.overdue === 0 && totals.dueToday === 0
  return isCalm ? [{ kind: 'paragraph', look: 'strong', text: say('report.handover.nothing') }] : []
}

function totalsOf({ totals }: Handover, { say }: Words): Facts {
  const ids = ['open', 'goesByItself', 'checkedIn', 'filed', 'leased'] as const
  return {
    kind: 'facts',
    title: null,
    items: ids.map((id) => ({ id, label: say(`report.handover.totals.${id}`), value: numberCell(totals[id]) })),
  }
}

function leaseBlocks({ leases, rows, date, zone }: Handover, words: Words): readonly Block[] {
  const { say, language } = words
  if (leases.length === 0) return [{ kind: 'paragraph', look: 'note', text: say('report.handover.leasesNone') }]
  const place: Place = { date, zone, language }
  const { guest, room, due } = ROW_COLUMNS
  const columns = [guest, room, due]
  return titled({
    kind: 'table',
    id: 'leases',
    title: say('report.handover.leases'),
    empty: say('report.handover.leasesNone'),
    columns: [
      ...columns.map(({ column }) => ({ ...column, label: say(`report.columns.${column.id}`) })),
      { id: 'by', label: say('report.handover.columns.by'), align: 'start', weight: 2 },
      { id: 'until', label: say('report.handover.columns.until'), align: 'start', weight: 1.2 },
    ],
    rows: leases.flatMap((lease) => {
      const row = rows[lease.row]
      if (row === undefined) return []
      return [[...columns.map(({ cell }) => cell(row, words, place)), textCell(lease.by), momentCell(lease.until, place)]]
    }),
    total: null,
  })
}
