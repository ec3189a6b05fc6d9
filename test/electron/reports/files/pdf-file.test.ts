import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { fileOf } from '#electron/reports/files/report-file.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { ReportDocument, Table } from '#shared/reports/document.ts'
import { documentTexts } from '#shared/reports/document-texts.ts'
import { handoverDocument } from '#shared/reports/handover-document.ts'
import { periodDocument } from '#shared/reports/period-document.ts'
import { closedSample, quietDay, sampleDay } from '../../../shared/reports/sample-day.ts'
import { sampleHandover, samplePeriod } from '../../../shared/reports/summary-samples.ts'
import { allBlocks, orphans, type PdfPage, pdfOf, printed, rowText, squeezed } from './pdf-pages.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`pdf-file seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

function tablesOf({ blocks }: ReportDocument): readonly Table[] {
  return allBlocks(blocks).filter((block): block is Table => block.kind === 'table')
}

function headOf({ columns }: Table): string {
  return squeezed(columns.map(({ label }) => label).join(''))
}

/** Pages on which a row of the table stands whole; more or less than one would be a torn, a lost or a doubled row. */
function pagesWith(pages: readonly PdfPage[], row: string): readonly number[] {
  return pages.flatMap(({ text }, page) => (text.includes(row) ? [page] : []))
}

/** Tables whose total stands on another page than the row before it. */
function totalsAlone(pages: readonly PdfPage[], document: ReportDocument): readonly string[] {
  return tablesOf(document).flatMap(({ id, rows, total }) => {
    const last = rows.at(-1)
    if (total === null || last === undefined) return []
    return pages.some(({ text }) => text.includes(rowText(last) + rowText(total))) ? [] : [id]
  })
}

describe('the PDF of a day', () => {
  it.each(LANGUAGES)('says every text of the document in %s, letter for letter', async (language) => {
    const document = dayDocument(closedSample(), language)
    const whole = (await pdfOf(document)).map(({ text }) => text).join('')
    const lost = documentTexts(document).filter((text) => !whole.includes(printed(text)))
    // Words beside each other on one line of a chart's key, or broken in a narrow cell, are still whole words.
    expect(lost).toEqual([])
    expect(whole).toContain('43250₸')
    expect(whole).toContain(squeezed('Әбдіғалиұлы Нұрсәуле'))
    expect(whole).toContain(squeezed('Nguyễn Văn An'))
    if (language !== 'en') expect(whole).toContain('№')
  })

  it('says so where a name has letters that no font has, and prints the rest of it', async () => {
    const document = dayDocument(closedSample(), 'ru')
    const whole = (await pdfOf(document)).map(({ text }) => text).join('')
    expect(whole).toContain('?????????????GelashviliNino')
    expect(whole).toContain(squeezed('Знаком «?» заменены буквы'))
    const plain = (await pdfOf(dayDocument(closedSample(quietDay()), 'ru'))).map(({ text }) => text).join('')
    expect(plain).not.toContain('Знаком')
  })

  it('keeps 300 open guests whole: heads repeated, no row torn, no heading alone, every page numbered and bound to its hash', async () => {
    for (const language of LANGUAGES) {
      const view = closedSample(sampleDay({ overdue: 40, dueToday: 160, dueTomorrow: 60, dueLater: 40, filed: 90 }))
      const document = dayDocument(view, language)
      const pages = await pdfOf(document)
      expect(pages.length).toBeGreaterThan(10)
      expect(orphans(pages, document)).toEqual([])
      expect(totalsAlone(pages, document)).toEqual([])
      for (const [page, { text }] of pages.entries()) {
        const pageOf = document.pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(pages.length))
        expect(text).toContain(squeezed(pageOf))
        expect(text).toContain(squeezed(document.foot))
      }
      for (const table of tablesOf(document)) {
        const head = headOf(table)
        const onPages = table.rows.map((cells) => pagesWith(pages, rowText(cells)))
        expect(onPages.filter((found) => found.length === 0)).toEqual([])
        for (const page of new Set(onPages.flat())) expect(pages[page]?.text).toContain(head)
      }
    }
  }, 60_000)

  it('puts a quiet day on one sheet', async () => {
    expect(await pdfOf(dayDocument(closedSample(quietDay()), 'kk'))).toHaveLength(1)
    expect(await pdfOf(dayDocument({ report: quietDay(), close: null }, 'ru'))).toHaveLength(1)
  })

  it('never leaves a heading alone at the foot of a page, nor a total at the top of one, whatever stands on it', async () => {
    const few = fc.integer({ min: 0, max: 45 })
    await fc.assert(
      fc.asyncProperty(few, few, few, few, few, async (overdue, dueToday, dueTomorrow, dueLater, filed) => {
        const document = dayDocument(closedSample(sampleDay({ overdue, dueToday, dueTomorrow, dueLater, filed })), 'ru')
        const pages = await pdfOf(document)
        expect(orphans(pages, document)).toEqual([])
        expect(totalsAlone(pages, document)).toEqual([])
      }),
      { seed, numRuns: 12 },
    )
  }, 60_000)

  it.each(LANGUAGES)('breaks no word of a label in %s, in a table of any report', async (language) => {
    const documents = [
      dayDocument(closedSample(), language),
      handoverDocument(sampleHandover(), language),
      periodDocument(samplePeriod('2026-05-01', 7), language),
    ]
    for (const document of documents) {
      const lines = (await pdfOf(document)).flatMap((page) => page.lines)
      const words = tablesOf(document).flatMap(({ columns }) => columns.flatMap(({ label }) => label.split(/\s+/)))
      expect(words.filter((word) => !lines.some((line) => line.includes(word)))).toEqual([])
    }
  })

  it('loses nothing of a cell that is longer than a page', async () => {
    const words = Array.from({ length: 3000 }, (_, place) => `слово${String(place)}`)
    const text = words.join(' ')
    const column = { align: 'start', weight: 1 } as const
    const pages = await pdfOf({
      ...dayDocument(closedSample(quietDay()), 'ru'),
      blocks: [
        {
          kind: 'table',
          id: 'answers',
          title: 'Ответы',
          empty: '',
          columns: [
            { id: 'a', label: 'Ответ', ...column },
            { id: 'b', label: 'Ещё', ...column },
          ],
          rows: [
            [
              { type: 'text', value: text, text },
              { type: 'text', value: 'рядом', text: 'рядом' },
            ],
          ],
          total: null,
        },
      ],
    })
    expect(pages.length).toBeGreaterThan(2)
    const whole = pages.map(({ lines }) => lines.join('')).join('')
    expect(words.filter((word) => !whole.includes(word))).toEqual([])
  })

  it('shows the banner of a training register on every page', async () => {
    const view = closedSample(sampleDay({ dueToday: 90 }, { environment: 'training' }))
    const document = dayDocument(view, 'kk')
    const pages = await pdfOf(document)
    expect(pages.length).toBeGreaterThan(2)
    for (const { text } of pages) expect(text).toContain(squeezed(document.banner ?? 'no banner'))
  })

  it('has title, language, bookmarks and the moment of the close, and is the same bytes each time', async () => {
    const document = dayDocument(closedSample(), 'kk')
    const [one, two] = [await fileOf(document, 'pdf'), await fileOf(dayDocument(closedSample(), 'kk'), 'pdf')]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    expect([one.mediaType, one.extension]).toEqual(['application/pdf', 'pdf'])

    const pdf = await getDocumentProxy(one.bytes.slice())
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: '2026 жылғы 5 мамырдағы мерзімдер есебі',
      Language: 'kk',
      CreationDate: 'D:20260505185900Z',
      Subject: document.foot,
    })
    const bookmarks = (await pdf.getOutline()).map(({ title }) => title)
    expect(bookmarks).toContain('Әрекет қажет')
    expect(bookmarks).toContain('Мерзімі өткен: 2')
    const headings = allBlocks(document.blocks).filter((block) => block.kind === 'heading')
    expect(bookmarks).toHaveLength(headings.length)
  })
})
