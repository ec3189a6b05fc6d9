import { describe, expect, it } from 'vitest'
import { HANDOVER_LISTS, type Handover, type Period } from '#shared/contract/summary-schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import type { Block, Table } from '#shared/reports/document.ts'
import { documentTexts } from '#shared/reports/document-texts.ts'
import { handoverDocument } from '#shared/reports/handover-document.ts'
import { periodDocument } from '#shared/reports/period-document.ts'
import { sampleDay } from './sample-day.ts'

const BAD_WORDS = /\{\{|\}\}|undefined|null|NaN|report\.[a-z]/

function tables(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'side_by_side') return tables([...block.left, ...block.right])
    return block.kind === 'table' ? [block] : []
  })
}

function sampleHandover(overrides: Partial<Handover> = {}): Handover {
  const { rows, lists, totals, date, asOf, zone, environment, property } = sampleDay()
  return {
    version: 1,
    date,
    asOf,
    zone,
    environment,
    property,
    by: 'Асель С.',
    since: { at: '2026-05-05T02:58:00.000Z', what: 'handover' },
    totals: {
      open: totals.open,
      ...(Object.fromEntries(HANDOVER_LISTS.map((list) => [list, lists[list].length])) as Record<
        (typeof HANDOVER_LISTS)[number],
        number
      >),
      goesByItself: totals.goesByItself,
      checkedIn: 7,
      filed: 5,
      leased: 1,
    },
    rows,
    lists: Object.fromEntries(HANDOVER_LISTS.map((list) => [list, lists[list]])) as Handover['lists'],
    leases: [{ row: 2, by: 'Данияр К.', until: '2026-05-05T10:40:00.000Z' }],
    outage: { startedAt: '2026-05-05T09:40:00.000Z', cause: 'timeout' },
    ...overrides,
  }
}

function samplePeriod(from: string, count: number, overrides: Partial<Period> = {}): Period {
  const { property, zone, environment, byCitizenship, byPurpose } = sampleDay()
  const days = Array.from({ length: count }, (_, place) => ({
    date: addDays(calendarDate(from), place),
    close: place === count - 1 ? null : { number: `2026-${String(121 + place)}`, hash: 'ab'.repeat(32) },
    arrivals: 3,
    departures: 2,
    inHouse: 20 + place,
    open: 4,
    overdue: place === 1 ? 2 : 0,
    unconfirmed: 1,
    filed: 3,
    filedArrivals: 2,
    filedLate: place === 1 ? 1 : 0,
    notRequired: 0,
    filedElsewhere: 0,
    withdrawn: 0,
    exposureMci: place === 1 ? 20 : 0,
    exposureTenge: place === 1 ? 86_500 : 0,
    outages: 1,
    outageMinutes: 10,
  }))
  return {
    version: 1,
    from: calendarDate(from),
    to: addDays(calendarDate(from), count - 1),
    asOf: '2026-05-08T10:20:00.000Z',
    zone,
    environment,
    property,
    program: '0.1.0',
    days,
    totals: {
      arrivals: 3 * count,
      departures: 2 * count,
      guestNights: days.reduce((sum, { inHouse }) => sum + inHouse, 0),
      filed: 3 * count,
      filedArrivals: 2 * count,
      filedLate: 1,
      onTimePermille: Math.floor((1000 * (2 * count - 1)) / (2 * count)),
      notRequired: 0,
      filedElsewhere: 0,
      withdrawn: 0,
      inHouse: days.at(-1)?.inHouse ?? 0,
      open: 4,
      overdue: 0,
      exposureMci: 0,
      exposureTenge: 0,
      mostOverdue: 2,
      outages: count,
      outageMinutes: 10 * count,
    },
    byCitizenship: byCitizenship.map((row) => ({ ...row, guestNights: row.inHouse * 3 })),
    byPurpose: byPurpose.map((row) => ({ ...row, guestNights: row.inHouse * 3 })),
    leadDays: [1, 2, 0, 0, 1],
    ...overrides,
  }
}

describe('the hand-over of a shift', () => {
  it('says in each language since when, who is busy with whom, and that the line is down', () => {
    for (const language of LANGUAGES)
      for (const text of documentTexts(handoverDocument(sampleHandover(), language))) expect(text).not.toMatch(BAD_WORDS)
    const document = handoverDocument(sampleHandover(), 'ru')
    expect(document.title).toBe('Сдача смены, 5 мая 2026')
    expect(document.lines.at(-1)).toBe('С прошлой сдачи смены: 5 мая 2026, 07:58')
    expect(documentTexts(document)).toContain(
      'Связи со службой нет с 14:40: служба не ответила вовремя. Ничего не потеряно, уйдёт само, когда она вернётся.',
    )
    const leases = tables(document.blocks).find(({ id }) => id === 'leases')
    expect(leases?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Nguyễn Văn An', '103', 'сегодня до 23:59', 'Данияр К.', '15:40'],
    ])
    const signatures = document.blocks.find(({ kind }) => kind === 'signatures')
    expect(signatures).toEqual({
      kind: 'signatures',
      items: [
        { label: 'Сдал', name: 'Асель С.' },
        { label: 'Принял', name: null },
      ],
    })
  })

  it('says calmly that there is nothing urgent', () => {
    const empty = Object.fromEntries(HANDOVER_LISTS.map((list) => [list, []])) as unknown as Handover['lists']
    const zeros = Object.fromEntries(Object.keys(sampleHandover().totals).map((key) => [key, 0])) as Handover['totals']
    const calm = sampleHandover({ lists: empty, totals: zeros, leases: [], outage: null, rows: [] })
    const texts = documentTexts(handoverDocument(calm, 'ru'))
    expect(texts).toContain('Ничего срочного: ни просроченных, ни сегодняшних сроков.')
    expect(texts).toContain('Связь со службой есть, простоя сейчас нет.')
    expect(texts).toContain('Никто никого не оформляет вручную.')
    expect(tables(handoverDocument(calm, 'ru').blocks)).toEqual([])
  })
})

describe("the owner's summary", () => {
  it.each([
    ['2026-05-01', 31, 'Сводка: 1–31 мая 2026', 'Жиынтық есеп: 2026 ж. 1–31 мамыр', 'Summary: 1–31 May 2026'],
    ['2026-05-05', 1, 'Сводка: 5 мая 2026', 'Жиынтық есеп: 2026 ж. 5 мамыр', 'Summary: 5 May 2026'],
    [
      '2026-04-27',
      7,
      'Сводка: 27 апреля – 3 мая 2026',
      'Жиынтық есеп: 2026 ж. 27 сәуір – 3 мамыр',
      'Summary: 27 April – 3 May 2026',
    ],
    [
      '2026-12-28',
      7,
      'Сводка: 28 декабря 2026 – 3 января 2027',
      'Жиынтық есеп: 2026 ж. 28 желтоқсан – 2027 ж. 3 қаңтар',
      'Summary: 28 December 2026 – 3 January 2027',
    ],
  ])('from %s for %i days is named as people say it', (from, count, ru, kk, en) => {
    const titles = (['ru', 'kk', 'en'] as const).map((language) => periodDocument(samplePeriod(from, count), language).title)
    expect(titles).toEqual([ru, kk, en])
  })

  it('has a line for each day with the number of its close, and totals that are those of the summary', () => {
    for (const language of LANGUAGES)
      for (const text of documentTexts(periodDocument(samplePeriod('2026-05-01', 3), language)))
        expect(text).not.toMatch(BAD_WORDS)
    const document = periodDocument(samplePeriod('2026-05-01', 3), 'ru')
    const days = tables(document.blocks).find(({ id }) => id === 'days')
    expect(days?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['пт, 1 мая', '2026-121', '3', '20', '2', '3', '0', '0', '0\u00a0₸', '10 мин'],
      ['сб, 2 мая', '2026-122', '3', '21', '2', '3', '1', '2', '86\u00a0500\u00a0₸', '10 мин'],
      ['вс, 3 мая', 'не закрыт', '3', '22', '2', '3', '0', '0', '0\u00a0₸', '10 мин'],
    ])
    expect(days?.total?.map(({ text }) => text)).toEqual(['Всего', '', '9', '22', '6', '9', '1', '0', '0\u00a0₸', '30 мин'])
    const onTime = document.blocks
      .flatMap((block) => (block.kind === 'facts' ? block.items : []))
      .find(({ id }) => id === 'onTimePermille')
    expect(onTime?.value).toMatchObject({ type: 'number', value: 833, text: '83,3\u00a0%' })
  })

  it('draws a bar a day for a month and a bar a month for longer', () => {
    const labels = (count: number) =>
      periodDocument(samplePeriod('2026-01-01', count), 'ru').blocks.flatMap((block) =>
        block.kind === 'bars' && block.id === 'acceptedByDay' ? block.rows.map(({ label }) => label) : [],
      )
    expect(labels(31)).toHaveLength(31)
    expect(labels(90)).toEqual(['Январь 2026', 'Февраль 2026', 'Март 2026'])
  })
})
