import { describe, expect, it } from 'vitest'
import { HANDOVER_LISTS, type Handover } from '#shared/contract/summary-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import type { Block, Table } from '#shared/reports/document.ts'
import { documentTexts } from '#shared/reports/document-texts.ts'
import { handoverDocument } from '#shared/reports/handover-document.ts'
import { periodDocument } from '#shared/reports/period-document.ts'
import { sampleHandover, samplePeriod } from './summary-samples.ts'

const BAD_WORDS = /\{\{|\}\}|undefined|null|NaN|report\.[a-z]/

function tables(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'side_by_side') return tables([...block.left, ...block.right])
    return block.kind === 'table' ? [block] : []
  })
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
