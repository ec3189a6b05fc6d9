import fc from 'fast-check'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { wordsOf } from '#electron/delivery/message-words.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { checkedIn } from '../desk/desk-under-test.ts'
import { recipient, warnedDesk } from './delivery-under-test.ts'

/** Unlike anything a message says by itself. */
const token = (alphabet: string, minLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength: minLength + 6 })

const guestArbitrary = fc.record({
  surname: token('BFGJKVWXZ', 6),
  givenNames: token('BFGJKVWXZ', 6),
  printedName: token('ЖЩЪЫЭЮФЦ', 6),
  documentNumber: token('XZ789', 8),
  citizenship: fc.constantFrom('DEU', 'CHN', 'UZB', 'RUS', 'TUR', 'IND', null),
  room: token('ZX', 4),
  reservation: token('WVJ', 6),
  phone: token('789', 10),
  daysAgo: fc.nat(4),
  /** Looks at which it is settled; beyond the last = never. */
  settledAfter: fc.nat(22),
})

it('no warning, subject, journal entry or log line says anything of any guest, and none comes twice', {
  timeout: 120_000,
}, async () => {
  let warnings = 0
  let solved = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(guestArbitrary, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 24 }),
      async (guests, stepHours) => {
        const log: string[] = []
        const desk = await warnedDesk({}, { logger: pino({ level: 'trace' }, { write: (line) => void log.push(line) }) })
        const kazakh = recipient({ id: desk.ports.newId(), name: 'Бухгалтер', address: '78', language: 'kk' })
        const english = recipient({ id: desk.ports.newId(), name: 'Director', address: '79', language: 'en' })
        await desk.client.delivery.setRecipients({ recipients: [recipient(), kazakh, english] })
        const arrived = []
        for (const { daysAgo, settledAfter, room, reservation, ...facts } of guests) {
          const arrivalAt = `${addDays(calendarDate('2026-11-23'), -daysAgo)}T09:00`
          const notice = await checkedIn(desk, facts, {
            arrivalAt,
            departureDate: calendarDate('2026-12-20'),
            room,
            reservation,
          })
          arrived.push({ notice, settledAfter })
        }
        for (let look = 0; look < 20; look += 1) {
          for (const { notice } of arrived.filter(({ settledAfter }) => settledAfter === look)) {
            const { id: noticeId, version } = (await desk.client.guest.get({ noticeId: notice.id })).notice
            await desk.client.guest.setNotRequired({ noticeId, version, reason: 'по решению управляющего' })
          }
          desk.ports.clock.advance(stepHours * 3_600_000)
          await desk.look()
        }
        const { deliveries } = await desk.client.delivery.list({ limit: 500 })
        const words = deliveries.flatMap(({ content }) =>
          LANGUAGES.flatMap((language) =>
            Object.values(wordsOf(content, { property: desk.desk().property, language, isRepeat: true })),
          ),
        )
        const journal = desk
          .desk()
          .register.store.database.prepare("SELECT * FROM audit WHERE action LIKE 'delivery.%'")
          .all()
          .map((entry) => JSON.stringify(entry))
        const said = [
          ...desk.telegram.texts.map(({ text }) => text),
          ...words,
          ...journal,
          ...deliveries.map((entry) => JSON.stringify(entry)),
          ...log,
        ].join('\n')
        for (const { surname, givenNames, printedName, documentNumber, room, reservation, phone, citizenship } of guests) {
          const countries =
            citizenship === null ? [] : [citizenship, ...LANGUAGES.map((language) => countryName(citizenship, language))]
          for (const secret of [surname, givenNames, printedName, documentNumber, room, reservation, phone, ...countries])
            expect(said.includes(secret), secret).toBe(false)
        }
        const raised = deliveries.flatMap(({ content, recipientId }) =>
          content.kind === 'warning' ? [`${recipientId} ${content.date} ${content.at}`] : [],
        )
        expect(new Set(raised).size).toBe(raised.length)
        expect(desk.telegram.texts).toHaveLength(deliveries.filter(({ state }) => state === 'done').length)
        expect(new Set(desk.telegram.texts.map(({ chat_id, text }) => chat_id + text)).size).toBe(desk.telegram.texts.length)
        warnings += raised.length
        solved += deliveries.filter(({ content }) => content.kind === 'solved').length
        await desk.process.stop()
      },
    ),
    { numRuns: 8, verbose: 1, endOnFailure: true },
  )
  expect(Math.min(warnings, solved)).toBeGreaterThan(0)
})
