import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListFile } from '#electron/desk/rooming/read-list-file.ts'

const ROWS = [
  ['Фамилия', 'Гражданство', 'Номер'],
  ['Әбдіров', 'Өзбекстан', '305'],
  ['Müller', 'Германия', '306'],
]
const TEXT = ROWS.map((row) => row.join(';')).join('\r\n')

function fileOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)])
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** Windows-1251, for letters that it has. */
function windows1251(text: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 0x3f))
}

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first, with a mark', utf16(`\ufeff${TEXT}`, false)],
  ['UTF-16, big end first, with a mark', utf16(`\ufeff${TEXT}`, true)],
])('a text file in %s', async (_, bytes) => {
  expect(await readListFile(fileOf(bytes))).toEqual({ cells: ROWS, otherSheets: [] })
})

test('a text file in Windows-1251, as Excel saves it here', async () => {
  const bytes = windows1251('Фамилия\tНомер\r\nИванова\t305')
  expect((await readListFile(fileOf(bytes))).cells).toEqual([
    ['Фамилия', 'Номер'],
    ['Иванова', '305'],
  ])
})

test('a workbook: days as days, figures as figures, hidden and further sheets are named', async () => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([
    ['Фамилия', 'Рождён', 'Номер', null],
    ['Müller', new Date(Date.UTC(1988, 8, 14)), 305, null],
    [null, null, null, null],
    ['Nguyen', '12 мая 1990', '0012', null],
  ])
  utils.book_append_sheet(book, utils.aoa_to_sheet([['черновик']]), 'Скрытый')
  utils.book_append_sheet(book, sheet, 'Список')
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Пустой')
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' })
  expect(await readListFile(fileOf(bytes as Uint8Array))).toEqual({
    cells: [
      ['Фамилия', 'Рождён', 'Номер'],
      ['Müller', '1988-09-14', '305'],
      ['Nguyen', '12 мая 1990', '0012'],
    ],
    otherSheets: ['Скрытый'],
  })
})

test.each([
  ['empty', Buffer.from('\r\n \t ')],
  ['not_a_table', Buffer.from('504b0304ffffffff', 'hex')],
  ['not_a_table', Buffer.from([0xff, 0x00, 0x00, 0x01, 0x02])],
  ['too_many_rows', Buffer.from('a;b\n'.repeat(200))],
  ['file_too_large', Buffer.alloc(5 * 1024 * 1024 + 1, 'a')],
])('refused with %s', async (code, bytes) => {
  await expect(readListFile(fileOf(bytes))).rejects.toMatchObject({
    code: 'BAD_INPUT',
    data: { issues: [{ path: 'content', code }] },
  })
})

test('any bytes are answered or refused with a code, whatever they begin with', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', '504b0304', 'd0cf11e0a1b11ae1', 'fffe'),
      fc.uint8Array({ maxLength: 400 }),
      async (head, rest) => {
        const bytes = Buffer.concat([Buffer.from(head, 'hex'), rest])
        const answer = await readListFile(fileOf(bytes)).catch((error: unknown) => error)
        if (answer instanceof Error) expect(answer).toMatchObject({ code: 'BAD_INPUT' })
        else expect(answer).toHaveProperty('cells')
      },
    ),
    { numRuns: 300 },
  )
})
