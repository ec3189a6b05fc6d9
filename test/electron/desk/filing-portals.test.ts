import { describe, expect, it } from 'vitest'
import { defaultConvention } from '#electron/desk/filing/filing-settings.ts'
import eqonaq from '#electron/desk/filing/portals/eqonaq.json' with { type: 'json' }
import { isNumberOf, PORTALS, readPortal } from '#electron/desk/filing/portals.ts'
import { writtenDate, writtenName, writtenRoom } from '#electron/desk/filing/written.ts'
import type { FilingConvention } from '#shared/domain/filing-convention.ts'
import { ANNA, checkedIn, PROPERTY, startedDesk } from './desk-under-test.ts'

const USUAL = defaultConvention(PROPERTY)

describe('a portal’s data file', () => {
  it('says which order of fields is not confirmed, and what is not known of its numbers', () => {
    expect(
      PORTALS.map(({ id, order, arrivalNotEarlierThanDaysAgo, proof }) => [id, order, arrivalNotEarlierThanDaysAgo, proof]),
    ).toEqual([
      ['eqonaq', 'old_copy', 2, expect.objectContaining({ referencePattern: null, receiptAfterMinutes: null })],
      ['vmp', 'unconfirmed', null, expect.objectContaining({ referencePattern: null, receiptAfterMinutes: 15 })],
    ])
  })

  it.each([
    ['a key nobody knows', { ...eqonaq, loginScript: 'x' }],
    [
      'a field that no sheet can fill',
      { ...eqonaq, fields: [{ key: 'shoeSize', labelRu: 'x', labelEn: 'x', required: true }] },
    ],
    ['a field that stands in it twice', { ...eqonaq, fields: [eqonaq.fields[0], eqonaq.fields[0]] }],
    ['an address without https', { ...eqonaq, url: 'http://eqonaq.kz' }],
    ['a pattern that is none', { ...eqonaq, proof: { ...eqonaq.proof, referencePattern: '(' } }],
    ['no fields', { ...eqonaq, fields: [] }],
    ['a list', []],
  ])('is refused with %s', (_what, data) => {
    expect(() => readPortal(data)).toThrow()
  })

  it('decides what counts as its number, where that is known', () => {
    const known = { referencePattern: '\\d{2}-\\d{4}', receiptAfterMinutes: null }
    expect(['12-3456', '12-34567', 'x12-3456'].map((number) => isNumberOf(known, number))).toEqual([true, false, false])
    expect(isNumberOf({ ...known, referencePattern: null }, 'anything')).toBe(true)
  })
})

describe('how values are written', () => {
  it.each<[string, FilingConvention['nameCase'], string]>([
    ['Jean-Luc o’brien', 'upper', 'JEAN-LUC O’BRIEN'],
    ['JEAN-LUC O’BRIEN', 'capitalised', 'Jean-Luc O’Brien'],
    ['NGUYỄN VĂN AN', 'capitalised', 'Nguyễn Văn An'],
    ['МҮЛЛЕР', 'capitalised', 'Мүллер'],
    ['', 'capitalised', ''],
  ])('%s in %s is %s', (name, nameCase, written) => {
    expect(writtenName(name, nameCase)).toBe(written)
  })

  it('writes as much of a day as is known', () => {
    expect(
      (['dd.mm.yyyy', 'dd/mm/yyyy', 'yyyy-mm-dd'] as const).map((format) =>
        ['1990-05-17', '1990-05', '1990', null].map((date) => writtenDate(date, format)),
      ),
    ).toEqual([
      ['17.05.1990', '05.1990', '1990', null],
      ['17/05/1990', '05/1990', '1990', null],
      ['1990-05-17', '1990-05', '1990', null],
    ])
  })

  it.each([
    ['101', '№101', '101'],
    [' №101 ', '№101', '101'],
    ['# 12А', '№12А', '12А'],
    ['', null, null],
    [null, null, null],
  ])('room %j is %j or %j', (room, numero, plain) => {
    expect([writtenRoom(room, 'numero'), writtenRoom(room, 'plain')]).toEqual([numero, plain])
  })
})

describe('the sheet', () => {
  it('is laid out for the first choice, and for another portal when the clerk says so; the lease goes on', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const first = await desk.client.filing.take({ noticeId: notice.id })
    expect([first.portal.id, first.portal.order, first.portals]).toEqual([
      'eqonaq',
      'old_copy',
      [
        { id: 'eqonaq', name: 'eQonaq' },
        { id: 'vmp', name: 'VMP' },
      ],
    ])
    const second = await desk.client.filing.take({ noticeId: notice.id, portal: 'vmp' })
    expect([second.portal.id, second.portal.url, second.notice.version]).toEqual([
      'vmp',
      'https://vmp.gov.kz',
      first.notice.version,
    ])
    expect(second.fields.at(-1)).toMatchObject({ key: 'hostNumber', value: PROPERTY.bin })
    expect(second.fields.some(({ key }) => key === 'welcomeMessage')).toBe(false)

    await desk.client.filing.setPortals({ portals: [{ id: 'vmp', url: 'https://vmp.example/cabinet' }] })
    const third = await desk.client.filing.take({ noticeId: notice.id })
    expect([third.portal.id, third.portal.url, third.portals.length]).toEqual(['vmp', 'https://vmp.example/cabinet', 1])
    await expect(desk.client.filing.take({ noticeId: notice.id, portal: 'eqonaq' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'portal' },
    })
  })

  it('says when the portal has refused arrivals as old as this one', async () => {
    const desk = await startedDesk()
    const two = await checkedIn(desk, {}, { arrivalAt: '2026-11-21T10:00' })
    const three = await checkedIn(desk, { documentNumber: 'C01X00T48' }, { arrivalAt: '2026-11-20T10:00' })
    const limits = async (portal: string) =>
      Promise.all(
        [two, three].map(async ({ id }) => {
          const sheet = await desk.client.filing.take({ noticeId: id, portal })
          return sheet.portal.refusesArrivalsOlderThanDays
        }),
      )
    expect([await limits('eqonaq'), await limits('vmp')]).toEqual([
      [null, 2],
      [null, null],
    ])
  })

  it('follows the property’s own convention for that portal and no other', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { surname: 'Мюллер', printedName: 'Мюллер Анна', guardianDocument: 'C99' })
    const convention: FilingConvention = {
      ...USUAL,
      nameScript: 'printed',
      nameCase: 'capitalised',
      dateFormat: 'yyyy-mm-dd',
      roomPlace: 'comment',
      address: 'Алматы, Панфилов көшесі, 98',
      purposes: { tourism: '04' },
    }
    await desk.client.filing.setConvention({ portal: 'eqonaq', convention })
    const values = async (portal: string) => {
      const { fields } = await desk.client.filing.take({ noticeId: notice.id, portal })
      const of = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
      return [of['surname'], of['givenNames'], of['birthDate'], of['placeOfStay'], of['purpose'], of['comment']]
    }
    expect(await values('eqonaq')).toEqual([
      'Мюллер',
      'Anna',
      '1990-05-17',
      'Алматы, Панфилов көшесі, 98',
      '04',
      '№208. Документ сопровождающего: C99',
    ])
    expect(await values('vmp')).toEqual([
      'MIULLER',
      'ANNA',
      '17.05.1990',
      'г. Алматы, ул. Пробная, 2',
      'Туризм',
      'Документ сопровождающего: C99',
    ])
  })

  it.each<[FilingConvention['roomPlace'], FilingConvention['roomForm'], string]>([
    ['none', 'numero', 'г. Алматы, ул. Пробная, 2'],
    ['address', 'numero', 'г. Алматы, ул. Пробная, 2, №208'],
    ['address', 'plain', 'г. Алматы, ул. Пробная, 2, 208'],
  ])('puts the room %s as %s', async (roomPlace, roomForm, address) => {
    const desk = await startedDesk()
    const { fields } = await desk.client.filing.previewConvention({
      portal: 'eqonaq',
      convention: { ...USUAL, roomPlace, roomForm },
    })
    expect(fields.find(({ key }) => key === 'placeOfStay')?.value).toBe(address)
  })

  it('repeats the surname of a person with one name in the way names are written', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { hasSingleName: true, givenNames: null })
    const convention = { ...USUAL, singleName: 'repeat_surname', nameCase: 'capitalised' } as const
    await desk.client.filing.setConvention({ portal: 'eqonaq', convention })
    const { fields } = await desk.client.filing.take({ noticeId: notice.id })
    expect(fields.slice(0, 2).map(({ value, hint }) => [value, hint])).toEqual([
      ['Mueller', null],
      ['Mueller', 'convention'],
    ])
  })
})

describe('the proof', () => {
  it('says which portal it came from, as a file and as a number alone', async () => {
    const desk = await startedDesk()
    const [first, second] = [await checkedIn(desk), await checkedIn(desk, { documentNumber: 'C01X00T48' })]
    const file = new Blob(['%PDF-1.7\n%%EOF\n'])
    for (const { id } of [first, second]) await desk.client.filing.take({ noticeId: id, portal: 'vmp' })
    await desk.client.filing.recordProof({ noticeId: first.id, file, fileName: 'a.pdf', portal: 'vmp' })
    await desk.client.filing.recordProof({ noticeId: second.id, reference: 'V-1', portal: 'vmp' })
    const told = await Promise.all([first, second].map(({ id }) => desk.client.guest.get({ noticeId: id })))
    expect(told[0]?.receipts.map(({ portal }) => portal)).toEqual(['vmp'])
    expect(told.map(({ timeline }) => timeline.at(-1)?.details['portal'])).toEqual(['vmp', 'vmp'])
    await expect(
      desk.client.filing.recordProof({ noticeId: first.id, reference: 'V-2', portal: 'elsewhere' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'portal', code: 'unknown_code' }] } })
  })
})

describe('the settings', () => {
  it('are the program’s own until somebody decides, and each decision stands in the journal with what was before', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const before = await client.filing.settings()
    expect(
      before.portals.map(({ id, isUsed, isOwnConvention, convention }) => [id, isUsed, isOwnConvention, convention]),
    ).toEqual([
      ['eqonaq', true, false, USUAL],
      ['vmp', true, false, USUAL],
    ])
    expect(before.folders).toEqual([])

    await client.filing.setPortals({ portals: [{ id: 'vmp', url: null }] })
    const convention = { ...USUAL, dateFormat: 'dd/mm/yyyy' } as const
    await client.filing.setConvention({ portal: 'vmp', convention })
    const after = await client.filing.settings()
    expect(after.portals.map(({ id, isUsed, isOwnConvention }) => [id, isUsed, isOwnConvention])).toEqual([
      ['vmp', true, true],
      ['eqonaq', false, false],
    ])
    const back = await client.filing.setConvention({ portal: 'vmp', convention: null })
    expect(back.portals[0]).toMatchObject({ id: 'vmp', isOwnConvention: false, convention: USUAL })

    const { store } = desk.desk().register
    const journal = store.database
      .prepare("SELECT action FROM audit WHERE action LIKE 'filing.%' ORDER BY sequence")
      .pluck()
      .all()
    expect(journal).toEqual(['filing.portals_set', 'filing.convention_set', 'filing.convention_set'])
    expect(store.audit.verify().brokenAt).toBeNull()
  })

  it('refuse what cannot be: field by field, and nothing is changed', async () => {
    const { client } = await startedDesk()
    const issue = (path: string, code: string) => ({ code: 'BAD_INPUT', data: { issues: [{ path, code }] } })
    const twice = [
      { id: 'vmp', url: null },
      { id: 'vmp', url: null },
    ]
    await expect(client.filing.setPortals({ portals: twice })).rejects.toMatchObject(issue('portals.1.id', 'already_used'))
    await expect(client.filing.setPortals({ portals: [{ id: 'fms', url: null }] })).rejects.toMatchObject(
      issue('portals.0.id', 'unknown_code'),
    )
    await expect(client.filing.setPortals({ portals: [{ id: 'vmp', url: 'http://vmp.gov.kz' }] })).rejects.toMatchObject(
      issue('portals.0.url', 'wrong_format'),
    )
    await expect(client.filing.setPortals({ portals: [] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(
      client.filing.setConvention({ portal: 'vmp', convention: { ...USUAL, hostNumber: '180340020168' } }),
    ).rejects.toMatchObject(issue('convention.hostNumber', 'bin_check_digit'))
    await expect(client.filing.setConvention({ portal: 'fms', convention: null })).rejects.toMatchObject(
      issue('portal', 'unknown_code'),
    )
    const { portals } = await client.filing.settings()
    expect(portals.map(({ id, isOwnConvention }) => [id, isOwnConvention])).toEqual([
      ['eqonaq', false],
      ['vmp', false],
    ])
  })

  it('preview a fictional guest and keep nothing of her', async () => {
    const desk = await startedDesk()
    const { fields } = await desk.client.filing.previewConvention({
      portal: 'vmp',
      convention: { ...USUAL, hostNumber: PROPERTY.bin, nameScript: 'printed' },
    })
    expect(fields.slice(0, 2).map(({ value }) => value)).toEqual(['МЮЛЛЕР', 'АННА-МАРИЯ'])
    expect(await desk.client.queue.list({})).toEqual([])
    expect((await desk.client.guest.search({ query: ANNA.surname ?? '' })).total).toBe(0)
  })
})
