import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { FirstNoticePayload, NoticePayload, SealedNotice } from '#shared/domain/notice-payload.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { coveringListDocument, type PrintedList } from '#shared/reports/covering-list-document.ts'
import type { Block } from '#shared/reports/document.ts'
import { noticeBlocks } from '#shared/reports/notice-document.ts'

const ANNA: NoticePayload = {
  schemaVersion: 2,
  kind: 'arrival',
  sequence: 1,
  revision: 1,
  follows: null,
  host: { bin: '000140000002', name: 'Hotel Probe', address: 'г. Алматы, ул. Пробная, 2', phone: null },
  stay: {
    arrivalAt: '2026-05-04T21:10',
    departureDate: calendarDate('2026-05-09'),
    room: '208',
    purpose: 'tourism',
    borderEntryDate: calendarDate('2026-05-04'),
    borderCheckpoint: null,
    visaNumber: 'V-1',
    visaValidUntil: calendarDate('2026-06-30'),
    visaEntries: 'single',
  },
  person: {
    surname: 'MUELLER',
    givenNames: 'ANNA',
    patronymic: null,
    printedName: 'Müller Anna',
    sex: 'F',
    birthDate: '1990-05',
    citizenship: 'DEU',
    phone: null,
    email: null,
  },
  document: {
    type: 'passport',
    series: null,
    number: 'C01X00T47',
    issuingState: 'DEU',
    issueDate: calendarDate('2022-01-10'),
    expiryDate: null,
    guardianDocument: null,
  },
}

/** Every fact of a notice by its name, as it is printed. */
function factsOf(payload: SealedNotice): Record<string, string> {
  const blocks = noticeBlocks({ position: 3, list: '2026-014', clientId: 'client-1', payload })
  return Object.fromEntries(
    blocks.flatMap((block) => (block.kind === 'facts' ? block.items.map(({ id, value }) => [id, value.text] as const) : [])),
  )
}

describe('a filled notice', () => {
  it('says all that was sealed, its labels and words in both languages of the state', () => {
    expect(factsOf(ANNA)).toEqual({
      hostName: 'Hotel Probe',
      hostNumber: '000140000002',
      hostAddress: 'г. Алматы, ул. Пробная, 2',
      hostPhone: '–',
      surname: 'MUELLER',
      givenNames: 'ANNA',
      patronymic: '–',
      printedName: 'Müller Anna',
      sex: 'Әйел / Женский',
      birthDate: '05.1990',
      citizenship: 'Германия (DEU)',
      phone: '–',
      email: '–',
      documentType: 'Паспорт',
      documentSeries: '–',
      documentNumber: 'C01X00T47',
      issuingState: 'Германия (DEU)',
      issueDate: '10.01.2022',
      expiryDate: 'мерзімсіз / бессрочно',
      addressOfStay: 'г. Алматы, ул. Пробная, 2, № 208',
      arrivalAt: '04.05.2026 21:10',
      departureDate: '09.05.2026',
      purpose: 'Туризм',
      borderEntryDate: '04.05.2026',
      borderCheckpoint: '–',
      visaNumber: 'V-1',
      visaValidUntil: '30.06.2026',
      visaEntries: 'бір рет / один',
      listNumber: '2026-014 / 3',
      id: 'client-1',
      revision: '1',
    })
  })

  it('of a child without a document names the adult’s; what follows names what it follows', () => {
    const child: NoticePayload = {
      ...ANNA,
      kind: 'extension',
      sequence: 2,
      follows: { clientId: 'client-0', reference: 'ВХ-7' },
      document: {
        ...ANNA.document,
        type: 'none',
        number: null,
        issuingState: null,
        issueDate: null,
        guardianDocument: 'C01X00T47',
      },
    }
    expect(factsOf(child)).toMatchObject({
      documentType: expect.stringContaining('/'),
      documentNumber: '–',
      issuingState: '–',
      issueDate: '–',
      expiryDate: '–',
      guardianDocument: 'C01X00T47',
      follows: 'ВХ-7',
    })
  })

  it('sealed before follow-ups were known is printed all the same', () => {
    const { visaValidUntil: _, visaEntries: __, ...stay } = ANNA.stay
    const { follows: ___, sequence: ____, ...rest } = ANNA
    const older: FirstNoticePayload = { ...rest, schemaVersion: 1, kind: 'arrival', stay }
    expect(factsOf(older)).toEqual({ ...factsOf(ANNA), visaValidUntil: '–', visaEntries: '–' })
  })

  it.each([
    ['გიორგი გელაშვილი', 'құжаттағыдай қолмен жазыңыз / впишите от руки, как в документе'],
    ['王伟', 'құжаттағыдай қолмен жазыңыз / впишите от руки, как в документе'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Қайрат Әлиұлы', 'Қайрат Әлиұлы'],
    ["O’Brien-D'Arcy", "O’Brien-D'Arcy"],
  ])('printed %j is %j: no font of ours turns a name into question marks', (printedName, printed) => {
    expect(factsOf({ ...ANNA, person: { ...ANNA.person, printedName } })['printedName']).toBe(printed)
  })
})

describe('a covering list', () => {
  const list = (given: Partial<PrintedList> = {}): PrintedList => ({
    number: '2026-014',
    madeOn: calendarDate('2026-05-05'),
    madeAt: '2026-05-05T10:20:00.000Z',
    madeBy: 'Айгерим С.',
    language: 'ru',
    heading: {
      name: 'Hotel Probe',
      bin: '000140000002',
      address: 'г. Алматы, ул. Пробная, 2',
      city: 'Алматы',
      phone: null,
      department: 'УМС ДП г. Алматы',
      environment: 'production',
    },
    notices: [
      { position: 1, list: '2026-014', clientId: 'client-1', payload: ANNA },
      { position: 2, list: '2026-014', clientId: 'client-2', payload: null },
    ],
    ...given,
  })
  const isTable = (block: Block) => block.kind === 'table'

  it.each(LANGUAGES)('stands twice, one copy to come back, then a page for each notice (%s)', (language) => {
    const { blocks, banner, asOf, foot } = coveringListDocument(list({ language }))
    expect(blocks.filter(({ kind }) => kind === 'page_break')).toHaveLength(3)
    expect([banner, asOf]).toEqual([null, '2026-05-05T10:20:00.000Z'])
    expect(foot).toContain('2026-014')
    const [first, second] = blocks.filter(isTable)
    expect(first?.rows).toEqual(second?.rows)
    expect(first?.rows.map((row) => row.map(({ value }) => value))).toEqual([
      [1, 'MUELLER ANNA', '1990-05', 'DEU', 'C01X00T47', '04.05.2026 – 09.05.2026', 'arrival'],
      [2, null, null, null, null, null, null],
    ])
    // The notices are the same in every language of the list: the service's forms are Kazakh and Russian.
    const notices = (document: { readonly blocks: readonly Block[] }) =>
      document.blocks.slice(document.blocks.findLastIndex(isTable) + 3)
    expect(notices({ blocks })).toEqual(list().notices.flatMap((notice) => [{ kind: 'page_break' }, ...noticeBlocks(notice)]))
  })

  it.each(['training', 'test'] as const)('says across the top that %s is not for the counter', (environment) => {
    const { heading } = list()
    expect(coveringListDocument(list({ heading: { ...heading, environment } })).banner).toMatch(/НЕ ПОДАВАТЬ/)
  })

  it('names the city once', () => {
    const from = (given: object) => {
      const [facts] = coveringListDocument(list({ heading: { ...list().heading, ...given } })).blocks.filter(
        (block) => block.kind === 'facts',
      )
      return facts?.items.find(({ id }) => id.endsWith('.from'))?.value.text
    }
    expect([from({}), from({ address: 'ул. Пробная, 2' }), from({ city: null })]).toEqual([
      'Hotel Probe, г. Алматы, ул. Пробная, 2',
      'Hotel Probe, ул. Пробная, 2, Алматы',
      'Hotel Probe, г. Алматы, ул. Пробная, 2',
    ])
  })
})
