import { useState } from 'react'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { readDay, withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type DraftYears, editedYears, type Step, type StepTrouble } from '../draft-years.ts'
import { troubleInWords } from '../step-words.ts'
import type { OpenForm, WorkingCopyAccess } from '../working-copy.ts'
import styles from './form.module.css'
import { StepForm } from './step-form.tsx'

interface MoveFormProps {
  readonly form: Extract<OpenForm, { readonly kind: 'move' }>
  readonly copy: WorkingCopyAccess
  readonly draft: DraftYears
  readonly onDone: () => void
}

/** A rest day moved by order: typed, or chosen in the sheet beside it. */
export function MoveForm({ form, copy, draft, onDone }: MoveFormProps) {
  const words = useWords()
  const { say, language } = words
  const today = useStatus().businessDate
  const [trouble, setTrouble] = useState<StepTrouble | 'from' | 'to' | null>(null)
  const from = dayIn(form.from, today)
  const to = dayIn(form.to, today)

  function leave(): void {
    copy.setForm(null)
    onDone()
  }
  function enter(): void {
    if (from === undefined || to === undefined) {
      setTrouble(from === undefined ? 'from' : 'to')
      return
    }
    const step = {
      id: crypto.randomUUID(),
      kind: 'edit',
      year: yearOf(to),
      edit: { kind: 'move_rest_day', from, to },
    } as const satisfies Step
    const edited = editedYears(step, draft.contents)
    if (!edited.ok) {
      setTrouble(edited.error)
      return
    }
    copy.add(step)
    leave()
  }
  function change(field: 'from' | 'to', text: string): void {
    setTrouble(null)
    copy.setForm({ ...form, [field]: withDots(text) })
  }
  function reasonAt(field: 'from' | 'to'): string | undefined {
    if (trouble === field) return say('calendarScreen.form.needsDay')
    if (trouble === null || typeof trouble === 'string') return undefined
    const isHere = trouble.path === field || (field === 'to' && trouble.path !== 'from')
    return isHere ? troubleInWords(trouble, words) : undefined
  }

  return (
    <StepForm
      title={say('calendarScreen.form.moveTitle')}
      startsIn={form.from === '' ? 'from' : 'to'}
      onEnter={enter}
      onLeave={leave}
    >
      <p className="note sub">{say('calendarScreen.form.pickHint')}</p>
      <div className={styles.pair}>
        <Field
          span={1}
          label={say('calendarScreen.form.from')}
          hint={from === undefined ? say('calendarScreen.form.fromHint') : weekdayDay(from, language)}
          reason={reasonAt('from')}
        >
          {(input) => (
            <TextInput {...input} name="from" inputMode="numeric" value={form.from} onChange={(text) => change('from', text)} />
          )}
        </Field>
        <Field
          span={1}
          label={say('calendarScreen.form.to')}
          hint={to === undefined ? say('calendarScreen.form.toHint') : weekdayDay(to, language)}
          reason={reasonAt('to')}
        >
          {(input) => (
            <TextInput {...input} name="to" inputMode="numeric" value={form.to} onChange={(text) => change('to', text)} />
          )}
        </Field>
      </div>
    </StepForm>
  )
}

function dayIn(text: string, today: CalendarDate): CalendarDate | undefined {
  const typed = readDay(text, today, 'future')
  return typed.state === 'read' ? typed.value : undefined
}
