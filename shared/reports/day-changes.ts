import type { DayReport } from '../contract/report-schemas.ts'
import type { Words } from '../i18n/words.ts'
import { dayCell, momentCell, namedCell, type Place, textCell } from './cells.ts'
import type { Block } from './document.ts'

/** What was entered since the last close and belongs to days already closed: they stay as they are, this report says so. Nothing where there is nothing to say. */
export function changeBlocks(report: DayReport, words: Words): readonly Block[] {
  const { say, language } = words
  const { laterChanges, date, zone } = report
  if (laterChanges.length === 0) return []
  const place: Place = { date, zone, language }
  return [
    {
      kind: 'table',
      id: 'laterChanges',
      title: say('report.changesTitle'),
      empty: say('report.changesNone'),
      columns: [
        { id: 'changedDay', label: say('report.columns.changedDay'), align: 'start', weight: 1.2 },
        { id: 'number', label: say('report.columns.number'), align: 'start', weight: 1.2 },
        { id: 'guest', label: say('report.columns.guest'), align: 'start', weight: 2.6 },
        { id: 'room', label: say('report.columns.room'), align: 'start', weight: 0.9 },
        { id: 'what', label: say('report.columns.what'), align: 'start', weight: 2.2 },
        { id: 'at', label: say('report.columns.at'), align: 'start', weight: 1.4 },
        { id: 'by', label: say('report.columns.by'), align: 'start', weight: 1.8 },
      ],
      rows: laterChanges.map((change) => [
        dayCell(change.date, language),
        textCell(change.number),
        change.person === null ? namedCell(null, say('report.erased'), 'quiet') : textCell(change.person.name),
        textCell(change.person?.room ?? null),
        namedCell(change.what, say(`report.changes.${change.what}`)),
        momentCell(change.at, place),
        textCell(change.by),
      ]),
      total: null,
    },
  ]
}
