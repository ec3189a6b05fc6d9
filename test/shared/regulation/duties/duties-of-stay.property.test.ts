import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dutySchema } from '#shared/contract/law-schemas.ts'
import { ALPHA3_BY_ALPHA2, ICAO_SPECIAL_CODES } from '#shared/documents/country-codes.ts'
import { addDays, calendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES } from '#shared/domain/guest.ts'
import { dutiesOfStay, type StayOfGuest } from '#shared/regulation/duties/duties-of-stay.ts'
import { DUTY_KINDS } from '#shared/regulation/duties/duty.ts'
import { actOf } from '#shared/regulation/duties/rule-packs.ts'
import { checkExplanation } from './check-explanation.ts'
import { CALENDAR } from './stay-maker.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`duties-of-stay seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)
const days = fc
  .integer({ min: toDayNumber(calendarDate('2019-06-01')), max: toDayNumber(calendarDate('2030-03-01')) })
  .map(fromDayNumber)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 3 })
const codes = fc.oneof(
  fc.constantFrom('RUS', 'UZB', 'DEU', 'IND', 'CHN', 'TUR', 'HKG', 'AFG', 'XXA', 'XXX', 'GBN', 'KAZ'),
  fc.constantFrom(...ALPHA3_BY_ALPHA2.values(), ...ICAO_SPECIAL_CODES),
)
/** Arrival, entry and today are near each other, or a window would never fill. */
const stays: fc.Arbitrary<StayOfGuest> = days.chain((arrival) => {
  const near = (least: number, most: number) => fc.integer({ min: least, max: most }).map((shift) => addDays(arrival, shift))
  const earlier = fc.tuple(near(-400, 20), fc.nat(90)).map(([from, length]) => ({ from, to: addDays(from, length) }))
  return fc.record({
    arrival: fc.constant(arrival),
    departure: maybe(near(0, 120)),
    citizenship: maybe(codes),
    issuingState: maybe(codes),
    documentType: maybe(fc.constantFrom(...DOCUMENT_TYPES)),
    documentNumber: maybe(fc.constantFrom('K12345678', 'M01234567', 'E12345678', 'AB 12345')),
    borderEntry: maybe(near(-120, 3)),
    visaNumber: maybe(fc.constant('1234567')),
    visaValidUntil: maybe(near(-30, 400)),
    documentExpiry: maybe(near(-300, 3000)),
    hasNoExpiry: fc.boolean(),
    earlier: fc.array(earlier, { maxLength: 6 }),
    asOf: near(-5, 200),
  })
})

test('any stay has duties the contract can carry, in order, each explained to its own date', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(stays, (stay) => {
      const duties = dutiesOfStay(stay, CALENDAR)
      for (const duty of duties) {
        met.set(`${duty.kind} ${duty.state}`, (met.get(`${duty.kind} ${duty.state}`) ?? 0) + 1)
        expect(new Set(duty.notes).size).toBe(duty.notes.length)
        for (const act of duty.acts) expect(actOf(act)).toBeDefined()
        const view = { ...duty, isFollowed: true, ...(duty.state === 'dated' ? { daysLeft: 0 } : {}) }
        expect(dutySchema.parse(view)).toEqual(view)
        if (duty.state === 'waiting') continue
        expect(duty.strictDue <= duty.latestDue).toBe(true)
        expect(duty.remindFrom === null || duty.remindFrom <= duty.strictDue).toBe(true)
        checkExplanation(duty)
      }
      const kinds = duties.map(({ kind }) => kind)
      expect(kinds).toEqual(DUTY_KINDS.filter((kind) => kinds.includes(kind)))
      // A foreigner, or somebody who may be one, always owes the notice.
      expect(kinds.includes('arrival_notice')).toBe(stay.citizenship !== 'KAZ')
    }),
    { seed, numRuns: 3000 },
  )
  const kindsMet = DUTY_KINDS.filter((kind) => met.has(`${kind} dated`))
  expect(kindsMet).toEqual(DUTY_KINDS)
})

test('any stay gets its dates once what is missing is told', () => {
  fc.assert(
    fc.property(stays, days, (stay, told) => {
      const complete = {
        ...stay,
        citizenship: stay.citizenship ?? 'DEU',
        borderEntry: stay.borderEntry ?? stay.arrival,
        visaValidUntil: stay.visaValidUntil ?? told,
        documentExpiry: stay.documentExpiry ?? told,
      }
      expect(dutiesOfStay(complete, CALENDAR).filter(({ state }) => state === 'waiting')).toEqual([])
    }),
    { seed, numRuns: 1000 },
  )
})
