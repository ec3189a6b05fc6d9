import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { dutiesOfStay } from '#shared/regulation/duties/duties-of-stay.ts'
import { DUTY_KINDS } from '#shared/regulation/duties/duty.ts'
import { checkExplanation } from './check-explanation.ts'
import { CALENDAR, datedOf, datesOf, dutiesOf, dutyOf, type StayText, stayOf } from './stay-maker.ts'

// Worked by hand. Entry 10 July 2026 (Friday), hotel 12 July (Sunday): working days 13, 14, 15, 16, 17; day 30 = 8 August, day 90 =
// 7 October.
const RUSSIAN = {
  arrival_notice: '2026-07-15',
  registration: '2026-08-08',
  reregistration: '2026-07-17',
  permit_reminder: '2026-08-08',
  stay_limit: '2026-10-07',
  window_limit: '2026-10-07',
}

test.each<{ who: string; stay: StayText; dates: Readonly<Record<string, string>> }>([
  { who: 'a Russian who came over the border two days before', stay: {}, dates: RUSSIAN },
  {
    who: 'a Russian straight from the border: no change of address',
    stay: { borderEntry: '2026-07-12' },
    dates: {
      arrival_notice: '2026-07-15',
      registration: '2026-08-10',
      permit_reminder: '2026-08-10',
      stay_limit: '2026-10-09',
      window_limit: '2026-10-09',
    },
  },
  {
    who: 'the same on a weekday: the readings differ',
    stay: { borderEntry: '2026-07-10', arrival: '2026-07-13' },
    dates: { ...RUSSIAN, arrival_notice: '2026-07-15/2026-07-16', reregistration: '2026-07-17/2026-07-20' },
  },
  {
    who: 'a Russian on the last day before the rules of July 2026',
    stay: { arrival: '2026-06-30', borderEntry: '2026-06-29' },
    dates: {
      arrival_notice: '2026-07-02/2026-07-03',
      permit_reminder: '2026-07-28',
      stay_limit: '2026-09-26',
      window_limit: '2026-09-26',
    },
  },
  {
    who: 'a Russian who entered in June and moves in on 1 July',
    stay: { arrival: '2026-07-01', borderEntry: '2026-06-29' },
    dates: {
      arrival_notice: '2026-07-03/2026-07-07',
      registration: '2026-07-28',
      reregistration: '2026-07-08/2026-07-09',
      permit_reminder: '2026-07-28',
      stay_limit: '2026-09-26',
      window_limit: '2026-09-26',
    },
  },
  {
    who: 'a Russian whose entry nobody asked for',
    stay: { borderEntry: null },
    dates: {
      arrival_notice: '2026-07-15',
      registration: '? border_entry_date',
      permit_reminder: '? border_entry_date',
      stay_limit: '? border_entry_date',
      window_limit: '? border_entry_date',
    },
  },
  {
    who: 'a German: 30 days, 90 in any 180, no registration',
    stay: { citizenship: 'DEU' },
    dates: {
      arrival_notice: '2026-07-15',
      permit_reminder: '2026-08-08',
      stay_limit: '2026-08-08',
      window_limit: '2026-10-07',
    },
  },
  {
    who: 'an Indian: 14 days, 42 in any 180',
    stay: { citizenship: 'IND' },
    dates: {
      arrival_notice: '2026-07-15',
      permit_reminder: '2026-07-23',
      stay_limit: '2026-07-23',
      window_limit: '2026-08-20',
    },
  },
  {
    who: 'an Uzbek: 30 days, and one source counts Uzbekistan among the states of 90',
    stay: { citizenship: 'UZB' },
    dates: {
      arrival_notice: '2026-07-15',
      registration: '2026-08-08',
      reregistration: '2026-07-17',
      permit_reminder: '2026-08-08',
      stay_limit: '2026-08-08',
    },
  },
  {
    who: 'an Afghan: a visa is needed',
    stay: { citizenship: 'AFG', visaValidUntil: '2026-08-01' },
    dates: { arrival_notice: '2026-07-15', visa_expiry: '2026-08-01' },
  },
  {
    who: 'an Afghan whose visa nobody has typed',
    stay: { citizenship: 'AFG' },
    dates: { arrival_notice: '2026-07-15', visa_expiry: '? visa_valid_until' },
  },
  {
    who: 'a German on a visa',
    stay: { citizenship: 'DEU', visaNumber: '1234567', visaValidUntil: '2026-12-01' },
    dates: {
      arrival_notice: '2026-07-15',
      permit_reminder: '2026-08-08',
      stay_limit: '2026-08-08',
      window_limit: '2026-10-07',
      visa_expiry: '2026-12-01',
    },
  },
  {
    who: 'a stateless person',
    stay: { citizenship: 'XXA', documentType: 'travel_document' },
    dates: { arrival_notice: '2026-07-15', visa_expiry: '? visa_valid_until' },
  },
  {
    who: 'somebody whose document states no nationality',
    stay: { citizenship: 'XXX' },
    dates: { arrival_notice: '2026-07-15', visa_expiry: '? visa_valid_until' },
  },
  {
    who: 'somebody whose citizenship nobody knows yet',
    stay: { citizenship: null },
    dates: { arrival_notice: '2026-07-15', stay_limit: '? citizenship' },
  },
  {
    who: 'the same, entry not known either',
    stay: { citizenship: null, borderEntry: null },
    dates: { arrival_notice: '2026-07-15', stay_limit: '? citizenship border_entry_date' },
  },
  {
    who: 'a Russian with a residence permit of Kazakhstan: no visa regime limits the stay',
    stay: { documentType: 'residence_permit', documentExpiry: '2030-01-01', hasNoExpiry: false },
    dates: { arrival_notice: '2026-07-15', document_expiry: '2030-01-01' },
  },
  {
    who: 'a Russian with a document that nobody has looked at the end of',
    stay: { hasNoExpiry: false },
    dates: { ...RUSSIAN, document_expiry: '? document_expiry_date' },
  },
  { who: 'a child without a document', stay: { documentType: 'none', hasNoExpiry: false }, dates: RUSSIAN },
  { who: 'a citizen of Kazakhstan', stay: { citizenship: 'KAZ' }, dates: {} },
])('$who', ({ stay, dates }) => {
  const duties = dutiesOf(stay)
  expect(datesOf(duties)).toEqual(dates)
  const kinds = duties.map(({ kind }) => kind)
  expect(kinds).toEqual(DUTY_KINDS.filter((kind) => kinds.includes(kind)))
  for (const duty of duties) if (duty.state === 'dated') checkExplanation(duty)
})

describe('who is bound, how surely, by which act', () => {
  test.each([
    ['RUS', 'arrival_notice', 'host', 'fine', 'sure', 'arrival-notice@2020-01-11', ['migration_law', 'decree_148', 'order_83']],
    ['RUS', 'registration', 'host_and_guest', 'fine', 'open', 'registration@2026-07-01', ['order_923']],
    ['RUS', 'reregistration', 'host_and_guest', 'fine', 'open', 'reregistration@2026-07-01', ['order_923']],
    ['UZB', 'registration', 'host_and_guest', 'fine', 'advisory', 'registration@2026-07-01', ['order_923']],
    ['RUS', 'permit_reminder', 'host', 'reminder', 'open', 'permit-reminder@2020-01-11', ['entry_rules']],
    ['RUS', 'stay_limit', 'guest', 'overstay', 'open', 'visa-regimes@2025-09', []],
    ['DEU', 'stay_limit', 'guest', 'overstay', 'open', 'visa-regimes@2025-09', ['entry_rules']],
    ['TUR', 'stay_limit', 'guest', 'overstay', 'advisory', 'visa-regimes@2025-09', ['entry_rules']],
    ['DEU', 'window_limit', 'guest', 'overstay', 'advisory', 'visa-regimes@2025-09', ['entry_rules']],
    ['AFG', 'visa_expiry', 'guest', 'overstay', 'advisory', 'visa-expiry@2020-01-11', []],
  ] as const)('%s %s', (citizenship, kind, binds, severity, certainty, rule, acts) => {
    expect(dutyOf(kind, { citizenship })).toMatchObject({ kind, binds, severity, certainty, rule, acts })
  })

  test('a date printed in a visa is sure, however little is known about the state', () => {
    expect(dutyOf('visa_expiry', { citizenship: 'AFG', visaValidUntil: '2026-08-01' }).certainty).toBe('sure')
  })
})

describe('what is said beside a date', () => {
  test.each<[string, StayText, Parameters<typeof dutyOf>[0], readonly string[]]>([
    ['the notice of a guest who is registered as well', {}, 'arrival_notice', ['may_replace_arrival_notice']],
    ['the notice of one who may be', { citizenship: 'UZB' }, 'arrival_notice', ['may_replace_arrival_notice']],
    ['the notice of one who is not', { citizenship: 'DEU' }, 'arrival_notice', []],
    ['the notice before July 2026', { arrival: '2026-06-30' }, 'arrival_notice', []],
    [
      'the notice over a new year that is a forecast',
      { citizenship: 'DEU', arrival: '2026-12-31' },
      'arrival_notice',
      ['forecast'],
    ],
    [
      'the notice in a year without a calendar',
      { citizenship: 'DEU', arrival: '2029-05-02' },
      'arrival_notice',
      ['no_calendar'],
    ],
    ['registration', {}, 'registration', ['entry_day_counts', 'may_replace_arrival_notice']],
    ['a move', {}, 'reregistration', ['address_before_unknown']],
    ['the permit of a registered guest', {}, 'permit_reminder', ['entry_day_counts', 'registration_may_suffice']],
    ['a well-known limit', { citizenship: 'DEU' }, 'stay_limit', ['entry_day_counts']],
    [
      'a limit that two lists have differently, and sources dispute',
      { citizenship: 'TUR' },
      'stay_limit',
      ['entry_day_counts', 'sources_conflict', 'seed_layer_differs'],
    ],
    ['a limit that only one list has', { citizenship: 'AND' }, 'stay_limit', ['entry_day_counts', 'source_weak']],
    ['a passport of Hong Kong', { citizenship: 'HKG' }, 'stay_limit', ['entry_day_counts', 'decided_by_document']],
    [
      'a passport of China that looks like one of Hong Kong',
      { citizenship: 'CHN', documentNumber: 'K12345678' },
      'stay_limit',
      ['entry_day_counts', 'decided_by_document', 'document_ambiguous'],
    ],
    [
      'a visa-free guest with a visa',
      { citizenship: 'DEU', visaNumber: '7' },
      'stay_limit',
      ['entry_day_counts', 'visa_may_decide'],
    ],
    ['a window', { citizenship: 'DEU' }, 'window_limit', ['only_recorded_stays']],
    [
      'a guest who leaves before',
      { citizenship: 'DEU', departure: '2026-07-20' },
      'stay_limit',
      ['entry_day_counts', 'leaves_before_due'],
    ],
    ['a guest who leaves on the day', { citizenship: 'DEU', departure: '2026-08-08' }, 'stay_limit', ['entry_day_counts']],
    ['a notice that is owed also by who leaves before', { citizenship: 'DEU', departure: '2026-07-13' }, 'arrival_notice', []],
    ['a visa that is needed', { citizenship: 'AFG' }, 'visa_expiry', ['visa_required', 'source_weak']],
    ['a visa that only the embassy can tell', { citizenship: 'XXA' }, 'visa_expiry', ['regime_unknown', 'decided_by_document']],
    ['a visa that is not needed', { citizenship: 'DEU', visaNumber: '7' }, 'visa_expiry', []],
  ])('%s', (_what, stay, kind, notes) => {
    expect(dutyOf(kind, stay).notes).toEqual(notes)
  })
})

describe('when to remind', () => {
  test.each<[Parameters<typeof datedOf>[0], StayText, string | null]>([
    ['arrival_notice', {}, null],
    // Day 25 and day 10 from 10 July.
    ['registration', {}, '2026-08-03'],
    ['permit_reminder', { citizenship: 'DEU' }, '2026-08-03'],
    ['permit_reminder', { citizenship: 'IND' }, '2026-07-19'],
    ['stay_limit', { citizenship: 'DEU' }, '2026-08-03'],
    ['window_limit', { citizenship: 'DEU' }, '2026-10-02'],
    ['visa_expiry', { citizenship: 'AFG', visaValidUntil: '2026-08-01' }, '2026-07-27'],
    ['document_expiry', { hasNoExpiry: false, documentExpiry: '2026-08-15' }, '2026-08-01'],
  ])('%s', (kind, stay, remindFrom) => {
    expect(datedOf(kind, stay).remindFrom).toBe(remindFrom)
  })
})

describe('the window of a stay', () => {
  const earlier = [{ from: calendarDate('2026-05-01'), to: calendarDate('2026-05-30') }]

  test('counts earlier stays and the days since the border, not since the hotel', () => {
    const duty = datedOf('window_limit', { citizenship: 'DEU', earlier, asOf: '2026-07-20' })
    expect(duty).toMatchObject({ strictDue: '2026-09-07', explanation: { usedDays: 41, asOf: '2026-07-20' } })
    checkExplanation(duty)
  })

  test('stands still once the guest has left', () => {
    const left: StayText = { citizenship: 'DEU', earlier, departure: '2026-07-20' }
    const onThatDay = datedOf('window_limit', { ...left, asOf: '2026-07-20' })
    expect(datedOf('window_limit', { ...left, asOf: '2026-11-23' })).toEqual(onThatDay)
  })

  test('an earlier room of the same entry changes nothing: one entry is one presence', () => {
    const elsewhere = [{ from: calendarDate('2026-07-10'), to: calendarDate('2026-07-12') }]
    expect(dutiesOf({ earlier: elsewhere, asOf: '2026-07-20' })).toEqual(dutiesOf({ asOf: '2026-07-20' }))
  })

  test('an arrival still to come is counted from its entry', () => {
    const duty = datedOf('window_limit', { citizenship: 'DEU', asOf: '2026-07-01' })
    expect(duty).toMatchObject({ strictDue: '2026-10-07', explanation: { asOf: '2026-07-10', usedDays: 1 } })
  })
})

test('a limit that has passed is told as passed', () => {
  const duty = datedOf('stay_limit', { citizenship: 'IND', asOf: '2026-08-01' })
  expect(duty).toMatchObject({
    strictDue: '2026-07-23',
    explanation: { spans: [{ from: '2026-07-10', to: '2026-07-23', kind: 'present', firstDay: 1, lastDay: 14 }] },
  })
})

test('working days are those of the calendar in force', () => {
  const nauryz = stayOf({ arrival: '2026-03-20', citizenship: 'DEU' })
  expect(datesOf(dutiesOfStay(nauryz, CALENDAR))).toMatchObject({ arrival_notice: '2026-03-27/2026-03-30' })
  expect(datesOf(dutiesOfStay(nauryz, workingCalendar([])))).toMatchObject({ arrival_notice: '2026-03-24/2026-03-25' })
})
