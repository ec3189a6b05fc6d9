import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { barShares } from '#renderer/report-sheet/bar-shares.ts'
import { columnWidths } from '#renderer/report-sheet/column-widths.ts'
import { hourMarks } from '#renderer/report-sheet/hour-marks.ts'
import { pageRules } from '#renderer/report-sheet/page-rules.ts'
import { ReportSheet } from '#renderer/report-sheet/report-sheet.tsx'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { Block, Cell, ReportDocument } from '#shared/reports/document.ts'
import { dayOf, rowOf } from './sample-day.ts'

const text = (value: string, tone?: 'bad'): Cell => ({ type: 'text', value, text: value, ...(tone && { tone }) })
const column = (id: string, align: 'start' | 'end', weight: number) => ({ id, label: id.toUpperCase(), align, weight })

/** One of each kind of block. */
const BLOCKS: readonly Block[] = [
  { kind: 'figures', items: [{ id: 'overdue', label: 'просрочено', value: 1, tone: 'bad' }] },
  { kind: 'heading', level: 1, text: 'Требует действия' },
  { kind: 'heading', level: 2, text: 'Просрочено: 1' },
  { kind: 'paragraph', look: 'strong', text: 'Сегодня' },
  {
    kind: 'table',
    id: 'overdue',
    title: 'Просрочено',
    empty: 'Никого',
    columns: [column('guest', 'start', 3), column('mci', 'end', 1)],
    rows: [[text('<b>Назаров</b>', 'bad'), { type: 'number', value: 10, text: '10' }]],
    total: [text('Всего'), { type: 'number', value: 10, text: '10' }],
  },
  {
    kind: 'table',
    id: 'none',
    title: 'Никто',
    empty: 'Нет записей',
    columns: [column('a', 'start', 1)],
    rows: [],
    total: null,
  },
  {
    kind: 'side_by_side',
    left: [{ kind: 'facts', title: null, items: [{ id: 'rules', label: 'Правила', value: text('2026.1') }] }],
    right: [
      {
        kind: 'bars',
        id: 'citizenship',
        title: 'По гражданству',
        parts: ['живут', 'выехали'],
        rows: [
          { label: 'Россия', values: [9, 5] },
          { label: 'Китай', values: [7, 0] },
        ],
      },
    ],
  },
  {
    kind: 'time_bar',
    id: 'line',
    title: 'Связь',
    minutes: 1440,
    spans: [{ from: 720, to: 780, label: '12:00–13:00', tone: 'bad' }],
  },
  {
    kind: 'signatures',
    items: [
      { label: 'Сдал', name: 'Айгерим С.' },
      { label: 'Принял', name: null },
    ],
  },
  { kind: 'page_break' },
]

const DOCUMENT: ReportDocument = {
  language: 'ru',
  title: 'Отчёт о сроках за 5 мая 2026',
  lines: ['Отель «Мысал», Алматы', 'БИН 1803 4002 0169'],
  corner: ['Предварительный', '5 мая 2026, 15:20'],
  banner: 'Учебный режим',
  blocks: BLOCKS,
  foot: '№ 2026-125',
  pageOf: 'стр. {page} из {pages}',
}

function draw(document: ReportDocument, copyMark: string | null = null): string {
  return renderToStaticMarkup(createElement(ReportSheet, { document, copyMark, label: document.title }))
}

/** What a person reads, in order; hidden drawings apart. */
function wordsOn(markup: string): string {
  return markup
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('a sheet', () => {
  it('says everything its document says, once and in order', () => {
    expect(wordsOn(draw(DOCUMENT))).toBe(
      'Учебный режим Отчёт о сроках за 5 мая 2026 Отель «Мысал», Алматы БИН 1803 4002 0169 Предварительный 5 мая 2026, 15:20 ' +
        '1 просрочено Требует действия Просрочено: 1 Сегодня GUEST MCI &lt;b&gt;Назаров&lt;/b&gt; 10 Всего 10 ' +
        'Нет записей Правила 2026.1 По гражданству живут выехали Россия 9 + 5 Китай 7 + 0 Связь 12:00–13:00 ' +
        'Сдал Айгерим С. Принял',
    )
  })

  it('is in the language of its document, and a table is a table', () => {
    const markup = draw(DOCUMENT)
    expect(markup).toMatch(/^<article[^>]* lang="ru"/)
    expect(markup.match(/<th scope="col"/g)?.length).toBe(2)
    expect(markup).toContain('<table aria-label="Просрочено"')
    // A <tfoot> would be printed at the foot of every page.
    expect(markup).not.toContain('<tfoot')
  })

  it('says "copy" on the sheet and to a screen reader only where it is one', () => {
    expect(draw(DOCUMENT)).not.toContain('КОПИЯ')
    expect(draw(DOCUMENT, 'КОПИЯ').match(/КОПИЯ/g)?.length).toBe(2)
  })

  it('never leaves a bad state to colour: a sign stands before the words', () => {
    expect(draw(DOCUMENT)).toMatch(/data-tone="bad"><svg/)
  })

  it.each(LANGUAGES)('draws the real report of a day (%s)', (language) => {
    const late = rowOf({ lane: 'overdue', workingDaysLate: 1, exposure: { penalty: 'fine', mci: 10, tenge: 43_250 } })
    const report = dayOf({ overdue: [late], goesByItself: [late], filed: [rowOf({ state: 'accepted', reference: 'R-1' })] })
    const document = dayDocument({ report, close: null }, language)
    const said = wordsOn(draw(document))
    for (const words of [document.title, ...document.lines, ...document.corner, late.person?.name ?? '?', 'R-1'])
      expect(said).toContain(words.replace(/\s+/g, ' ').replace(/&/g, '&amp;'))
    expect(said).not.toMatch(/undefined|\[object|\{\{/)
  })
})

describe('the lay-out', () => {
  it('gives columns their share of the width', () => {
    const widths = columnWidths([column('a', 'start', 3), column('b', 'end', 1)])
    expect(widths.map(({ width }) => width)).toEqual(['75.000%', '25.000%'])
  })

  it('measures bars against the longest, and draws none out of nothing', () => {
    expect(barShares([{ values: [9, 1] }, { values: [5, 0] }])).toEqual([
      [90, 10],
      [50, 0],
    ])
    expect(barShares([{ values: [0, 0] }])).toEqual([[0, 0]])
  })

  it('marks every third hour of a day', () => {
    expect(hourMarks(1440).map(({ label }) => label)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '24:00',
    ])
    expect(hourMarks(1380).at(-1)?.label).toBe('21:00')
  })
})

describe('the margins of a printed page', () => {
  it('carry foot and page numbers in the document’s language', () => {
    const rules = pageRules(DOCUMENT)
    expect(rules).toContain('@bottom-left { content: "№ 2026-125";')
    expect(rules).toContain('content: "стр. " counter(page) " из " counter(pages);')
  })

  it('take any text as a text', () => {
    const rules = pageRules({ ...DOCUMENT, title: 'Отель "Мысал" \\ }\n</style>' })
    expect(rules).toContain('content: "Отель \\22 Мысал\\22  \\5c  }\\a \\3c /style>";')
  })
})
