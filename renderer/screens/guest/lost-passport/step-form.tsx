import { type FormEvent, useState } from 'react'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { KeptLine } from '../../../drafts/kept-line.tsx'
import { withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { FormTrouble } from '../meanwhile/form-trouble.tsx'
import styles from './lost-passport.module.css'
import { readLossDay } from './read-day.ts'
import { useLossForm } from './use-loss-form.ts'
import { useLossActs } from './use-lost-passport.ts'

interface StepFormProps {
  readonly loss: LossCase
  readonly detail: GuestDetail
  readonly step: LossCase['steps'][number]
  /** Somebody opened the form; what stands open again by itself leaves the cursor where it is. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

/** A step that was done: when, the number of the paper, a note; and taking it back. */
export function StepForm({ loss, detail, step: { step, doneOn, number, note }, takesFocus, onClose }: StepFormProps) {
  const words = useWords()
  const { say } = words
  const { businessDate: today } = useStatus()
  const { texts, set, kept } = useLossForm(detail, step, {
    day: numericDay(doneOn ?? today),
    number: number ?? '',
    words: note ?? '',
  })
  const { recordStep: recording } = useLossActs(loss.noticeId)
  const [wasTried, setWasTried] = useState(false)
  const { day, reason } = readLossDay(texts.day, { today, from: loss.noticedOn }, words)
  const seen = { caseId: loss.id, version: loss.version, step }
  const options = {
    onSuccess() {
      kept.drop()
      onClose()
    },
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (day !== null && !recording.isPending)
      recording.mutate({ ...seen, doneOn: day, number: texts.number, note: texts.words }, options)
  }

  return (
    <form
      className={styles.inline}
      aria-label={say(`lostPassport.steps.${step}.name`)}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <FieldGrid>
        <Field label={say('lostPassport.doneOn')} reason={wasTried || texts.day !== '' ? reason : undefined} span={4}>
          {(input) => (
            <TextInput
              {...input}
              autoFocus={takesFocus}
              name="doneOn"
              inputMode="numeric"
              value={texts.day}
              onChange={(text) => set({ day: withDots(text) })}
            />
          )}
        </Field>
        <Field label={say(`lostPassport.steps.${step}.number`)} span={8}>
          {(input) => (
            <TextInput
              {...input}
              name="number"
              isMono
              maxLength={100}
              value={texts.number}
              onChange={(typed) => set({ number: typed })}
            />
          )}
        </Field>
        <Field label={say('lostPassport.note')} span={12}>
          {(input) => (
            <TextInput
              {...input}
              name="note"
              maxLength={1000}
              value={texts.words}
              onChange={(typed) => set({ words: typed })}
            />
          )}
        </Field>
      </FieldGrid>
      <div className={styles.failure}>
        <FormTrouble detail={detail} form={kept} error={recording.error} isBusy={recording.isPending || recording.isSuccess} />
      </div>
      <div className={styles.acts}>
        <Button type="submit" look="main" icon="check" shortcut="Enter" disabled={recording.isPending}>
          {say('lostPassport.saveStep')}
        </Button>
        <Button look="bare" shortcut="Esc" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        {doneOn !== null && (
          <Button
            look="bare"
            icon="turn"
            disabled={recording.isPending}
            onClick={() => recording.mutate({ ...seen, doneOn: null }, options)}
          >
            {say('lostPassport.undoStep')}
          </Button>
        )}
        <KeptLine form={kept} />
      </div>
    </form>
  )
}
