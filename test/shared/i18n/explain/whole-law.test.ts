import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { actInWords, dutyInWords } from '#shared/i18n/explain/duty.ts'
import { olderRegimeInWords, regimeInWords } from '#shared/i18n/explain/regime.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { dutiesOfStay, type StayOfGuest } from '#shared/regulation/duties/duties-of-stay.ts'
import { RULE_PACKS } from '#shared/regulation/duties/rule-packs.ts'
import { allStayRegimes } from '#shared/regulation/stay/stay-regime.ts'

const CALENDAR = workingCalendar(BUILT_IN_YEARS)
const ARRIVAL = calendarDate('2026-12-30')

/** Stays of every citizenship there is a regime for, with much told about the guest and with nothing. */
const STAYS: readonly StayOfGuest[] = [null, ...allStayRegimes().map(({ code }) => code)].flatMap((citizenship) => {
  const nothing: StayOfGuest = {
    arrival: ARRIVAL,
    departure: null,
    citizenship,
    issuingState: null,
    documentType: null,
    documentNumber: null,
    borderEntry: null,
    visaNumber: null,
    visaValidUntil: null,
    documentExpiry: null,
    hasNoExpiry: false,
    earlier: [],
    asOf: ARRIVAL,
  }
  const much: StayOfGuest = {
    ...nothing,
    departure: addDays(ARRIVAL, 3),
    documentType: 'passport',
    borderEntry: addDays(ARRIVAL, -5),
    visaNumber: 'V1',
    visaValidUntil: addDays(ARRIVAL, 20),
    documentExpiry: addDays(ARRIVAL, 400),
    earlier: [{ from: addDays(ARRIVAL, -100), to: addDays(ARRIVAL, -80) }],
    asOf: addDays(ARRIVAL, 60),
  }
  return [nothing, much]
})

describe.each(LANGUAGES)('in %s', (language) => {
  const words = wordsIn(language)

  test('every clock of every stay is a whole sentence: no key, no gap, nothing unfinished', () => {
    const texts = STAYS.flatMap((stay) =>
      dutiesOfStay(stay, CALENDAR).flatMap((duty) => {
        const { notes, acts, explanation, ...plain } = dutyInWords(duty, words)
        return [...Object.values(plain), ...notes, ...acts, ...(explanation === null ? [] : [explanation])]
      }),
    )
    expect(texts.length).toBeGreaterThan(5000)
    expect(texts.filter((text) => text === '' || /\{\{|undefined|null|NaN|duties\.|\s{2}|[a-z]+_[a-z]+/.test(text))).toEqual([])
  })

  test('every act of every pack is cited by name', () => {
    const ids = [
      ...RULE_PACKS.flatMap(({ duties }) => duties.flatMap(({ acts }) => acts)),
      ...allStayRegimes().flatMap(({ current }) => current?.acts ?? []),
    ]
    expect(new Set(ids).size).toBeGreaterThan(4)
    expect(ids.filter((id) => actInWords(id, words) === id)).toEqual([])
  })

  test('every regime is worded, with its older list', () => {
    const texts = allStayRegimes().flatMap((regime) => [
      regimeInWords(regime.current, words),
      olderRegimeInWords(regime, words),
    ])
    expect(texts.filter((text) => text === '' || /\{\{|undefined|null|duties\./.test(text))).toEqual([])
    expect(new Set(texts).size).toBeGreaterThan(7)
  })
})
