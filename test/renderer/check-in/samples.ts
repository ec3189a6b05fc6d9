import { type CheckInForm, emptyForm } from '#renderer/screens/check-in/form-state.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

export const TODAY = calendarDate('2026-11-23')

/** Machine-readable lines of invented people; the same as in test/fixtures/arrivals.csv. */
export const MUELLER = 'P<D<<MUELLER<<JUERGEN<KARL<<<<<<<<<<<<<<<<<<\nCZM2MGGW50D<<9610219M3503063<<<<<<<<<<<<<<<8'
/** Müller's lines with the day of birth misread: its digit and the overall one disagree. */
export const MUELLER_MISREAD = MUELLER.replace('9610219', '9610319')
export const NGUYEN = 'P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<\nZ6397078<3VNM0010089M3112168<<<<<<<<<<<<<<<2'
export const HITROV = 'PNRUSHITROV<<IL98<NIKOLAEVI3<<<<<<<<<<<<<<<<\n4515671230RUS9008216M<<<<<<<0190421770001<84'
export const NURLANOV = 'P<KAZNURLANOV<<ALISHER<<<<<<<<<<<<<<<<<<<<<<\nN192538849KAZ9001158M3206010<<<<<<<<<<<<<<<8'
export const GELASHVILI = 'P<GEOGELASHVILI<<NINO<<<<<<<<<<<<<<<<<<<<<<<\nAP51235447GEO8401027F3101159<<<<<<<<<<<<<<<4'
export const SUKARNO = 'P<IDNSUKARNO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nFR14324978IDN5103032M2806228<<<<<<<<<<<<<<<8'
/** Müller's visa: number KZ1234567, until 15 February 2027. */
export const VISA = 'V<KAZMUELLER<<JUERGEN<KARL<<<<<<<<<<<<<<<<<<\nKZ12345673D<<9610219M2702157<<<<<<<<<<<<<<<<'

/** Ids in order, each a UUID. */
export function countingIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  }
}

export function freshForm(newId = countingIds()): CheckInForm {
  return emptyForm(newId)
}

export function documentOf(text: string) {
  const reading = readMrz(text, TODAY)
  if (!reading.ok) throw new Error(reading.error.message)
  return reading.value
}
