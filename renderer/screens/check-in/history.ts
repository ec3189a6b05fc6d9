import type { CheckInForm } from './form-state.ts'

const MOST_STEPS = 20

/** The form and the steps behind it that can be taken back. Typing in a field is no step: the field takes that back itself. */
export interface FormHistory {
  readonly form: CheckInForm
  readonly steps: readonly CheckInForm[]
}

export function typed(history: FormHistory, form: CheckInForm): FormHistory {
  return { ...history, form }
}

/** A scan, another guest, a form thrown away: one step. */
export function stepped(history: FormHistory, form: CheckInForm): FormHistory {
  return { form, steps: [...history.steps, history.form].slice(-MOST_STEPS) }
}

export function takenBack(history: FormHistory): FormHistory {
  const form = history.steps.at(-1)
  return form === undefined ? history : { form, steps: history.steps.slice(0, -1) }
}
