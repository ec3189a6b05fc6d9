import { assertNever } from '#shared/domain/assert-never.ts'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { longDay, weekdayDay, weekdayShort } from '#shared/i18n/dates.ts'
import { holidayName } from '#shared/i18n/explain/day-reason.ts'
import type { CalendarEdit } from '#shared/regulation/calendar/edit-year.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Step, StepTrouble } from './draft-years.ts'

/** One step of the working copy in words: `Перенос: сб, 16 мая – рабочий, пт, 8 мая – выходной`. */
export function stepInWords(step: Step, words: Words): string {
  if (step.kind === 'edit') return editInWords(step.edit, step.year, words)
  return words.say(`calendarScreen.copy.steps.${step.from}`, { year: step.content.year, name: step.name })
}

function editInWords(edit: CalendarEdit, year: number, words: Words): string {
  const { say } = words
  switch (edit.kind) {
    case 'move_rest_day':
      return say('calendarScreen.copy.steps.move', { from: dayOf(edit.from, year, words), to: dayOf(edit.to, year, words) })
    case 'take_back_move':
      return say('calendarScreen.copy.steps.takeBack', { from: dayOf(edit.from, year, words), to: dayOf(edit.to, year, words) })
    case 'add_holiday':
      return say('calendarScreen.copy.steps.addHoliday', {
        day: dayOf(edit.date, year, words),
        holiday: holidayName(edit.holiday, words),
      })
    case 'remove_holiday':
      return say('calendarScreen.copy.steps.removeHoliday', { day: dayOf(edit.date, year, words) })
    case 'confirm':
      return say('calendarScreen.copy.steps.confirm', { year })
    default:
      return assertNever(edit)
  }
}

/** The year is said only where it is another one than that of the step. */
function dayOf(date: CalendarDate, year: number, { language }: Words): string {
  return yearOf(date) === year ? weekdayDay(date, language) : `${weekdayShort(date, language)}, ${longDay(date, language)}`
}

export function troubleInWords(trouble: StepTrouble, { say }: Words): string {
  return say(`calendarScreen.issues.${trouble.code}`)
}
