import type { Notice } from '#shared/contract/schemas.ts'
import { Field } from '../../../components/field.tsx'
import { SelectInput, TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './hand-in-form.module.css'
import { SHORTEST_REASON } from './read-stamp.ts'
import type { ExceptionDraft, ExceptionOutcome } from './stamp-draft.ts'

interface ExceptionRowProps {
  readonly notice: Notice
  /** Left out = taken. */
  readonly exception: ExceptionDraft | undefined
  /** An empty reason is pointed at only after a try. */
  readonly showsProblem: boolean
  readonly onChange: (exception: ExceptionDraft | null) => void
}

const OUTCOMES: readonly ExceptionOutcome[] = ['refused', 'not_handed_in']

/** One guest of a list: taken, or not and why. */
export function ExceptionRow({ notice, exception, showsProblem, onChange }: ExceptionRowProps) {
  const { say } = useWords()
  const isTooShort = exception !== undefined && showsProblem && exception.reason.trim().length < SHORTEST_REASON
  return (
    <div className={styles.exception}>
      <label className={styles.box}>
        <input
          type="checkbox"
          checked={exception !== undefined}
          aria-label={say('paper.handIn.notTaken', { name: notice.displayName })}
          onChange={(event) => onChange(event.currentTarget.checked ? { outcome: 'refused', reason: '' } : null)}
        />
        <span className="grow">{notice.displayName}</span>
        <span className={styles.room}>{notice.room}</span>
      </label>
      {exception !== undefined && (
        <div className={styles.why}>
          <Field label={say('paper.handIn.why')}>
            {(input) => (
              <SelectInput
                {...input}
                value={exception.outcome}
                choices={OUTCOMES.map((outcome) => ({ value: outcome, label: say(`paper.handIn.${outcome}`) }))}
                onChange={(value) => onChange({ ...exception, outcome: value === 'refused' ? 'refused' : 'not_handed_in' })}
              />
            )}
          </Field>
          <Field
            label={say('paper.handIn.reason')}
            hint={say('paper.handIn.reasonHint')}
            reason={isTooShort ? say('paper.handIn.reasonHint') : undefined}
          >
            {(input) => (
              <TextInput
                {...input}
                maxLength={500}
                value={exception.reason}
                onChange={(reason) => onChange({ ...exception, reason })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  )
}
