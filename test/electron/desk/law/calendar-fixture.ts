import type { DirectDeskClient } from '#electron/desk/router.ts'
import type { CalendarView } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { DeskUnderTest } from '../desk-under-test.ts'

export type YearContent = NonNullable<CalendarView['content']>

/** The year that counts now. */
export async function yearInForce(client: DirectDeskClient, year: number): Promise<YearContent> {
  const { content } = await client.calendar.year({ year })
  if (content === null) throw new Error(`There is no calendar for ${year}`)
  return content
}

/** What a ministerial order does to a year: the weekend day `from` is worked, the weekday `to` is off. */
export function withTransfer(content: YearContent, from: string, to: string): YearContent {
  const [worked, off] = [calendarDate(from), calendarDate(to)]
  return {
    ...content,
    source: `${content.source}; order of the Minister of Labour`,
    workingWeekends: [...content.workingWeekends, worked].toSorted(),
    nonWorking: [...content.nonWorking, off].toSorted(),
    ministerialTransfers: [...content.ministerialTransfers, { from: worked, to: off }],
  }
}

/** Previews and applies, as the Calendar screen does. */
export async function putInForce(
  client: DirectDeskClient,
  years: readonly YearContent[],
  origin: 'import' | 'edit' = 'import',
  reason: string | null = null,
) {
  const preview = await client.calendar.preview({ years: [...years] })
  const change = await client.calendar.apply({ years: [...years], basis: preview.basis, origin, reason })
  return { preview, change }
}

/** The newest change taken back. */
export async function takenBack(client: DirectDeskClient) {
  const change = (await client.calendar.changes()).find(({ canBeUndone }) => canBeUndone)
  if (change === undefined) throw new Error('There is nothing to undo')
  const preview = await client.calendar.previewUndo({ changeId: change.id })
  return { preview, undo: await client.calendar.undo({ changeId: change.id, basis: preview.basis }) }
}

/** A calendar file as somebody would send it. */
export function calendarFile(years: readonly unknown[]): Blob {
  return jsonFile({ format: 'qabyl-calendar', formatVersion: 1, years })
}

export function jsonFile(json: unknown): Blob {
  return new Blob([JSON.stringify(json)], { type: 'application/json' })
}

export type TableDump = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Every row of every table, the search index's own included. */
export function dumpOf(desk: DeskUnderTest): TableDump {
  const { database } = desk.desk().register.store
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).all() as Readonly<Record<string, unknown>>[]]),
  )
}

/** The code and the places of a refusal; throws what is none. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; places: readonly string[] }> {
  try {
    await call
  } catch (error) {
    const { code, data } = error as { code?: unknown; data?: { issues?: readonly { path: string; code: string }[] } }
    if (typeof code !== 'string') throw error
    return { code, places: (data?.issues ?? []).map((issue) => `${issue.path}: ${issue.code}`) }
  }
  throw new Error('It was not refused')
}
