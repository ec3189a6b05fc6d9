import type { DayClose, DayReport, ReportTotals } from '../contract/report-schemas.ts'
import { identificationNumberKind } from '../documents/bin.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { Words } from '../i18n/words.ts'
import { localMoment, longMoment, namedCell, numberCell, tengeCell, textCell } from './cells.ts'
import { minutesCell } from './day-line.ts'
import type { Facts, Paragraph, ReportDocument } from './document.ts'

type Head = Pick<ReportDocument, 'lines' | 'corner' | 'banner' | 'foot' | 'pageOf'>

/** What stands above and below every page of a report: whose it is, and which state of things it tells of. */
export function reportHead(
  report: Pick<DayReport, 'asOf' | 'zone' | 'environment' | 'property'>,
  close: DayClose | null,
  words: Words,
): Head {
  const { say } = words
  return {
    lines: propertyLines(report.property, words),
    corner:
      close === null
        ? [say('report.corner.preliminary'), longMoment(report.asOf, at(report, words))]
        : closeCorner(report, close, words),
    banner: bannerOf(report.environment, words),
    foot: closeFoot(report, close, words),
    pageOf: say('report.pageOf'),
  }
}

/** `Отель «Мысал», Алматы`, and below it its number and department. */
export function propertyLines({ name, city, bin, department }: DayReport['property'], words: Words): readonly string[] {
  return [city === null ? name : `${name}, ${city}`, `${hostNumber(bin, words)} · ${department}`]
}

export function bannerOf(environment: string, { say }: Words): string | null {
  if (environment === 'training') return say('shell.trainingBanner')
  return environment === 'test' ? say('report.testBanner') : null
}

function closeCorner({ zone }: Pick<DayReport, 'zone'>, close: DayClose, words: Words): readonly string[] {
  const { say, language } = words
  return [
    say('report.corner.number', { number: close.number }),
    longMoment(close.closedAt, { zone, language }),
    closedInWords(close, words),
    say('report.corner.hash', { hash: shortHash(close.hash) }),
  ]
}

function closedInWords(close: DayClose, { say }: Words): string {
  switch (close.mode) {
    case 'by_hand':
      return say('report.corner.by_hand', { name: close.by })
    case 'at_hour':
      return say('report.corner.at_hour')
    case 'missed':
      return say('report.corner.missed')
    default:
      return assertNever(close.mode)
  }
}

/** The whole hash stands on every page: a page is bound to its snapshot even when it lies alone in a file. */
function closeFoot(report: Pick<DayReport, 'asOf' | 'zone'>, close: DayClose | null, words: Words): string {
  const { say } = words
  return close === null
    ? say('report.foot.preliminary', { at: longMoment(report.asOf, at(report, words)) })
    : say('report.foot.closed', { number: close.number, hash: close.hash })
}

/** `9f3c…a1`: enough to tell two reports apart by eye. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`
}

/** Figures that have no list of their own on the sheet. The first ones stand large above. */
export function totalsFacts({ totals, byCitizenship }: DayReport, words: Words): Facts {
  const { say } = words
  const foreigners = byCitizenship.filter(({ citizenship }) => citizenship !== null && citizenship !== 'KAZ')
  const counts = (id: CountedTotal) => ({ id, label: say(`report.totals.${id}`), value: numberCell(totals[id]) })
  return {
    kind: 'facts',
    title: null,
    items: [
      counts('open'),
      counts('goesByItself'),
      counts('arrivals'),
      counts('inHouse'),
      {
        id: 'foreignersInHouse',
        label: say('report.totals.foreignersInHouse'),
        value: numberCell(foreigners.reduce((sum, { inHouse }) => sum + inHouse, 0)),
      },
      counts('inHouseWithoutDeparture'),
      counts('departures'),
      counts('filedArrivals'),
      counts('filedLate'),
      counts('filedWithReceiptFile'),
      counts('notRequired'),
      counts('filedElsewhere'),
      counts('withdrawn'),
      counts('exposureMci'),
      {
        id: 'exposureTenge',
        label: say('report.totals.exposureTenge'),
        value: tengeCell(totals.exposureTenge, totals.exposureTenge === null ? say('report.tengeUnknown') : undefined),
      },
      counts('outages'),
      {
        id: 'outageMinutes',
        label: say('report.totals.outageMinutes'),
        value: minutesCell(totals.outageMinutes, words),
      },
    ],
  }
}

type CountedTotal =
  | 'open'
  | 'goesByItself'
  | 'arrivals'
  | 'inHouse'
  | 'inHouseWithoutDeparture'
  | 'departures'
  | 'filedArrivals'
  | 'filedLate'
  | 'filedWithReceiptFile'
  | 'notRequired'
  | 'filedElsewhere'
  | 'withdrawn'
  | 'exposureMci'
  | 'outages'

/** The same notices counted in two ways, and the lists counted a third; a reader can add them up himself. */
export function tiesLine({ totals, lists }: DayReport, { say }: Words): Paragraph {
  const byDay = totals.overdue + totals.dueToday + totals.dueTomorrow + totals.dueLater
  const byState =
    totals.goesByItself +
    totals.unconfirmed +
    totals.rejected +
    totals.needsPerson +
    totals.incomplete +
    totals.citizenshipUnknown
  const areListed = Object.entries(lists).every(([list, rows]) => totals[list as keyof ReportTotals] === rows.length)
  const sums = { open: String(totals.open), byDay: String(byDay), byState: String(byState) }
  const ties = areListed && byDay === totals.open && byState === totals.open
  return ties
    ? { kind: 'paragraph', look: 'note', text: say('report.ties', sums) }
    : { kind: 'paragraph', look: 'strong', text: say('report.tiesNot', sums) }
}

/** Calendar, rules, reading and program; of a closed day also what its signature vouches for. */
export function basisFacts({ basis, asOf, zone }: DayReport, close: DayClose | null, words: Words): Facts {
  const { say, language } = words
  const moment = (instant: string) =>
    ({ type: 'local_time', value: localMoment(instant, zone), text: longMoment(instant, { zone, language }) }) as const
  return {
    kind: 'facts',
    title: say('report.basis.title'),
    items: [
      ...basis.calendars.map(({ year, version, isForecast }) => ({
        id: `calendar${year}`,
        label: say('report.basis.calendar', { year: String(year) }),
        value: numberCell(
          version,
          version === null
            ? say('report.basis.noVersion')
            : say(isForecast ? 'report.basis.versionForecast' : 'report.basis.version', { version: String(version) }),
        ),
      })),
      { id: 'rules', label: say('report.basis.rules'), value: textCell(basis.rules.join(', ')) },
      {
        id: 'alarmReading',
        label: say('report.basis.reading'),
        value: namedCell(basis.alarmReading, say(`report.basis.readings.${basis.alarmReading}`)),
      },
      { id: 'program', label: say('report.basis.program'), value: textCell(`Qabyl ${basis.program}`) },
      { id: 'asOf', label: say('report.basis.asOf'), value: moment(asOf) },
      ...(close === null
        ? []
        : [
            { id: 'number', label: say('report.basis.number'), value: textCell(close.number) },
            { id: 'closedAt', label: say('report.basis.closedAt'), value: moment(close.closedAt) },
            { id: 'closedBy', label: say('report.basis.closedBy'), value: textCell(close.by) },
            { id: 'hash', label: say('report.basis.hash'), value: textCell(close.hash) },
            { id: 'previousHash', label: say('report.basis.previousHash'), value: textCell(close.previousHash) },
            { id: 'auditSequence', label: say('report.basis.audit'), value: numberCell(close.auditSequence) },
            { id: 'auditHead', label: say('report.basis.auditHead'), value: textCell(close.auditHead) },
            { id: 'keyFingerprint', label: say('report.basis.key'), value: textCell(close.keyFingerprint) },
          ]),
    ],
  }
}

/** In groups of four, as forms here print it; called what it is, where its make-up tells. */
function hostNumber(digits: string, { say }: Words): string {
  const number = digits.replace(/(.{4})(?=.)/g, '$1\u00a0')
  const kind = identificationNumberKind(digits)
  if (kind === null) return say('report.binOrIin', { number })
  return say(kind === 'iin' ? 'report.iin' : 'report.bin', { number })
}

function at({ zone }: Pick<DayReport, 'zone'>, { language }: Words) {
  return { zone, language }
}
