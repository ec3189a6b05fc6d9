import { describe, expect, it } from 'vitest'
import {
  fieldOfNeed,
  isFarOff,
  isReminding,
  ownNotes,
  progressOf,
  stayClocks,
  toneOf,
} from '#renderer/screens/guest/clocks/stay-clocks.ts'
import { FORM_FIELDS } from '#renderer/screens/guest/guest-form.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { DUTY_NEEDS } from '#shared/regulation/duties/duty.ts'
import { datedClock, TODAY, waitingClock } from './clock-samples.ts'

describe('the clocks of a stay', () => {
  it('leave the notice to its own place, run soonest first, and gather what waits by the fact that would start it', () => {
    const late = datedClock({ kind: 'document_expiry', daysLeft: 900 })
    const soon = datedClock({ daysLeft: 3 })
    const permit = waitingClock('permit_reminder', ['border_entry_date'])
    const window = waitingClock('window_limit', ['border_entry_date'])
    const limit = waitingClock('stay_limit', ['citizenship', 'border_entry_date'])
    const found = stayClocks([datedClock({ kind: 'arrival_notice' }), late, permit, soon, window, limit])
    expect(found.running).toEqual([soon, late])
    expect(found.waits).toEqual([
      { need: 'border_entry_date', clocks: [permit, window] },
      { need: 'citizenship', clocks: [limit] },
    ])
    expect(found.switchedOff).toEqual([])
  })

  it('keep what the property does not follow apart, whether it has a date or not', () => {
    const off = datedClock({ kind: 'registration', isFollowed: false, notes: ['switched_off'] })
    const waitingOff = { ...waitingClock('window_limit', ['border_entry_date']), isFollowed: false }
    expect(stayClocks([off, waitingOff])).toEqual({
      running: [],
      waits: [],
      switchedOff: [off, waitingOff],
    })
  })

  it('say by each clock only what is not said of the regime already', () => {
    const clock = datedClock({ notes: ['entry_day_counts', 'source_weak', 'switched_off'] })
    expect(ownNotes(clock, { notes: ['source_weak', 'document_ambiguous'] })).toEqual(['entry_day_counts'])
    expect(ownNotes(clock, null)).toEqual(['entry_day_counts', 'source_weak'])
  })

  it('send each missing fact to a field of the form', () => {
    expect(DUTY_NEEDS.map(fieldOfNeed)).toEqual(['citizenship', 'borderEntryDate', 'visaValidUntil', 'expiryDate'])
    expect(DUTY_NEEDS.map(fieldOfNeed).every((field) => FORM_FIELDS.includes(field))).toBe(true)
  })
})

describe('how far a clock has run', () => {
  it('counts calendar days from the entry, which is day 1, with a notch where it reminds', () => {
    const clock = datedClock({ remindFrom: calendarDate('2026-08-03') })
    expect(progressOf(clock, TODAY)).toEqual({ kind: 'day', used: 11, allowed: 30, notch: 25 })
    expect(progressOf(datedClock({ daysLeft: 0 }), TODAY)).toMatchObject({ used: 30, allowed: 30 })
    expect(progressOf(datedClock({ daysLeft: -3 }), TODAY)).toMatchObject({ used: 33, allowed: 30 })
  })

  it('counts the days used of a window, and nothing for a printed date', () => {
    const window = { kind: 'window', maxDays: 90, periodDays: 180, usedDays: 34, asOf: TODAY, spans: [] } as const
    expect(progressOf(datedClock({ explanation: { ...window, spans: [] } }), TODAY)).toEqual({
      kind: 'used',
      used: 34,
      allowed: 90,
      notch: null,
    })
    expect(progressOf(datedClock({ explanation: { kind: 'printed', in: 'visa' } }), TODAY)).toBeNull()
  })

  it('counts working days up to today', () => {
    const { explanation, calendar } = arrivalDeadline(calendarDate('2026-07-18'), workingCalendar(BUILT_IN_YEARS))
    const days = [...explanation]
    const clock = datedClock({ explanation: { kind: 'working_days', days, calendar: { ...calendar, noCalendarYears: [] } } })
    // Saturday the 18th counts nothing; Monday, Tuesday and Wednesday are the three days.
    const used = [-2, -1, 0, 1, 2, 5].map((days_) => progressOf(clock, addDays(TODAY, days_))?.used)
    expect(used).toEqual([0, 0, 1, 2, 3, 3])
    expect(progressOf(clock, TODAY)?.allowed).toBe(3)
  })
})

describe('how loud a clock is', () => {
  it('is quiet while there is time, amber when the day to remind has come or the end is near', () => {
    expect([toneOf(datedClock(), TODAY), toneOf(datedClock({ daysLeft: 6 }), TODAY)]).toEqual([null, null])
    expect(toneOf(datedClock({ daysLeft: 5 }), TODAY)).toBe('today')
    expect(toneOf(datedClock({ daysLeft: 12, remindFrom: TODAY }), TODAY)).toBe('today')
    expect(toneOf(datedClock({ daysLeft: 4, remindFrom: addDays(TODAY, 1) }), TODAY)).toBeNull()
    expect(isReminding(datedClock({ remindFrom: TODAY }), TODAY)).toBe(true)
    expect(isReminding(datedClock({ remindFrom: addDays(TODAY, 1) }), TODAY)).toBe(false)
  })

  it('is red only for what is surely fined and has passed', () => {
    const passed = { daysLeft: -1 } as const
    expect(toneOf(datedClock({ ...passed, severity: 'fine', certainty: 'sure' }), TODAY)).toBe('overdue')
    expect(toneOf(datedClock({ ...passed, severity: 'fine', certainty: 'open' }), TODAY)).toBe('today')
    expect(toneOf(datedClock({ ...passed, severity: 'overstay', certainty: 'sure' }), TODAY)).toBe('today')
  })

  it('never has a colour where it only advises, reminds, or does not concern the guest', () => {
    const near = { daysLeft: -2, remindFrom: calendarDate('2026-07-01') }
    expect([
      toneOf(datedClock({ ...near, certainty: 'advisory' }), TODAY),
      toneOf(datedClock({ ...near, severity: 'reminder' }), TODAY),
      toneOf(datedClock({ ...near, notes: ['leaves_before_due'] }), TODAY),
      toneOf(datedClock({ ...near, notes: ['address_before_unknown'] }), TODAY),
    ]).toEqual([null, null, null, null])
  })

  it('counts no days of a printed date far ahead', () => {
    const printed = { explanation: { kind: 'printed', in: 'document' } } as const
    expect([
      isFarOff(datedClock({ ...printed, daysLeft: 181 })),
      isFarOff(datedClock({ ...printed, daysLeft: 180 })),
      isFarOff(datedClock({ daysLeft: 181 })),
    ]).toEqual([true, false, false])
  })
})
