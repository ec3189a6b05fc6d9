import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Field } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './decide.module.css'
import { type Closing, canBeReopened, closings, isOnItsWay, notRequiredNews } from './guest-acts.ts'
import { reasonInWords } from './timeline-words.ts'

const SHORTEST_REASON = 3

/** Closing a notice without sending it, with a reason that stays; and taking that back. In place, so that nothing typed is lost. */
export function Decide({ notice }: { readonly notice: Notice }) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<Closing | null>(null)
  const offered = closings(notice)
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
        <ReasonForm key={closing} notice={notice} closing={closing} onLeave={() => setChosen(null)} />
      )}
    </Panel>
  )
}

interface ReasonFormProps {
  readonly notice: Notice
  readonly closing: Closing
  readonly onLeave: () => void
}

function ReasonForm({ notice, closing, onLeave }: ReasonFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
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
    const options = { onSuccess: onLeave }
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
        {(input) => <TextInput {...input} autoFocus maxLength={500} value={reason} onChange={setReason} />}
      </Field>
      {closing === 'filed_elsewhere' && (
        <Field label={say('guest.decide.reference')}>
          {(input) => <TextInput {...input} isMono maxLength={100} value={reference} onChange={setReference} />}
        </Field>
      )}
      {error !== null && <ErrorPanel error={error} />}
      <div className={styles.acts}>
        <Button type="submit" disabled={isBusy}>
          {say('guest.decide.confirm')}
        </Button>
        <Button look="bare" onClick={onLeave}>
          {say('guest.decide.back')}
        </Button>
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
