import type { LawPreview, Rules } from '#shared/contract/law-schemas.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { DutyKind } from '#shared/regulation/duties/duty.ts'
import type { Caller } from '../caller.ts'
import { TOPICS } from '../change-bus.ts'
import { badInput } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { type Law, lawBasis, movesOf, recomputeOpen, requireBasis, writeRecomputation } from './recompute.ts'
import { getRules } from './rules.ts'
import {
  ownMonthlyIndexes,
  registeredNotNotifiedFrom,
  saveFollowed,
  saveMonthlyIndex,
  saveNotifyAlsoRegistered,
  unfollowedDuties,
} from './rules-settings.ts'

/** Follow a clock or not. Throws `BAD_INPUT` for the notice of arrival, `StoreWriteError`. */
export function setDuty(
  register: Register,
  caller: Caller,
  { kind, isFollowed, reason }: { readonly kind: DutyKind; readonly isFollowed: boolean; readonly reason: string },
): Rules {
  if (kind === 'arrival_notice') {
    throw badInput('kind', 'arrival_notice_stays', 'The notice of arrival cannot be switched off: the law asks for it.')
  }
  return changing(register, caller, () => {
    const before = !unfollowedDuties(register).has(kind)
    if (before === isFollowed) return null
    saveFollowed(register, kind, isFollowed)
    return { action: 'law.duty_switched', details: { kind, before, after: isFollowed, reason } }
  })
}

/** From today's arrivals on; notices that are open stay open. Throws `StoreWriteError`. */
export function setNotifyAlsoRegistered(
  register: Register,
  caller: Caller,
  { isOn, reason }: { readonly isOn: boolean; readonly reason: string },
): Rules {
  return changing(register, caller, () => {
    const before = registeredNotNotifiedFrom(register) === null
    if (before === isOn) return null
    const since = register.today()
    saveNotifyAlsoRegistered(register, isOn, since)
    return { action: 'law.notify_also_registered_switched', details: { before, after: isOn, since, reason } }
  })
}

/** The property's own figure for a year; `null` goes back to the program's. Throws `StoreWriteError`. */
export function setMonthlyIndex(
  register: Register,
  caller: Caller,
  { year, tenge }: { readonly year: number; readonly tenge: number | null },
): Rules {
  return changing(register, caller, () => {
    const before = ownMonthlyIndexes(register).get(year) ?? null
    if (before === tenge) return null
    saveMonthlyIndex(register, year, tenge)
    return { action: 'law.monthly_index_changed', details: { year, before, after: tenge } }
  })
}

/** What choosing a reading would move. Changes nothing. */
export function previewAlarmReading(register: Register, caller: Caller, alarmReading: AlarmReading): LawPreview {
  const { looked, moved } = recomputeOpen(register, lawWith(register, alarmReading))
  return {
    basis: lawBasis(register),
    years: [],
    days: [],
    moves: movesOf(register, caller, moved),
    openDeadlines: looked,
  }
}

/** The reading and every open deadline with it, in one transaction. Throws `STALE` when the law changed since the preview. */
export function setAlarmReading(
  register: Register,
  caller: Caller,
  { alarmReading, basis, reason }: { readonly alarmReading: AlarmReading; readonly basis: string; readonly reason: string },
): Rules {
  return changing(register, caller, () => {
    requireBasis(register, basis)
    const { id, alarmReading: before } = register.property
    if (before === alarmReading) return null
    const recomputation = recomputeOpen(register, lawWith(register, alarmReading))
    register.rows.property.setAlarmReading(id, alarmReading)
    writeRecomputation(register, caller.actor, recomputation, { because: 'alarm_reading', alarmReading })
    const { looked, moved } = recomputation
    return {
      action: 'law.alarm_reading_changed',
      details: { before, after: alarmReading, openDeadlines: looked, moved: moved.length, reason },
    }
  })
}

function lawWith({ property, calendar, channel }: Register, alarmReading: AlarmReading): Law {
  return { property: { ...property, alarmReading }, calendar, channel }
}

interface LawChange {
  readonly action: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** One transaction with its entry in the journal; `null` = it was so already, nothing is written. Every screen is told. */
function changing(register: Register, caller: Caller, work: () => LawChange | null): Rules {
  let change: LawChange | null
  try {
    change = register.write(() => {
      const made = work()
      if (made !== null) register.store.audit.append({ actor: caller.actor, subject: null, stayId: null, ...made })
      return made
    })
  } finally {
    register.reload()
  }
  if (change !== null) register.changed([...TOPICS], null)
  return getRules(register)
}
