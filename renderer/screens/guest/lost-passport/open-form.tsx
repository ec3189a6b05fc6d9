import { type FormEvent, useState } from 'react'
import { numericDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
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

const SHORTEST_PLACE = 2

interface OpenFormProps {
  readonly detail: GuestDetail
  /** Somebody opened the form; what stands open again by itself leaves the cursor where it is. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

/** A new case: when, where, how. What is typed stays when the form is closed. */
export function OpenForm({ detail, takesFocus, onClose }: OpenFormProps) {
  const noticeId = detail.notice.id
  const words = useWords()
  const { say } = words
  const { businessDate: today } = useStatus()
  const { texts, set, kept } = useLossForm(detail, 'open', { day: numericDay(today) })
  const { open: opening } = useLossActs(noticeId)
  // One id for as long as the form stands: a lost answer is asked for again, not entered twice.
  const [caseId] = useState(() => crypto.randomUUID())
  const [wasTried, setWasTried] = useState(false)
  const { day, reason } = readLossDay(texts.day, { today, from: null }, words)
  const isTooShort = texts.place.trim().length < SHORTEST_PLACE

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (day === null || isTooShort || opening.isPending) return
    const given = { caseId, noticeId, noticedOn: day, place: texts.place, circumstances: texts.words }
    opening.mutate(given, {
      onSuccess() {
        kept.drop()
        onClose()
      },
    })
  }

  return (
    <Panel title={say('lostPassport.title')} icon="alert" tone="today">
      <form
        aria-label={say('lostPassport.title')}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <p className={styles.lead}>{say('lostPassport.form.lead')}</p>
        <FieldGrid>
          <Field label={say('lostPassport.form.noticedOn')} reason={reason} span={4}>
            {(input) => (
              <TextInput
                {...input}
                name="noticedOn"
                inputMode="numeric"
                value={texts.day}
                onChange={(text) => set({ day: withDots(text) })}
              />
            )}
          </Field>
          <Field
            label={say('lostPassport.form.place')}
            hint={say('lostPassport.form.placeHint')}
            reason={wasTried && isTooShort ? say('lostPassport.form.placeShort') : undefined}
            span={8}
          >
            {(input) => (
              <TextInput
                {...input}
                autoFocus={takesFocus}
                name="place"
                maxLength={300}
                value={texts.place}
                onChange={(place) => set({ place })}
              />
            )}
          </Field>
          <Field label={say('lostPassport.form.circumstances')} hint={say('lostPassport.form.circumstancesHint')} span={12}>
            {(input) => (
              <TextInput
                {...input}
                name="circumstances"
                maxLength={2000}
                value={texts.words}
                onChange={(typed) => set({ words: typed })}
              />
            )}
          </Field>
        </FieldGrid>
        <div className={styles.failure}>
          <FormTrouble detail={detail} form={kept} error={opening.error} isBusy={opening.isPending || opening.isSuccess} />
        </div>
        <div className={styles.acts}>
          <Button type="submit" look="main" icon="check" shortcut="Enter" disabled={opening.isPending}>
            {say('lostPassport.form.open')}
          </Button>
          <Button look="bare" shortcut="Esc" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <KeptLine form={kept} />
        </div>
      </form>
    </Panel>
  )
}
