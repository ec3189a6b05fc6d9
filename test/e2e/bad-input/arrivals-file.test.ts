import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli, runCliJson } from '../../support/run-cli.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { contentOf, fileWith, MARKER, makeRegister, placesOf, refused } from './refused.ts'

const HEADER = 'reservation,room,arrival,surname,citizenship,document_number'
const ROW = `R-1,21,2026-11-23T10:00,${MARKER.surname},DEU,${MARKER.documentNumber}`
const FILE = `${HEADER}\n${ROW}\n`

let base: string
let data: string

beforeAll(async () => {
  base = makeTempDirectory()
  data = join(base, 'data')
  await makeRegister(data)
})

afterAll(() => removeDirectory(base))

test('a file that cannot be read for certain is refused whole, says why, and changes nothing', async () => {
  const before = await contentOf(data)
  const files: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ['is empty', '', [' empty_file']],
    ['is one line of ten megabytes', 'a'.repeat(10 * 1024 * 1024), [' row_too_long']],
    ['has a cell of ten megabytes', `${HEADER}\nR-1,21,2026-11-23T10:00,${'A'.repeat(9_000_000)},DEU,P\n`, [' row_too_long']],
    ['is too large', FILE.padEnd(11 * 1024 * 1024, '\n'), [' file_too_large']],
    ['is too large for any border', FILE.padEnd(20 * 1024 * 1024, '\n'), [' file_too_large']],
    ['holds a NUL', FILE.replace('DEU', 'D\0U'), [' not_text']],
    ['is UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FILE, 'utf16le')]), [' not_text']],
    ['is UTF-16 without a mark', Buffer.from(FILE, 'utf16le'), [' not_text']],
    ['is in an old code page', Buffer.concat([Buffer.from(FILE), Buffer.from([0xc8, 0xe2, 0xe0, 0xed])]), [' not_utf8']],
    ['is no text at all', Uint8Array.from({ length: 5000 }, (_, index) => (index * 73) % 256), [' not_text']],
    ['has tabs', FILE.replaceAll(',', '\t'), [' wrong_delimiter']],
    ['has bars', FILE.replaceAll(',', '|'), [' wrong_delimiter']],
    ['has no header', `${ROW}\n`, ['arrival column_missing', 'surname column_missing']],
    ['has a column twice', `${HEADER},surname\n${ROW},x\n`, ['surname column_twice']],
    ['has ten thousand columns', `arrival,surname${',c'.repeat(9_000)}\n${ROW}\n`, [' too_many_columns']],
    ['has ten thousand long columns', `arrival,surname${',column'.repeat(10_000)}\n${ROW}\n`, [' row_too_long']],
    ['has a quote that never closes', `${HEADER}\n${ROW.replace(MARKER.surname, `"${MARKER.surname}`)}\n`, [' bad_quotes']],
    ['has too many rows', `${HEADER}\n${`${ROW}\n`.repeat(20_001)}`, [' too_many_rows']],
  ]
  for (const [what, content, places] of files) {
    const answer = await refused(['import', fileWith(base, 'arrivals.csv', content), '--data', data])
    expect({ what, code: answer.code, places: placesOf(answer) }).toEqual({ what, code: 'BAD_INPUT', places })
  }
  expect((await refused(['import', join(base, 'none.csv'), '--data', data])).code).toBe('NO_SUCH_FILE')
  expect((await refused(['import', base, '--data', data])).code).toBe('NO_SUCH_FILE')
  expect(await contentOf(data)).toEqual(before)
})

test('a row without a day of arrival is left out with its reason, and says so when none was taken', async () => {
  const rows = ['', '23/11/26', '2026-02-30', '0001-01-01', 'tomorrow'].map(
    (arrival, index) => `B-${index},31,${arrival},${MARKER.surname},DEU,${MARKER.documentNumber}`,
  )
  const file = fileWith(base, 'rows.csv', [HEADER, ...rows].join('\n'))
  const { exitCode, stdout } = await runCli(['import', file, '--data', data, '--json'])
  const answer: unknown = JSON.parse(stdout)
  expect(exitCode).toBe(1)
  expect(stdout).not.toContain(MARKER.surname)
  expect(answer).toMatchObject({
    created: 0,
    unchanged: 0,
    refused: 5,
    rows: rows.map((_, index) => ({ row: index + 1, outcome: 'refused', issues: [{ path: 'arrival' }] })),
  })
})

test('what a spreadsheet would run is kept as the letters it is', async () => {
  const cells = ['=HYPERLINK("http://x";"y")', '@SUM(A1)', '-1+1', '+77012345678']
  const rows = cells.map(
    (cell, index) => `F-${index},"${cell.replaceAll('"', '""')}",2026-11-23T10:00,Muster${index},DEU,P${index}`,
  )
  const file = fileWith(base, 'formula.csv', [HEADER, ...rows].join('\n'))
  expect(await runCliJson(['import', file, '--data', data])).toMatchObject({ created: 4, refused: 0 })
  const { notices, isClean } = await contentOf(data)
  const rooms = notices.filter(({ reservation }) => reservation?.startsWith('F-') === true).map(({ room }) => room)
  expect({ rooms: rooms.toSorted(), isClean }).toEqual({ rooms: cells.toSorted(), isClean: true })
})
