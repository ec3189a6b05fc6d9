import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadableRow, RefusedRow } from '#electron/desk/import/arrivals-file.ts'
import { readArrivalsCsv } from '#electron/desk/import/read-arrivals-csv.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { sentName } from '#shared/documents/sent-name.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { assess, EMPTY_GUEST, missingFields } from '#shared/domain/guest.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

const OPTIONS = { today: calendarDate('2026-11-23'), zone: 'Asia/Almaty' }
const SAMPLE = readFileSync(new URL('../../../fixtures/arrivals.csv', import.meta.url))

interface ExpectedRow {
  readonly row: number
  readonly reservation: string
  readonly outcome: 'created' | 'unchanged'
  readonly state: string
  readonly missing: readonly string[]
  readonly strictDue: string | null
  readonly latestDue: string | null
}
const EXPECTED: readonly ExpectedRow[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/arrivals.expected.json', import.meta.url), 'utf8'),
)

function readFile(bytes: Uint8Array) {
  const result = readArrivalsCsv(bytes, OPTIONS)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function readText(text: string) {
  return readFile(new TextEncoder().encode(text))
}

function codesOf(bytes: Uint8Array): readonly string[] {
  const result = readArrivalsCsv(bytes, OPTIONS)
  return result.ok ? [] : result.error.map((issue) => issue.code)
}

/** One row with these columns, beside an arrival. */
function readRow(cells: Readonly<Record<string, string>>): ReadableRow {
  const all = { arrival: '2026-11-20T12:00', surname: 'Smith', ...cells }
  const quoted = Object.values(all).map((cell) => `"${cell.replaceAll('"', '""')}"`)
  const [row] = readText(`${Object.keys(all).join(',')}\n${quoted.join(',')}\n`).rows
  if (row?.outcome !== 'readable') throw new Error(JSON.stringify(row))
  return row
}

function placed(issues: readonly { readonly path: string; readonly code: string }[]) {
  return issues.map(({ path, code }) => `${path}: ${code}`)
}

const SMITH_MRZ = 'P<GBRSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<\\nFZ59420437GBR9102239M3409084<<<<<<<<<<<<<<<8'
const KHITROV_MRZ = 'PNRUSHITROV<<IL98<NIKOLAEVI3<<<<<<<<<<<<<<<<\\n4515671230RUS9008216M<<<<<<<0190421770001<84'

describe('sixty arrivals', () => {
  const { rows, notes } = readFile(SAMPLE)
  const readable = rows.filter((row) => row.outcome === 'readable')

  it('are all read, without an issue', () => {
    expect([rows.length, notes]).toEqual([60, []])
    expect(readable.flatMap((row) => placed(row.issues).map((issue) => `${row.row} ${issue}`))).toEqual([])
  })

  it('amount to what the law says, row by row', () => {
    const calendar = workingCalendar(BUILT_IN_YEARS)
    const found = readable.map(({ row, stay, guest }) => {
      const state = assess(guest, stay.departureDate)
      const due = arrivalDeadline(calendarDate(stay.arrivalAt.slice(0, 10)), calendar)
      const isOwed = state !== 'not_required'
      return {
        row,
        reservation: stay.reservation,
        state,
        missing: missingFields(guest, stay.departureDate),
        strictDue: isOwed ? due.strictDue : null,
        latestDue: isOwed ? due.latestDue : null,
      }
    })
    expect(found).toEqual(EXPECTED.map(({ outcome: _, ...row }) => row))
  })

  it('carry notes on the expired document and on the letter that a check digit put right, and on nothing else', () => {
    expect(readable.flatMap((row) => placed(row.notes).map((note) => `${row.row} ${note}`))).toEqual([
      '37 expiry_date: document_expired',
      '60 mrz: mrz_repaired',
    ])
  })

  it('keep every printed name and every MRZ as written', () => {
    const lines = SAMPLE.toString('utf8').trimEnd().split('\n').slice(1)
    for (const { row, guest } of readable) {
      const line = lines[row - 1] ?? ''
      if (guest.printedName !== null) expect(line).toContain(`,${guest.printedName},`)
      if (guest.mrz !== null) expect(line).toContain(`,${guest.mrz.replaceAll('\n', '\\n')},`)
    }
    expect(readable.map((row) => row.guest.printedName)).toEqual(
      expect.arrayContaining(['Müller Jürgen Karl', 'Nguyễn Văn An', "O'Brien Seán Patrick", '李娜', 'Нұрланов Әлішер']),
    )
  })

  it('are sent under the spelling of their MRZ', () => {
    for (const { guest } of readable) {
      const reading = readMrz(guest.mrz ?? '', OPTIONS.today)
      if (!reading.ok || reading.value.format === 'RU-INTERNAL') continue
      const { surname, givenNames } = reading.value.fields
      expect(sentName(guest)).toEqual({ surname, givenNames, patronymic: null })
    }
  })

  it('fill from the MRZ what the columns lack', () => {
    const russian = readable.find((row) => row.stay.reservation === 'R-26110044')
    expect(russian?.guest).toMatchObject({
      surname: 'ХИТРОВ',
      givenNames: 'ИЛЬЯ',
      patronymic: 'НИКОЛАЕВИЧ',
      documentSeries: '4510',
      documentNumber: '567123',
      issueDate: '2019-04-21',
      expiryDate: null,
      hasNoExpiry: true,
      issuingState: 'RUS',
    })
    const returning = readable.find((row) => row.stay.reservation === 'R-26119003')
    expect(returning?.guest).toMatchObject({
      surname: 'WANG',
      givenNames: 'XIAOMING',
      documentNumber: 'M4152584',
      birthDate: '1988-09-23',
    })
  })

  it('prove a single name only by an MRZ', () => {
    const single = readable.filter((row) => row.guest.hasSingleName).map((row) => row.stay.reservation)
    expect(single).toEqual(['R-26110035', 'R-26110055'])
  })
})

describe('columns and MRZ side by side', () => {
  it('agree without a word', () => {
    const { guest, notes } = readRow({
      surname: 'Smith',
      given_names: 'John',
      birth_date: '1991-02-23',
      citizenship: 'GB',
      document_number: 'fz 5942043',
      mrz: SMITH_MRZ,
    })
    expect(notes).toEqual([])
    expect([guest.citizenship, guest.documentNumber, guest.expiryDate]).toEqual(['GBR', 'FZ5942043', '2034-09-08'])
  })

  it('differ: what a check digit proves wins, else the column stays; each difference is noted', () => {
    const { guest, notes, issues } = readRow({
      surname: 'Smythe',
      given_names: 'Jane',
      sex: 'F',
      birth_date: '1991-02-24',
      citizenship: 'IRL',
      document_type: 'id_card',
      document_number: 'FZ5942034',
      expiry_date: '2034-09-09',
      mrz: SMITH_MRZ,
    })
    expect(guest).toEqual({
      ...EMPTY_GUEST,
      surname: 'Smythe',
      givenNames: 'Jane',
      mrz: SMITH_MRZ.replaceAll('\\n', '\n'),
      sex: 'F',
      birthDate: '1991-02-23',
      citizenship: 'IRL',
      documentType: 'id_card',
      documentNumber: 'FZ5942043',
      issuingState: 'GBR',
      expiryDate: '2034-09-08',
    })
    expect(issues).toEqual([])
    expect(placed(notes).sort()).toEqual(
      ['birth_date', 'citizenship', 'document_number', 'document_type', 'expiry_date', 'given_names', 'sex', 'surname'].map(
        (column) => `${column}: mrz_differs`,
      ),
    )
  })

  it.each([
    ['4510', '567123', '4510', '567123', []],
    ['', '4510 567123', '4510', '567123', []],
    ['', '567123', '4510', '567123', []],
    ['', '', '4510', '567123', []],
    ['4511', '567123', '4510', '567123', ['document_number: mrz_differs']],
  ])(
    'series %j and number %j of a Russian passport become %s %s',
    (series, number, documentSeries, documentNumber, expected) => {
      const { guest, notes } = readRow({ surname: '', document_series: series, document_number: number, mrz: KHITROV_MRZ })
      expect([guest.documentSeries, guest.documentNumber]).toEqual([documentSeries, documentNumber])
      expect(placed(notes)).toEqual(expected)
    },
  )

  it('take number and last day of a visa from its lines, and nothing of a document', () => {
    const mrz = 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<'
    const { guest, notes } = readRow({ surname: 'Eriksson', visa_valid_until: '1996-12-11', visa_entries: 'single', mrz })
    expect(guest).toMatchObject({
      visaNumber: 'L8988901C',
      visaValidUntil: '1996-12-10',
      visaEntries: 'single',
      documentNumber: null,
      expiryDate: null,
      hasNoExpiry: false,
    })
    expect(placed(notes)).toEqual(['visa_valid_until: mrz_differs', 'visa_valid_until: visa_expired'])
  })

  it('keep a line that cannot be read, say why, and do not borrow from it', () => {
    const { guest, issues } = readRow({ mrz: 'P<GBRSMITH<<JOHN' })
    expect(guest).toEqual({ ...EMPTY_GUEST, surname: 'Smith', mrz: 'P<GBRSMITH<<JOHN' })
    expect(placed(issues)).toEqual(['mrz: not_mrz_wrong_length'])
  })

  it('report a check digit that fails, and leave that field to the column', () => {
    const broken = SMITH_MRZ.replace('910223', '910224')
    expect(readRow({ mrz: broken }).guest.birthDate).toBeNull()
    const { guest, issues, notes } = readRow({ mrz: broken, birth_date: '1991-02-23' })
    expect([guest.birthDate, notes]).toEqual(['1991-02-23', []])
    expect(placed(issues)).toEqual(['mrz: mrz_check_digit_failed', 'mrz: mrz_check_digit_failed'])
  })
})

describe('a cell that cannot be used', () => {
  it.each([
    ['birth_date', '1988-02-30', 'not_a_date', 'birthDate'],
    ['birth_date', '2027-01-01', 'after_arrival', 'birthDate'],
    ['issue_date', '14.11.2020', 'not_a_date', 'issueDate'],
    ['issue_date', '2026-11-21', 'after_arrival', 'issueDate'],
    ['expiry_date', 'never', 'not_a_date', 'expiryDate'],
    ['citizenship', 'Germany', 'unknown_citizenship', 'citizenship'],
    ['sex', 'yes', 'unknown_value', 'sex'],
    ['document_type', 'driving licence', 'unknown_value', 'documentType'],
    ['purpose', 'fun', 'unknown_value', 'purpose'],
    ['phone', '7'.repeat(201), 'too_long', 'phone'],
  ])('%s = %s leaves its field empty: %s', (column, text, code, field) => {
    const { guest, issues } = readRow({ [column]: text })
    expect(guest).toEqual({ ...EMPTY_GUEST, surname: 'Smith' })
    expect(field in guest).toBe(true)
    expect(placed(issues)).toEqual([`${column}: ${code}`])
    expect(JSON.stringify(issues)).not.toContain(text)
  })

  it.each([
    ['2026-11-19', 'departure_before_arrival'],
    ['soon', 'not_a_date'],
  ])('departure = %s leaves the departure unknown: %s', (departure, code) => {
    const { stay, issues } = readRow({ departure })
    expect([stay.departureDate, placed(issues)]).toEqual([null, [`departure: ${code}`]])
  })

  it('is kept but marked where its letters were lost before', () => {
    const { guest, issues } = readRow({ surname: 'M\ufffdller' })
    expect([guest.surname, placed(issues)]).toEqual(['M\ufffdller', ['surname: broken_letters']])
  })

  it('and a row that names nobody is kept, loudly', () => {
    const { issues } = readRow({ surname: '' })
    expect(placed(issues)).toEqual(['surname: nobody_named'])
  })
})

describe('the arrival', () => {
  it.each([
    ['2026-11-14T00:10', '2026-11-14T00:10', []],
    ['2026-11-14 00:10', '2026-11-14T00:10', []],
    ['2026-11-14T00:10:59', '2026-11-14T00:10', []],
    ['2026-11-14', '2026-11-14T00:00', ['arrival: arrival_without_time']],
    ['2026-11-13T19:10:00Z', '2026-11-14T00:10', []],
    ['2026-11-13T19:10:00.000Z', '2026-11-14T00:10', []],
    ['2026-11-13T22:10+0300', '2026-11-14T00:10', []],
    ['2026-11-13T22:10+03', '2026-11-14T00:10', []],
    ['2026-11-14T00:10+05:00', '2026-11-14T00:10', []],
  ])('%s is %s on the hotel’s wall', (arrival, arrivalAt, expected) => {
    const { stay, notes } = readRow({ arrival })
    expect([stay.arrivalAt, placed(notes)]).toEqual([arrivalAt, expected])
  })

  it.each(['', 'yesterday', '14.11.2026', '2026-02-30', '2026-11-14T25:00', '2026-11-14T24:00', '2026-11-14T00:10+99:00'])(
    '%j refuses its row, and the others go on',
    (arrival) => {
      const { rows } = readText(`reservation,arrival,surname\nA,${arrival},Smith\nB,2026-11-14T10:00,Brown\n`)
      const [first, second] = rows as readonly [RefusedRow, ReadableRow]
      expect([first.outcome, first.row, first.reservation, first.issues.map((issue) => issue.path)]).toEqual([
        'refused',
        1,
        'A',
        ['arrival'],
      ])
      expect([second.outcome, second.row, second.stay.reservation]).toEqual(['readable', 2, 'B'])
    },
  )
})

describe('the file', () => {
  const HEADER = 'reservation,arrival,surname,printed_name'
  const ROW = 'A,2026-11-14T10:00,Smith,"Müller, Jürgen"'
  const plain = readText(`${HEADER}\n${ROW}\n`)

  it.each([
    ['a byte order mark', `\ufeff${HEADER}\n${ROW}\n`],
    ['Windows line ends and empty rows', `${HEADER}\r\n\r\n${ROW}\r\n,,,\r\n`],
    ['no last line end', `${HEADER}\n${ROW}`],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\nA;2026-11-14T10:00;Smith;"Müller, Jürgen"\n`],
    ['capital letters in the header', `${HEADER.toUpperCase()}\n${ROW}\n`],
    ['columns in another order', `printed_name,surname,arrival,reservation\n"Müller, Jürgen",Smith,2026-11-14T10:00,A\n`],
  ])('is read alike with %s', (_how, text) => {
    expect(readText(text)).toEqual(plain)
  })

  it('with a column not known here is read, and the column named', () => {
    const { rows, notes } = readText('arrival,surname,loyalty\n2026-11-14,Smith,gold\n')
    expect([rows.length, placed(notes)]).toEqual([1, ['loyalty: column_unknown']])
  })

  it('with a row longer than the header refuses that row, whose fields may have slipped', () => {
    const { rows } = readText(`${HEADER}\nA,2026-11-14T10:00,Smith,Müller, Jürgen\n${ROW}\n`)
    expect(rows.map((row) => row.outcome)).toEqual(['refused', 'readable'])
  })

  it('with a row shorter than the header has the rest empty', () => {
    const [row] = readText(`${HEADER}\nA,2026-11-14T10:00,Smith\n`).rows as readonly [ReadableRow]
    expect(row.guest).toEqual({ ...EMPTY_GUEST, surname: 'Smith' })
  })

  it.each([
    ['is empty', '', ['empty_file']],
    ['has tabs between its fields', 'arrival\tsurname\n2026-11-14\tSmith\n', ['wrong_delimiter']],
    ['has bars between its fields', 'room|arrival|surname\n1|2026-11-14|Smith\n', ['wrong_delimiter']],
    ['has no header', ROW, ['column_missing', 'column_missing']],
    ['lacks the arrival', 'surname\nSmith\n', ['column_missing']],
    ['names nobody', 'arrival,room\n2026-11-14,101\n', ['column_missing']],
    ['has a column twice', 'arrival,surname,surname\n2026-11-14,Smith,Brown\n', ['column_twice']],
    ['has ten thousand columns', `arrival,surname${',x'.repeat(9_000)}\n`, ['too_many_columns']],
    [
      'has a quote that never closes',
      `${HEADER}\nA,2026-11-14T10:00,"Smith\n${'B,2026-11-14T10:00,Brown,\n'.repeat(1_000)}`,
      ['row_too_long'],
    ],
    ['has quotes that do not pair up', `${HEADER}\nA,2026-11-14T10:00,"Sm"ith,x\n`, ['bad_quotes']],
    ['has more rows than fit', `arrival,surname\n${'2026-11-14,Smith\n'.repeat(20_001)}`, ['too_many_rows']],
    ['holds a NUL', `${HEADER}\nA,2026-11-14,Smi\u0000th,\n`, ['not_text']],
  ])('that %s is refused as a whole', (_what, text, codes) => {
    expect(codesOf(new TextEncoder().encode(text))).toEqual(codes)
  })

  it('that is too large is refused before it is read', () => {
    expect(codesOf(new Uint8Array(100 * 1024 * 1024).fill(0x61))).toEqual(['file_too_large'])
  })

  it('in UTF-16 is refused with what to do', () => {
    expect(codesOf(Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'))).toEqual(['not_text'])
  })

  it('in Windows-1251 is refused and the line named', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n${ROW}\nA,2026-11-14,`),
      Buffer.from([0xc8, 0xe2, 0xe0, 0xed]),
      Buffer.from(',\n'),
    ])
    const result = readArrivalsCsv(bytes, OPTIONS)
    expect(result).toMatchObject({ ok: false, error: [{ code: 'not_utf8', message: expect.stringContaining('Line 3 ') }] })
  })

  it('of any bytes is answered, never thrown at', () => {
    const seed = Number(process.env['QABYL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
    console.info(`CSV fuzz seed ${seed} (repeat with QABYL_SEED=${seed})`)
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('2026-11-14T10:00', '"', 'KAZ', SMITH_MRZ, ''),
    )
    const table = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 8 })
      .map((rows) => `arrival,surname,mrz,birth_date,departure,citizenship\n${rows.map((row) => row.join(',')).join('\n')}`)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          table.map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const result = readArrivalsCsv(bytes, OPTIONS)
          if (result.ok) expect(result.value.rows.map((row) => row.row)).toEqual(result.value.rows.map((_, index) => index + 1))
          else expect(result.error.length).toBeGreaterThan(0)
        },
      ),
      { seed, numRuns: 1000 },
    )
  })
})
