import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay, weekdayDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../client/use-status.ts'
import { Field } from '../components/field.tsx'
import { TextInput } from '../components/text-input.tsx'
import { readDay, withDots } from '../entry/date-entry.ts'
import { useWords } from '../i18n/use-words.ts'

export interface StampDay {
  /** `undefined` = this property hands nothing in on paper, so there is no stamp. */
  readonly value: CalendarDate | null | undefined
  /** Code of the catalogue (`input.<code>`); `null` = nothing is wrong with it. */
  readonly problem: 'not_a_date' | 'in_future' | null
}

/** The day of the counter's stamp for one notice that went without a covering list: today until somebody types another. */
export function useStampDay(text: string | null, isPortal: boolean): StampDay {
  const { property, businessDate } = useStatus()
  if (property?.channel !== 'paper' || isPortal) return { value: undefined, problem: null }
  if (text === null) return { value: businessDate, problem: null }
  const typed = readDay(text, businessDate, 'past')
  if (typed.state !== 'read') return { value: null, problem: 'not_a_date' }
  return { value: typed.value, problem: typed.value > businessDate ? 'in_future' : null }
}

interface StampDayFieldProps {
  /** As typed; `null` = untouched. */
  readonly text: string | null
  readonly day: StampDay
  /** Why the desk did not take it, as its code. */
  readonly refused: 'stamp_before_arrival' | 'in_future' | null
  readonly onText: (text: string) => void
}

export function StampDayField({ text, day: { value, problem }, refused, onText }: StampDayFieldProps) {
  const { say, language } = useWords()
  const { businessDate } = useStatus()
  if (value === undefined) return null
  const wrong = problem ?? refused
  return (
    <Field
      label={say('paper.handIn.stampedOn')}
      reason={wrong === null ? undefined : say(`input.${wrong}`)}
      mark={wrong === null && value !== null ? { tone: 'accepted', text: weekdayDay(value, language) } : undefined}
    >
      {(input) => (
        <TextInput
          {...input}
          inputMode="numeric"
          value={text ?? numericDay(businessDate)}
          onChange={(typed) => onText(withDots(typed))}
        />
      )}
    </Field>
  )
}
