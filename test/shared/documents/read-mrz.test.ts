import { parse as parseWithMrzPackage } from 'mrz'
import { describe, expect, it } from 'vitest'
import type { MrzDocument } from '#shared/documents/mrz-reading.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { digit, fill, misread, td3 } from './mrz-maker.ts'

const TODAY = calendarDate('2026-11-23')

function read(text: string): MrzDocument {
  const reading = readMrz(text, TODAY)
  if (!reading.ok) throw new Error(`not read: ${reading.error.code}`)
  return reading.value
}

const MUELLER = ['P<D<<MUELLER<<JUERGEN<KARL<<<<<<<<<<<<<<<<<<', 'CZM2MGGW50D<<9610219M3503063<<<<<<<<<<<<<<<8'] as const
const KHITROV = ['PNRUSHITROV<<IL98<NIKOLAEVI3<<<<<<<<<<<<<<<<', '4515671230RUS9008216M<<<<<<<0190421770001<84'] as const
/** The specimens of ICAO Doc 9303 parts 5–7; `UTO` is nobody's code and is reported as such. */
const SPECIMEN_TD1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const
const SPECIMEN_TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'] as const
const SPECIMEN_MRV_A = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'] as const
const SPECIMEN_MRV_B = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'] as const

const NOTHING = {
  surname: null,
  givenNames: null,
  patronymic: null,
  hasSingleName: false,
  sex: null,
  birthDate: null,
  citizenship: null,
  documentType: null,
  documentSeries: null,
  documentNumber: null,
  issuingState: null,
  issueDate: null,
  expiryDate: null,
  hasNoExpiry: false,
  visaNumber: null,
  visaValidUntil: null,
}

describe('a passport', () => {
  it('gives every field, every check digit and nothing to complain of', () => {
    expect(readMrz(MUELLER.join('\n'), TODAY)).toEqual({
      ok: true,
      value: {
        format: 'TD3',
        lines: MUELLER,
        text: MUELLER.join('\n'),
        fields: {
          ...NOTHING,
          surname: 'MUELLER',
          givenNames: 'JUERGEN KARL',
          sex: 'M',
          birthDate: '1996-10-21',
          citizenship: 'DEU',
          documentType: 'passport',
          documentNumber: 'CZM2MGGW5',
          issuingState: 'DEU',
          expiryDate: '2035-03-06',
        },
        proven: ['documentNumber', 'birthDate', 'expiryDate'],
        checks: [
          { field: 'documentNumber', line: 2, column: 10, expected: '0', found: '0', isValid: true },
          { field: 'birthDate', line: 2, column: 20, expected: '9', found: '9', isValid: true },
          { field: 'expiryDate', line: 2, column: 28, expected: '3', found: '3', isValid: true },
          { field: 'optional', line: 2, column: 43, expected: '0', found: '<', isValid: true },
          { field: 'composite', line: 2, column: 44, expected: '8', found: '8', isValid: true },
        ],
        repairs: [],
        errors: [],
        name: { coded: 'MUELLER<<JUERGEN<KARL', primary: 'MUELLER', secondary: 'JUERGEN KARL' },
        isTruncatedName: false,
      },
    })
  })

  it.each([
    ['newlines', MUELLER.join('\n')],
    ['carriage returns', MUELLER.join('\r')],
    ['Windows line ends and blank lines around', `\r\n\r\n${MUELLER.join('\r\n')}\r\n`],
    ['the two characters \\n', MUELLER.join('\\n')],
    ['nothing between the lines', MUELLER.join('')],
    ['small letters', MUELLER.join('\n').toLowerCase()],
    [
      'spaces anywhere and a scanner’s control characters',
      `\u0002 ${MUELLER[0].slice(0, 7)} ${MUELLER[0].slice(7)} \t\n${MUELLER[1]}\u0003`,
    ],
  ])('is read alike with %s', (_how, text) => {
    expect(read(text)).toEqual(read(MUELLER.join('\n')))
  })

  it('of a person with one name proves that there is only one', () => {
    const { fields } = read(td3({ name: 'SUKARNO' }).join('\n'))
    expect([fields.surname, fields.givenNames, fields.hasSingleName]).toEqual(['SUKARNO', null, true])
  })

  it('whose name fills the field says that its end may be missing, and proves no single name', () => {
    const cut = read(td3({ name: 'PAPADOPOULOUKONSTANTINOPOULOUCHATZIGEORGIOU' }).join('\n'))
    expect([cut.isTruncatedName, cut.fields.hasSingleName]).toEqual([true, false])
    expect(read(td3().join('\n')).isTruncatedName).toBe(false)
  })

  it.each([
    ['60<<<<', '1960'],
    ['6005<<', '1960-05'],
    ['000229', '2000-02-29'],
    ['261123', '2026-11-23'],
    ['261124', '1926-11-24'],
    ['27<<<<', '1927'],
  ])('with birth %s is read as %s', (coded, birthDate) => {
    expect(read(td3({ birth: coded }).join('\n')).fields.birthDate).toBe(birthDate)
  })

  it.each([
    ['261031', '2026-10-31'],
    ['761231', '2076-12-31'],
    ['770101', '1977-01-01'],
  ])('with expiry %s is read as %s', (coded, expiryDate) => {
    expect(read(td3({ expiry: coded }).join('\n')).fields.expiryDate).toBe(expiryDate)
  })

  it.each(['<<<<<<', '991332', '60<<15', '010229'])('with birth %s leaves the birth empty and says why', (birth) => {
    const { fields, errors } = read(td3({ birth }).join('\n'))
    expect(fields.birthDate).toBeNull()
    expect(errors.map(({ field, code }) => [field, code])).toEqual([['birthDate', birth === '<<<<<<' ? 'empty' : 'not_a_date']])
  })

  it.each([
    ['XXA', 'KAZ', 'XXA', 'travel_document'],
    ['XXB', 'TUR', 'XXB', 'travel_document'],
    ['UNO', 'UNO', 'UNO', 'travel_document'],
    ['GBD', 'GBD', 'GBD', 'passport'],
    ['CHN', 'CHN', 'CHN', 'passport'],
    ['D', 'D', 'DEU', 'passport'],
  ])('of nationality %s issued by %s keeps %s as %s', (nationality, issuer, citizenship, documentType) => {
    const { fields } = read(td3({ nationality, issuer }).join('\n'))
    expect([fields.citizenship, fields.documentType]).toEqual([citizenship, documentType])
  })

  it('with a nationality that is no code leaves the citizenship unknown', () => {
    const { fields, errors } = read(td3({ nationality: 'QQQ' }).join('\n'))
    expect(fields.citizenship).toBeNull()
    expect(errors.map(({ field, code }) => [field, code])).toEqual([['citizenship', 'unknown_code']])
  })

  it('takes an unspecified sex for an answer', () => {
    expect(read(td3({ sex: '<' }).join('\n')).fields.sex).toBe('X')
  })

  it('with a digit in its Latin name gives no name, because none is proven', () => {
    const { fields, errors } = read(td3({ name: 'SM1TH<<JOHN' }).join('\n'))
    expect([fields.surname, fields.givenNames]).toEqual([null, null])
    expect(errors.map(({ field, code }) => [field, code])).toEqual([['surname', 'bad_name']])
  })
})

describe('other documents', () => {
  it('reads an identity card (TD1)', () => {
    const card = ['IDKGZID12345673<<<<<<<<<<<<<<<', '8804020M3104013KGZ<<<<<<<<<<<2', 'ASANOV<<BAKYT<<<<<<<<<<<<<<<<<']
    const { format, fields, errors } = read(card.join(''))
    expect([format, errors]).toEqual(['TD1', []])
    expect(fields).toEqual({
      ...NOTHING,
      surname: 'ASANOV',
      givenNames: 'BAKYT',
      sex: 'M',
      birthDate: '1988-04-02',
      citizenship: 'KGZ',
      documentType: 'id_card',
      documentNumber: 'ID1234567',
      issuingState: 'KGZ',
      expiryDate: '2031-04-01',
    })
  })

  it('reads a card whose number is longer than nine characters', () => {
    const card = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<']
    const { fields, checks } = read(card.join('\n'))
    expect(fields.documentNumber).toBe('D23145890734')
    expect(checks[0]).toEqual({ field: 'documentNumber', line: 1, column: 19, expected: '9', found: '9', isValid: true })
  })

  it.each([
    ['without', 'ABC123456788'],
    ['with', 'ABC123456<788'],
  ])('takes the digit of a long number reckoned %s the filler in its place', (_how, reckoned) => {
    expect(digit('ABC123456788')).not.toBe(digit('ABC123456<788'))
    const first = fill(`I<GBRABC123456<788${digit(reckoned)}`, 30)
    const { fields, checks } = read([first, SPECIMEN_TD1[1], SPECIMEN_TD1[2]].join('\n'))
    expect([fields.documentNumber, checks[0]?.isValid]).toEqual(['ABC123456788', true])
    const wrong = read([misread(first, 19, '<'), SPECIMEN_TD1[1], SPECIMEN_TD1[2]].join('\n'))
    expect(wrong.fields.documentNumber).toBeNull()
  })

  it.each([
    ['TD1', SPECIMEN_TD1, 'D23145890', null, null],
    ['TD2', SPECIMEN_TD2, 'D23145890', null, null],
    ['MRV-A', SPECIMEN_MRV_A, null, 'L8988901C', 'XXX'],
    ['MRV-B', SPECIMEN_MRV_B, null, 'L8988901C', 'XXX'],
  ] as const)('reads the specimen of %s', (format, lines, documentNumber, visaNumber, citizenship) => {
    const { fields, checks, ...reading } = read(lines.join('\n'))
    expect(reading.format).toBe(format)
    expect(checks.every((check) => check.isValid)).toBe(true)
    expect([fields.surname, fields.givenNames, fields.citizenship]).toEqual(['ERIKSSON', 'ANNA MARIA', citizenship])
    expect([fields.documentNumber, fields.visaNumber]).toEqual([documentNumber, visaNumber])
  })

  it('takes neither number nor dates of a document from a visa, and says so', () => {
    const { fields, errors } = read(SPECIMEN_MRV_A.join('\n'))
    expect([fields.documentType, fields.documentNumber, fields.expiryDate, fields.hasNoExpiry]).toEqual([
      null,
      null,
      null,
      false,
    ])
    expect(errors.map(({ field, code }) => [field, code])).toContainEqual(['documentNumber', 'visa_not_document'])
  })

  it.each([
    ['MRV-A', SPECIMEN_MRV_A],
    ['MRV-B', SPECIMEN_MRV_B],
  ] as const)('takes the last day of a visa from %s, proven by its digit', (_format, lines) => {
    const { fields, proven } = read(lines.join('\n'))
    expect(fields.visaValidUntil).toBe('1996-12-10')
    expect(proven).toContain('visaValidUntil')
    const misread = read(lines.map((line) => line.replace('9612109', '9612009')).join('\n'))
    expect(misread.fields.visaValidUntil).toBeNull()
    expect(misread.errors).toContainEqual(expect.objectContaining({ field: 'visaValidUntil', code: 'check_digit_failed' }))
  })

  it('takes a card issued to another state’s citizen for a residence permit', () => {
    const number = `${fill('KZ1234567', 9)}${digit('KZ1234567')}${fill('', 15)}`
    const birth = `900115${digit('900115')}`
    const expiry = `320601${digit('320601')}`
    const composite = digit(`${number}${birth}${expiry}${fill('', 11)}`)
    const lines = [`I<KAZ${number}`, `${birth}M${expiry}UZB${fill('', 11)}${composite}`, fill('KARIMOV<<ALI', 30)]
    expect(read(lines.join('\n')).fields.documentType).toBe('residence_permit')
  })

  it('refuses the old French identity card instead of reading it wrongly', () => {
    const lines = [`${fill('IDFRABERTHIER', 30)}952042`, fill('9409952018746NATACHE<<CORINNE<6512068F6', 36)]
    expect(readMrz(lines.join('\n'), TODAY)).toMatchObject({
      ok: false,
      error: { code: 'unsupported_document' },
    })
  })
})

describe('a Russian internal passport', () => {
  it('is decoded to Cyrillic; series, number and issue come out of the coded fields; it never expires', () => {
    const { format, fields, checks, errors, proven, name } = read(KHITROV.join('\n'))
    expect([format, errors]).toEqual(['RU-INTERNAL', []])
    expect(checks.every((check) => check.isValid)).toBe(true)
    expect(fields).toEqual({
      ...NOTHING,
      surname: 'ХИТРОВ',
      givenNames: 'ИЛЬЯ',
      patronymic: 'НИКОЛАЕВИЧ',
      sex: 'M',
      birthDate: '1990-08-21',
      citizenship: 'RUS',
      documentType: 'internal_passport',
      documentSeries: '4510',
      documentNumber: '567123',
      issuingState: 'RUS',
      issueDate: '2019-04-21',
      hasNoExpiry: true,
    })
    expect(proven).toEqual(['documentNumber', 'birthDate', 'issueDate', 'documentSeries'])
    expect(name).toEqual({ coded: 'HITROV<<IL98<NIKOLAEVI3', primary: 'HITROV', secondary: 'IL98 NIKOLAEVI3' })
  })

  it.each([
    ['ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678<<A<B', 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', 'А Б', null],
    ['KQZY<<MAMED<ALI<OGLY', 'КЙЗЫ', 'МАМЕД', 'АЛИ ОГЛЫ'],
    ['IVANOVA<<ANNA<MARI8<PETROVNA', 'ИВАНОВА', 'АННА МАРИЯ', 'ПЕТРОВНА'],
    ['KIM<<IVAN', 'КИМ', 'ИВАН', null],
  ])('coded %s', (name, surname, givenNames, patronymic) => {
    const { fields } = read(
      td3({
        code: 'PN',
        issuer: 'RUS',
        nationality: 'RUS',
        name,
        number: '451567123',
        expiry: '<<<<<<',
        optional: '0190421770001',
      }).join('\n'),
    )
    expect([fields.surname, fields.givenNames, fields.patronymic]).toEqual([surname, givenNames, patronymic])
  })

  it('keeps the number but neither series nor issue when their digit fails', () => {
    const { fields, errors } = read([KHITROV[0], misread(KHITROV[1], 31, '5')].join('\n'))
    expect([fields.documentNumber, fields.documentSeries, fields.issueDate]).toEqual(['567123', null, null])
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['documentSeries', 'check_digit_failed'],
      ['issueDate', 'check_digit_failed'],
      ['optional', 'check_digit_failed'],
      ['composite', 'check_digit_failed'],
    ])
  })
})

describe('a misread character', () => {
  it('in a date is put right and shown, and the lines stay as read', () => {
    const lines = ['P<CHNWANG<<XIAOMING<<<<<<<<<<<<<<<<<<<<<<<<<', 'M4152584<1CHN88O9232M2906058<<<<<<<<<<<<<<<0']
    const { fields, repairs, errors, text } = read(lines.join('\\n'))
    expect(fields.birthDate).toBe('1988-09-23')
    expect(repairs).toEqual([{ field: 'birthDate', line: 2, column: 16, read: 'O', became: '0', provenBy: 'birthDate' }])
    expect(errors).toEqual([])
    expect(text).toBe(lines.join('\n'))
  })

  it.each([
    ['O', '0', 'Z6307078', 4],
    ['I', '1', 'R1573911', 2],
    ['S', '5', 'AB5123477', 3],
    ['B', '8', 'FZ8942043', 3],
    ['Z', '2', 'FZ2942043', 3],
    ['D', '0', 'FZ0942043', 3],
  ])('%s for %s in a document number is put right where the digit proves it', (read1, truth, number, column) => {
    const [first, second] = td3({ number })
    expect(second[column - 1]).toBe(truth)
    const { fields, repairs } = read([first, misread(second, column, read1)].join('\n'))
    expect(fields.documentNumber).toBe(number)
    expect(repairs).toEqual([
      { field: 'documentNumber', line: 2, column, read: read1, became: truth, provenBy: 'documentNumber' },
    ])
  })

  it('in the check digit itself is put right', () => {
    const [first, second] = td3({ birth: '910226' })
    expect(second[19]).toBe('2')
    const { fields, repairs } = read([first, misread(second, 20, 'Z')].join('\n'))
    expect(fields.birthDate).toBe('1991-02-26')
    expect(repairs).toEqual([{ field: 'birthDate', line: 2, column: 20, read: 'Z', became: '2', provenBy: 'birthDate' }])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'typed wrong at digit %i of an all-digit number is reported, never turned into a letter',
    (column) => {
      const [first, second] = td3({ number: '706011293', issuer: 'RUS', nationality: 'RUS' })
      const wrong = String((Number(second[column - 1]) + 1) % 10)
      const { fields, repairs, errors } = read([first, misread(second, column, wrong)].join('\n'))
      expect([fields.documentNumber, repairs]).toEqual([null, []])
      expect(errors.map(({ field, code }) => [field, code])).toContainEqual(['documentNumber', 'check_digit_failed'])
    },
  )

  it('with two corrections that would both fit is left to the clerk', () => {
    // Columns 2 and 5 weigh alike, so taking either O for a zero satisfies the digit.
    const [first, second] = td3({ number: 'X0XXOX12' })
    const { fields, repairs, errors } = read([first, misread(second, 2, 'O')].join('\n'))
    expect([fields.documentNumber, repairs]).toEqual([null, []])
    expect(errors.map(({ field, code }) => [field, code])).toContainEqual(['documentNumber', 'repair_ambiguous'])
  })

  it('that would make the number fit is not put right when the composite digit says that its check digit was misread', () => {
    const [first, second] = td3({ number: 'FZ5942O43' })
    // O→0 changes the sum by 6, as does a check digit misread so: only the composite can tell.
    const wrongDigit = digit('FZ5942043')
    expect(wrongDigit).not.toBe(second[9])
    const { fields, repairs, errors } = read([first, misread(second, 10, wrongDigit)].join('\n'))
    expect([fields.documentNumber, repairs]).toEqual([null, []])
    expect(errors.map(({ field }) => field)).toEqual(['documentNumber', 'composite'])
  })

  it('in a field that no digit covers is reported, not guessed', () => {
    const { fields, errors, repairs } = read(td3({ nationality: 'GB8', sex: '1' }).join('\n'))
    expect([fields.citizenship, fields.sex, repairs]).toEqual([null, null, []])
    expect(errors.map(({ field }) => field).sort()).toEqual(['citizenship', 'sex'])
  })

  it('in a date that no digit proves leaves the date empty', () => {
    const [first, second] = td3()
    const { fields, errors, checks } = read([first, misread(misread(second, 14, 'O'), 15, '7')].join('\n'))
    expect(fields.birthDate).toBeNull()
    expect(errors.map(({ field, code }) => [field, code])).toContainEqual(['birthDate', 'check_digit_failed'])
    expect(checks.find(({ field }) => field === 'birthDate')?.isValid).toBe(false)
  })
})

describe('what is no MRZ', () => {
  it.each([
    ['', { code: 'empty', line: null, column: null }],
    [' \n\\n\t', { code: 'empty', line: null, column: null }],
    ['P<D<<MUELLER', { code: 'wrong_length', line: null, column: null }],
    [`${MUELLER[0]}\n${MUELLER[1]}0`, { code: 'wrong_length', line: null, column: null }],
    [`${MUELLER[0]}\n${misread(MUELLER[1], 7, '*')}`, { code: 'bad_character', line: 2, column: 7 }],
    ['З<КГЫШМФТЩМ', { code: 'foreign_letters', line: 1, column: 1 }],
    ['A'.repeat(401), { code: 'too_long', line: null, column: null }],
  ])('%j is answered with a reason', (text, expected) => {
    expect(readMrz(text, TODAY)).toEqual({ ok: false, error: { ...expected, message: expect.stringMatching(/\S/) } })
  })

  it('is never quoted in the reason', () => {
    const reading = readMrz(`${MUELLER[0]}\n${MUELLER[1]}0`, TODAY)
    expect(JSON.stringify(reading)).not.toMatch(/MUELLER|CZM2/)
  })
})

describe('beside the mrz package', () => {
  it.each([
    ['TD3', MUELLER],
    ['TD3 with personal number', td3({ optional: 'ZE184226B' })],
    ['TD1', SPECIMEN_TD1],
    ['TD2', SPECIMEN_TD2],
  ] as const)('reads the same from %s', (_format, lines) => {
    const theirs = parseWithMrzPackage([...lines])
    const ours = read(lines.join('\n'))
    const digits = theirs.details.filter((detail) => detail.field?.endsWith('CheckDigit'))
    expect(digits.every((detail) => detail.valid)).toBe(ours.checks.every((check) => check.isValid))
    expect([ours.fields.surname, ours.fields.givenNames, ours.fields.documentNumber]).toEqual([
      theirs.fields.lastName,
      theirs.fields.firstName,
      theirs.documentNumber,
    ])
  })
})
