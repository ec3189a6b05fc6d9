import { useEffect, useRef, useState } from 'react'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { readDay, withDots } from '../../check-in/date-entry.ts'
import { type DraftYears, editedYears, type Step, type StepTrouble } from '../draft-years.ts'
import { troubleInWords } from '../step-words.ts'
import type { OpenForm, WorkingCopyAccess } from '../working-copy.ts'
import styles from './form.module.css'

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
  const ref = useRef<HTMLFormElement>(null)
  const [opensOn] = useState(form.from === '' ? 'from' : 'to')
  useEffect(() => ref.current?.querySelector<HTMLElement>(`[name="${opensOn}"]`)?.focus(), [opensOn])

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
    copy.setForm(null)
    onDone()
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
    <form
      ref={ref}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        enter()
      }}
    >
      <h3>{say('calendarScreen.form.moveTitle')}</h3>
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
      <div className={styles.buttons}>
        <Button type="submit" isSmall look="soft" icon="check">
          {say('calendarScreen.form.add')}
        </Button>
        <Button
          isSmall
          look="bare"
          shortcut="Esc"
          onClick={() => {
            copy.setForm(null)
            onDone()
          }}
        >
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function dayIn(text: string, today: CalendarDate): CalendarDate | undefined {
  const typed = readDay(text, today, 'future')
  return typed.state === 'read' ? typed.value : undefined
}
