import { useState } from 'react'
import { CONFIDENCES } from '#shared/regulation/calendar/calendar-year.ts'
import { Field } from '../../../components/field.tsx'
import { SelectInput, TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { OpenForm, WorkingCopyAccess } from '../working-copy.ts'
import { StepForm } from './step-form.tsx'

interface ConfirmFormProps {
  readonly form: Extract<OpenForm, { readonly kind: 'confirm' }>
  /** Written into the year: when it was compared with its source. */
  readonly note: string
  readonly copy: WorkingCopyAccess
}

/** A forecast becomes official: where the calendar was published, and how far that carries. */
export function ConfirmForm({ form, note, copy }: ConfirmFormProps) {
  const { say } = useWords()
  const [isRefused, setIsRefused] = useState(false)
  const confidence = CONFIDENCES.find((known) => known === form.confidence) ?? 'high'

  function enter(): void {
    const source = form.source.trim()
    if (source === '') {
      setIsRefused(true)
      return
    }
    copy.add({ id: crypto.randomUUID(), kind: 'edit', year: form.year, edit: { kind: 'confirm', source, confidence, note } })
    copy.setForm(null)
  }

  return (
    <StepForm
      title={say('calendarScreen.form.confirmTitle', { year: form.year })}
      startsIn="source"
      onEnter={enter}
      onLeave={() => copy.setForm(null)}
    >
      <Field
        label={say('calendarScreen.form.source')}
        hint={say('calendarScreen.form.sourceHint')}
        reason={isRefused ? say('calendarScreen.form.needsSource') : undefined}
      >
        {(input) => (
          <TextInput
            {...input}
            name="source"
            maxLength={2000}
            value={form.source}
            onChange={(source) => {
              setIsRefused(false)
              copy.setForm({ ...form, source })
            }}
          />
        )}
      </Field>
      <Field label={say('calendarScreen.form.confidence')}>
        {(input) => (
          <SelectInput
            {...input}
            name="confidence"
            value={confidence}
            choices={CONFIDENCES.map((value) => ({ value, label: say(`calendarScreen.panel.confidences.${value}`) }))}
            onChange={(value) => copy.setForm({ ...form, confidence: value })}
          />
        )}
      </Field>
    </StepForm>
  )
}
