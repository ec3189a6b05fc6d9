import { expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'
import { closely, printedPages } from '../printed-pages.ts'

const TODAY = calendarDate('2026-11-23')

it.each(LANGUAGES)(
  'a card has every fact under labels in Kazakh and in %s, on one page',
  { timeout: 60_000 },
  async (language) => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { visaNumber: 'KZ0012345', phone: '+49 30 000 000' }, { reservation: 'B-17' })
    const printed = await desk.client.card.print({ noticeIds: [notice.id], language })
    expect(printed).toMatchObject({ fileName: 'kartochka-208.pdf', cards: 1 })
    const pages = await printedPages(printed)
    expect(pages).toHaveLength(1)
    const page = closely(pages[0] ?? '')
    for (const words of [
      'MUELLER',
      'ANNA',
      'Müller Anna',
      '17.05.1990',
      'DEU',
      'C01X00T47',
      '10.01.2022',
      '09.01.2032',
      '23.11.2026 10:00',
      '27.11.2026',
      '208',
      'KZ0012345',
      '+49 30 000 000',
      'B-17',
      'Hotel Probe',
      '000140000002',
      '94-V',
      'Миграционная служба, Алматы',
    ])
      expect(page).toContain(closely(words))
    for (const each of new Set(['kk', language] as const)) {
      const { card, fields, purposes } = CATALOGUES[each]
      for (const words of [
        card.title,
        card.consentTitle,
        card.consent.why,
        card.consent.withdraw,
        card.signGuest,
        fields.issueDate,
        purposes.tourism,
      ])
        expect(page).toContain(closely(words))
    }
  },
)

it('what is not known is a line to write on, and a name no face has is written in by hand', { timeout: 60_000 }, async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk, {
    surname: '王',
    givenNames: null,
    printedName: '王小明',
    issueDate: null,
    purpose: null,
  })
  const [page = ''] = await printedPages(await desk.client.card.print({ noticeIds: [notice.id], language: 'en' }))
  expect(page).not.toContain('王')
  expect(page).toContain('please write as in the document')
  expect(page.match(/_{10,}/g)?.length ?? 0).toBeGreaterThan(8)
})

it('a whole party is one file, a page each in the language of each, and every guest’s history says so', {
  timeout: 60_000,
}, async () => {
  const desk = await startedDesk()
  const { notices } = await desk.client.checkIn.create({
    requestId: desk.ports.newId(),
    stay: STAY,
    guests: [
      ANNA,
      { ...ANNA, surname: 'PETROV', citizenship: 'RUS', documentNumber: '751234567' },
      {
        ...ANNA,
        surname: 'MUELLER',
        givenNames: 'KIND',
        documentType: 'none',
        documentNumber: null,
        guardianDocument: 'C01X00T47',
      },
    ],
  })
  const printed = await desk.client.card.print({ noticeIds: [notices[0]?.id ?? ''], withParty: true })
  expect(printed.cards).toBe(3)
  const pages = (await printedPages(printed)).map(closely)
  expect(pages).toHaveLength(3)
  expect(pages[0]).toContain('Surname')
  expect(pages[1]).toContain('Фамилия')
  expect(pages[1]).toContain('PETROV')
  expect(pages[2]).toContain(closely(CATALOGUES.en.card.child))
  for (const { id } of notices)
    expect((await desk.client.guest.get({ noticeId: id })).timeline.at(-1)).toMatchObject({ kind: 'card_printed' })
})

it('the words of the house and the term of the consent stand on it once the manager has set them', {
  timeout: 60_000,
}, async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk)
  const blank = await printedPages(await desk.client.card.print({ noticeIds: [notice.id], language: 'ru' }))
  expect(closely(blank[0] ?? '')).toContain(closely('на время проживания и ______ после выезда'))
  const settings = { houseText: { kk: null, ru: 'Тишина с 23:00 до 7:00.', en: '   ' }, keepYears: 3 }
  expect(await desk.client.card.setSettings(settings)).toEqual({ ...settings, houseText: { ...settings.houseText, en: null } })
  const [page = ''] = (await printedPages(await desk.client.card.print({ noticeIds: [notice.id], language: 'ru' }))).map(
    closely,
  )
  expect(page).toContain(closely('Тишина с 23:00 до 7:00.'))
  expect(page).toContain(closely('на время проживания и 3 года после выезда'))
  const receptionist = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Айгерим С.', role: 'receptionist' } })
  await expect(receptionist.card.setSettings(settings)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('a signed consent is a fact of the guest with who said so, and can be taken back', async () => {
  const desk = await startedDesk()
  const { client } = desk
  const notice = await checkedIn(desk)
  const { id: noticeId } = notice
  expect(await client.card.get({ noticeId })).toEqual({ language: 'en', consent: null, partySize: 1 })
  await expect(client.card.recordConsent({ noticeId, signedOn: calendarDate('2026-11-24') })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    data: { issues: [{ path: 'signedOn', code: 'in_future' }] },
  })
  const consent = { signedOn: TODAY, by: 'Управляющий', recordedAt: '2026-11-23T05:43:00.000Z' }
  expect(await client.card.recordConsent({ noticeId, signedOn: TODAY })).toEqual({ consent })
  expect((await client.card.get({ noticeId })).consent).toEqual(consent)
  expect(await client.card.recordConsent({ noticeId, signedOn: null })).toEqual({ consent: null })
  expect(await client.card.recordConsent({ noticeId, signedOn: null })).toEqual({ consent: null })
  const { timeline, notice: after } = await client.guest.get({ noticeId })
  expect(timeline.map(({ kind }) => kind)).toEqual(['checked_in', 'consent_recorded', 'consent_taken_back'])
  expect(after).toEqual(notice)
})
