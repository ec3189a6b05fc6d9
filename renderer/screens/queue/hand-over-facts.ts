import type { Notice } from '#shared/contract/schemas.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { localDay, localTime, numericDay } from '#shared/i18n/dates.ts'
import { basisKind } from '../../components/clock-mark.tsx'
import type { Words } from '../../i18n/use-words.ts'
import type { HandOverEntry } from './use-hand-over-list.ts'

/** `06.01.2027 23:59, прогноз`. */
export function dueInWords(notice: Pick<Notice, 'actBy' | 'isForecast' | 'hasNoCalendar'>, { say }: Words): string {
  if (notice.actBy === null) return ''
  const kind = basisKind(notice)
  const due = `${numericDay(notice.actBy)} 23:59`
  return kind === null ? due : `${due}, ${say(`time.basis.${kind}.word`)}`
}

/** Who put the guest on the list, and when: `Айгерим С., 05.05.2026 14:20`. */
export function putThereInWords(handedOver: HandOverEntry['handedOver'], zone: string, { say }: Words): string {
  if (handedOver === null) return say('filing.handOver.byChannel')
  return `${handedOver.by}, ${numericDay(localDay(handedOver.at, zone))} ${localTime(handedOver.at, zone)}`
}

/**
 * The list as a table for any spreadsheet: semicolons, CRLF and a byte order mark, as Excel in Russian and Kazakh opens it without asking.
 * A value that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function handOverCsv(entries: readonly HandOverEntry[], zone: string, words: Words): string {
  const { say, language } = words
  const head = [
    ...(['name', 'citizenship', 'room', 'stay', 'due'] as const).map((column) => say(`queue.handOver.columns.${column}`)),
    say('filing.handOver.columns.since'),
  ]
  const rows = entries.map(({ notice, handedOver }) => [
    notice.displayName,
    notice.citizenship === null ? '' : countryName(notice.citizenship, language),
    notice.room ?? '',
    `${numericDay(notice.arrivalAt.slice(0, 10))} – ${notice.departureDate === null ? '' : numericDay(notice.departureDate)}`,
    dueInWords(notice, words),
    putThereInWords(handedOver, zone, words),
  ])
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
