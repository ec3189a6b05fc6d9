import { numericDay } from '#shared/i18n/dates.ts'
import type { ReadList } from '#shared/rooming/read-list.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { roomCount } from '../../../lists/brought-list.ts'
import { sharedStay } from './take-list.ts'

/** What the check-in takes from the list for the whole party, and what of it goes along as a note. */
export function stayRemarks(reading: ReadList, { say }: Words): readonly string[] {
  const shared = sharedStay(reading.people)
  const facts = [
    shared.arrival === null ? null : `${say('rooming.arrival')} ${numericDay(shared.arrival)}`,
    shared.departure === null ? null : `${say('rooming.departure')} ${numericDay(shared.departure)}`,
    shared.reservation === null ? null : `${say('rooming.reservation')} ${shared.reservation}`,
  ].filter((fact) => fact !== null)
  return [
    ...(facts.length === 0 ? [] : [say('rooming.stayOfAll', { facts: facts.join(', ') })]),
    ...(shared.others.length === 0 ? [] : [say('rooming.ownStay', { count: shared.others.length })]),
    ...(roomCount(reading) > 1 ? [say('rooming.oneStayPerRoom')] : []),
  ]
}
