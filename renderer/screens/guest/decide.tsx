import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Field } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { KeptLine } from '../../drafts/kept-line.tsx'
import { useKeptForm, useKeptNames } from '../../drafts/use-kept-form.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './decide.module.css'
import { type Closing, canBeReopened, closings, isOnItsWay, notRequiredNews } from './guest-acts.ts'
import type { GuestDetail } from './guest-form.ts'
import { FormTrouble } from './meanwhile/form-trouble.tsx'
import { seenOf } from './meanwhile/news-since.ts'
import { reasonInWords } from './timeline-words.ts'

const SHORTEST_REASON = 3

const decisionSchema = z.object({ reason: z.string().catch(''), reference: z.string().catch('') })
type Decision = z.infer<typeof decisionSchema>

/** Name under which a decision half typed is kept beside the guest's other forms. */
function formNameOf(closing: Closing): string {
  return `decide.${closing}`
}

/** Closing a notice without sending it, with a reason that stays; and taking that back. In place, so that nothing typed is lost. */
export function Decide({ detail }: { readonly detail: GuestDetail }) {
  const { notice } = detail
  const { say } = useWords()
  const [wanted, setChosen] = useState<Closing | null | undefined>(undefined)
  const kept = useKeptNames(notice.id)
  const offered = closings(notice)
  // What was begun before a reload stands open again.
  const chosen = wanted === undefined ? (offered.find((offer) => kept.includes(formNameOf(offer))) ?? null) : wanted
  if (canBeReopened(notice)) return <Reopen notice={notice} />
  if (offered.length === 0) return null
  const closing = chosen !== null && offered.includes(chosen) ? chosen : null
  return (
    <Panel title={say('guest.decide.title')} isDense>
      {closing === null ? (
        <div className={styles.offers}>
          {offered.map((offer) => (
            <Button key={offer} isSmall look="bare" onClick={() => setChosen(offer)}>
              {say(`guest.decide.${offer}`)}
            </Button>
          ))}
        </div>
      ) : (
        <ReasonForm
          key={closing}
          detail={detail}
          closing={closing}
          takesFocus={wanted !== undefined}
          onLeave={() => setChosen(null)}
        />
      )}
    </Panel>
  )
}

interface ReasonFormProps {
  readonly detail: GuestDetail
  readonly closing: Closing
  /** Somebody opened the form; what stands open again by itself leaves the cursor where it is. */
  readonly takesFocus: boolean
  readonly onLeave: () => void
}

function ReasonForm({ detail, closing, takesFocus, onLeave }: ReasonFormProps) {
  const { notice } = detail
  const { say } = useWords()
  const { api } = useDesk()
  const form = useKeptForm(notice.id, formNameOf(closing), decisionSchema)
  const { reason, reference } = form.typed ?? { reason: '', reference: '' }
  const type = (typed: Partial<Decision>) => form.keep({ reason, reference, ...typed }, seenOf(detail))
  const [wasTried, setWasTried] = useState(false)
  const notRequired = useMutation(api.guest.setNotRequired.mutationOptions())
  const elsewhere = useMutation(api.guest.setFiledElsewhere.mutationOptions())
  const isAnsweredFirst = closing === 'not_required' && isOnItsWay(notice.state)
  const isTooShort = reason.trim().length < SHORTEST_REASON
  const isBusy = notRequired.isPending || elsewhere.isPending
  const error = notRequired.error ?? elsewhere.error

  function close(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (isTooShort || isBusy) return
    const change = { noticeId: notice.id, version: notice.version, reason: reason.trim() }
    const options = {
      onSuccess() {
        form.drop()
        onLeave()
      },
    }
    switch (closing) {
      case 'not_required':
        notRequired.mutate(change, options)
        break
      case 'filed_elsewhere':
        elsewhere.mutate({ ...change, reference: reference.trim() === '' ? null : reference.trim() }, options)
        break
    }
  }

  return (
    <form className={styles.body} onSubmit={close}>
      <p className="strong">{say(`guest.decide.${closing}`)}</p>
      <p className="note sub">{say(isAnsweredFirst ? 'guest.decide.afterAnswer' : `guest.decide.effect.${closing}`)}</p>
      <Field
        label={say('guest.decide.why')}
        hint={say('guest.decide.whyHint')}
        reason={wasTried && isTooShort ? say('guest.decide.tooShort') : undefined}
      >
        {(input) => (
          <TextInput
            {...input}
            autoFocus={takesFocus}
            maxLength={500}
            value={reason}
            onChange={(text) => type({ reason: text })}
          />
        )}
      </Field>
      {closing === 'filed_elsewhere' && (
        <Field label={say('guest.decide.reference')}>
          {(input) => (
            <TextInput {...input} isMono maxLength={100} value={reference} onChange={(text) => type({ reference: text })} />
          )}
        </Field>
      )}
      <FormTrouble detail={detail} form={form} error={error} isBusy={isBusy || notRequired.isSuccess || elsewhere.isSuccess} />
      <div className={styles.acts}>
        <Button type="submit" disabled={isBusy}>
          {say('guest.decide.confirm')}
        </Button>
        <Button look="bare" onClick={onLeave}>
          {say('guest.decide.back')}
        </Button>
        <KeptLine form={form} />
      </div>
    </form>
  )
}

function Reopen({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const reopening = useMutation(api.guest.reopen.mutationOptions())
  const waiting = notRequiredNews(notice)
  const { reason } = waiting ?? notice
  return (
    <Panel title={say(waiting === undefined ? `states.${notice.state}` : 'guest.decide.not_required')} isDense>
      <div className={styles.body}>
        {reason !== null && <p>{say('guest.notice.reason', { reason: reasonInWords(reason, words) })}</p>}
        <p className="note sub">{say(waiting === undefined ? 'guest.decide.reopenNote' : 'guest.decide.afterAnswer')}</p>
        {reopening.error !== null && <ErrorPanel error={reopening.error} />}
        <div className={styles.acts}>
          <Button
            icon="turn"
            disabled={reopening.isPending}
            onClick={() => reopening.mutate({ noticeId: notice.id, version: notice.version })}
          >
            {say('guest.decide.reopen')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
