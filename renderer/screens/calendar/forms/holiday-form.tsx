import { useState } from 'react'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { holidayName } from '#shared/i18n/explain/day-reason.ts'
import { HOLIDAY_KEYS } from '#shared/regulation/calendar/calendar-year.ts'
import { Field } from '../../../components/field.tsx'
import { SelectInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { type DraftYears, editedYears, type Step } from '../draft-years.ts'
import { troubleInWords } from '../step-words.ts'
import type { OpenForm, WorkingCopyAccess } from '../working-copy.ts'
import { StepForm } from './step-form.tsx'

interface HolidayFormProps {
  readonly form: Extract<OpenForm, { readonly kind: 'holiday' }>
  readonly date: CalendarDate
  readonly copy: WorkingCopyAccess
  readonly draft: DraftYears
  readonly onDone: () => void
}

/** A holiday on the day that is open. */
export function HolidayForm({ form, date, copy, draft, onDone }: HolidayFormProps) {
  const words = useWords()
  const { say, language } = words
  const [reason, setReason] = useState<string | undefined>()
  const holiday = HOLIDAY_KEYS.find((key) => key === form.holiday) ?? 'other_holiday'

  function leave(): void {
    copy.setForm(null)
    onDone()
  }
  function enter(): void {
    const step = {
      id: crypto.randomUUID(),
      kind: 'edit',
      year: yearOf(date),
      edit: { kind: 'add_holiday', date, holiday },
    } as const satisfies Step
    const edited = editedYears(step, draft.contents)
    if (!edited.ok) {
      setReason(troubleInWords(edited.error, words))
      return
    }
    copy.add(step)
    leave()
  }

  return (
    <StepForm
      title={say('calendarScreen.form.holidayTitle', { day: dayMonth(date, language) })}
      startsIn="holiday"
      onEnter={enter}
      onLeave={leave}
    >
      <Field label={say('calendarScreen.form.holiday')} hint={say('calendarScreen.form.holidayHint')} reason={reason}>
        {(input) => (
          <SelectInput
            {...input}
            name="holiday"
            value={holiday}
            choices={HOLIDAY_KEYS.map((key) => ({
              value: key,
              label: key === 'other_holiday' ? say('calendarScreen.form.otherHoliday') : holidayName(key, words),
            }))}
            onChange={(value) => copy.setForm({ ...form, holiday: value })}
          />
        )}
      </Field>
    </StepForm>
  )
}
