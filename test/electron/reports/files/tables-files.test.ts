import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fileOf } from '#electron/reports/files/report-file.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { ReportDocument } from '#shared/reports/document.ts'
import { closedSample } from '../../../shared/reports/sample-day.ts'

/** What people have typed into the name field of a guest, or might. */
const FORMULAS = [
  '=HYPERLINK("http://example.invalid","Anna")',
  '+7 701 000 00 00',
  '-1+2',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
] as const

function documentWith(texts: readonly string[]): ReportDocument {
  return {
    language: 'ru',
    title: texts[0] ?? 'Проба',
    lines: [],
    corner: [],
    banner: null,
    foot: '',
    pageOf: '{page} / {pages}',
    blocks: [
      {
        kind: 'table',
        id: 'guests',
        title: 'Гости: [1/2]*?\\ и ещё очень длинное название таблицы',
        empty: 'Никого',
        columns: [
          { id: 'guest', label: 'Гость', align: 'start', weight: 1 },
          { id: 'count', label: 'Ночей', align: 'end', weight: 1 },
        ],
        rows: texts.map((text, place) => [
          { type: 'text', value: text, text },
          { type: 'number', value: place, text: String(place) },
        ]),
        total: null,
      },
    ],
  }
}

async function textOf(document: ReportDocument, delimiter?: ';' | ','): Promise<string> {
  const { bytes } = await fileOf(document, 'csv', delimiter === undefined ? {} : { delimiter })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

describe('CSV', () => {
  it('starts with the mark of UTF-8, ends its lines as Windows does, and parts cells as spreadsheets in the language expect', async () => {
    const russian = await textOf(documentWith(['Анна']))
    expect(russian.startsWith('\uFEFF#report;Анна\r\n')).toBe(true)
    expect(russian).toContain('Гость;Ночей\r\nАнна;0\r\n')
    expect(await textOf(documentWith(['Анна']), ',')).toContain('Гость,Ночей\r\nАнна,0\r\n')
    expect(await textOf({ ...documentWith(['Anna']), language: 'en' })).toContain('Гость,Ночей\r\nAnna,0\r\n')
  })

  it('never starts a cell of text as a formula', async () => {
    for (const formula of FORMULAS) {
      const text = await textOf(documentWith([formula]))
      const cell = text.slice(text.indexOf('Ночей\r\n') + 'Ночей\r\n'.length)
      expect([formula, /^"?'/.test(cell)]).toEqual([formula, true])
    }
    // What only looks like it is left alone.
    expect(await textOf(documentWith(['– нет', 'O’Brien = Seán']))).toContain('\r\n– нет;0\r\nO’Brien = Seán;1\r\n')
  })

  it('quotes what would end a cell', async () => {
    expect(await textOf(documentWith(['a;b"c']))).toContain('"a;b""c";0')
  })
})

describe('the workbook', () => {
  it('keeps text as text, whatever it begins with', async () => {
    const { bytes } = await fileOf(documentWith(FORMULAS), 'xlsx')
    const book = read(bytes, { type: 'array' })
    const [, name = ''] = book.SheetNames
    const sheet = book.Sheets[name] ?? {}
    for (const [place, formula] of FORMULAS.entries()) {
      const cell = sheet[`A${String(place + 2)}`]
      expect(cell).toMatchObject({ t: 's' })
      expect(String(cell?.v).trim()).toBe(formula.trim())
      expect(cell?.f).toBeUndefined()
    }
    expect(Object.values(unzipSync(bytes)).some((part) => /<f[ >]/.test(strFromU8(part)))).toBe(false)
  })

  it('names its sheets as the program of others accepts: short, without signs, no two alike', async () => {
    const document = documentWith(['Anna'])
    const twice = { ...document, blocks: [...document.blocks, ...document.blocks] }
    const { SheetNames } = read((await fileOf(twice, 'xlsx')).bytes, { type: 'array' })
    expect(SheetNames).toEqual(['Итоги', 'Гости 1 2 и ещё очень длинное н', 'Гости 1 2 и ещё очень длинное 2'])
    for (const name of SheetNames) expect(name.length).toBeLessThanOrEqual(31)
  })

  it('keeps the head in sight, filters every column, leaves the total out of the filter, names the cells of each table', async () => {
    const { bytes } = await fileOf(dayDocument(closedSample(), 'kk'), 'xlsx')
    const parts = unzipSync(bytes)
    const book = read(bytes, { type: 'array' })
    const place = book.SheetNames.indexOf('Азаматтығы бойынша')
    const xml = strFromU8(parts[`xl/worksheets/sheet${String(place + 1)}.xml`] ?? new Uint8Array())
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    // Five countries and a total below.
    expect(xml).toContain('<autoFilter ref="A1:E6"/>')
    expect(xml.indexOf('<autoFilter')).toBeGreaterThan(xml.indexOf('</sheetData>'))
    expect(xml).toMatch(/<cols>.*width=/)
    const names = Object.fromEntries((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]))
    expect(names['qabyl.byCitizenship']).toBe("'Азаматтығы бойынша'!$A$1:$E$7")
    expect(Object.keys(names)).toContain('qabyl.overdue')
  })

  it('writes days and times as a person in the hotel reads them', async () => {
    const { bytes } = await fileOf(dayDocument(closedSample(), 'ru'), 'xlsx')
    const book = read(bytes, { type: 'array', cellNF: true })
    const sheet = book.Sheets['Просрочено'] ?? {}
    expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]).toEqual([
      'Гость',
      'Гражд.',
      'Номер',
      'Заезд',
      'Срок',
      'Опоздание, раб. дней',
      'Состояние',
      'Риск, МРП',
      'Риск, ₸',
    ])
    expect(sheet['D2']).toMatchObject({ t: 'n', z: 'dd.mm.yyyy hh:mm', v: expect.closeTo(46_142 + (14 * 60 + 5) / 1440, 8) })
    expect(sheet['E2']).toMatchObject({ t: 'n', z: 'dd.mm.yyyy', v: 46_146 })
    expect(sheet['I2']).toMatchObject({ t: 'n', z: '#,##0 "₸"', v: 43_250 })
  })
})

describe('every form', () => {
  it.each(['xlsx', 'csv', 'json'] as const)(
    '%s of the same document is the same bytes, whatever the clock shows',
    async (format) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-05T19:00:00.000Z') })
      onTestFinished(() => void vi.useRealTimers())
      const first = await fileOf(dayDocument(closedSample(), 'ru'), format)
      vi.setSystemTime(new Date('2027-01-01T00:00:00.000Z'))
      const second = await fileOf(dayDocument(closedSample(), 'ru'), format)
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    },
  )
})
