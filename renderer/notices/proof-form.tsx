import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type Ref, useCallback, useRef, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { useDesk } from '../client/desk-context.tsx'
import { issuesOf } from '../client/desk-failure.ts'
import { Button } from '../components/button.tsx'
import { ErrorPanel } from '../components/error-panel.tsx'
import { Field } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { TextInput } from '../components/text-input.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './proof-form.module.css'
import { ReceiptChooser } from './receipt-chooser.tsx'
import { receiptTrouble } from './receipt-file.ts'
import { StampDayField, useStampDay } from './stamp-day-field.tsx'
import { useProofDraft } from './use-proof-draft.ts'
import { useReceiptIntake } from './use-receipt-intake.ts'

interface ProofFormProps {
  readonly noticeId: string
  /** Why it cannot be recorded now although a proof is there: the guest is not ours. */
  readonly isShut?: boolean
  /** A receipt that was found is being asked about: only the number is offered beside it. */
  readonly isBrief?: boolean
  /** How the proof gets here, where there is more to say than usual. */
  readonly hint?: string | undefined
  /** Where it was filed, where that is known. */
  readonly portal?: string
  readonly referenceInput?: Ref<HTMLInputElement>
  readonly onAccepted: (notice: Notice) => void
}

type FileTrouble = 'notReceipt' | 'tooLarge' | 'fileUsed'

/** Number or file of the receipt, typed, dropped, pasted or chosen; "accepted" stays shut until one of them is there. */
export function ProofForm({
  noticeId,
  isShut = false,
  isBrief = false,
  hint,
  portal,
  referenceInput,
  onAccepted,
}: ProofFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const draft = useProofDraft(noticeId)
  const { reference, file, setFile, forget } = draft
  const [trouble, setTrouble] = useState<{ readonly kind: FileTrouble; readonly file: string } | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  // The notice may leave the screen with the answer, and this form with it: what follows must not hang on it.
  const recording = useMutation(
    api.filing.recordProof.mutationOptions({
      onSuccess: (notice) => {
        forget()
        onAccepted(notice)
      },
    }),
  )
  const refusal = refusalOf(recording.error)

  const take = useCallback(
    async (given: File) => {
      const found = await receiptTrouble(given)
      setFile(found === null ? given : null)
      setTrouble(found === null ? null : { kind: found === 'too_large' ? 'tooLarge' : 'notReceipt', file: given.name })
    },
    [setFile],
  )
  const onFile = useCallback((given: File) => void take(given), [take])
  const isDragging = useReceiptIntake(onFile)
  const stampDay = useStampDay(draft.stampDay, portal !== undefined)
  const hasProof = (reference.trim() !== '' || file !== null) && stampDay.problem === null

  function record(event: FormEvent): void {
    event.preventDefault()
    if (!hasProof || isShut || recording.isPending) return
    recording.mutate({
      noticeId,
      reference: reference.trim() === '' ? null : reference.trim(),
      file,
      fileName: file?.name ?? null,
      portal: portal ?? null,
      ...(stampDay.value == null ? {} : { stampedOn: stampDay.value }),
    })
  }

  const shownTrouble = trouble ?? (refusal.file === null || file === null ? null : { kind: refusal.file, file: file.name })
  return (
    <form className={styles.form} onSubmit={record}>
      <Field
        label={say(stampDay.value === undefined ? 'queue.filing.reference' : 'paper.handIn.stampNumber')}
        hint={hasProof || isBrief ? undefined : (hint ?? say('queue.filing.referenceHint'))}
        reason={refusal.reference === null ? undefined : say(`queue.filing.${refusal.reference}`)}
      >
        {(input) => (
          <TextInput
            {...input}
            ref={referenceInput}
            isMono
            maxLength={100}
            value={reference}
            onChange={(value) => {
              draft.type({ reference: value })
              recording.reset()
            }}
          />
        )}
      </Field>
      <StampDayField
        text={draft.stampDay}
        day={stampDay}
        refused={refusal.stampedOn}
        onText={(text) => draft.type({ stampDay: text })}
      />
      {file !== null && (
        <p className={styles.file}>
          <Icon name="document" />
          <span className="grow cut">{file.name}</span>
          <Button
            isSmall
            look="bare"
            icon="close"
            aria-label={say('queue.filing.remove', { file: file.name })}
            onClick={() => {
              setFile(null)
              recording.reset()
            }}
          >
            {null}
          </Button>
        </p>
      )}
      {shownTrouble !== null && (
        <p className={styles.trouble} role="alert">
          <Icon name="stop" />
          <span>{say(`queue.filing.${shownTrouble.kind}`, { file: shownTrouble.file })}</span>
        </p>
      )}
      {recording.error !== null && Object.values(refusal).every((reason) => reason === null) && (
        <ErrorPanel error={recording.error} />
      )}
      <div className={styles.acts} hidden={isBrief}>
        <Button icon="document" isWide onClick={() => chooser.current?.click()}>
          {say('queue.filing.receipt')}
        </Button>
        <Button type="submit" look="main" icon="check" isWide disabled={!hasProof || isShut || recording.isPending}>
          {say('queue.filing.accept')}
        </Button>
      </div>
      <ReceiptChooser chooser={chooser} onFile={onFile} />
      {isDragging && (
        <div className={styles.drop}>
          <Icon name="document" isLarge />
          {say('queue.filing.dropHere')}
        </div>
      )}
    </form>
  )
}

interface Refusal {
  readonly reference: 'referenceUsed' | 'referenceForm' | null
  readonly file: Extract<FileTrouble, keyof typeof ru.queue.filing> | null
  readonly stampedOn: 'stamp_before_arrival' | 'in_future' | null
}

/** What the desk found wrong with the proof, by field. */
function refusalOf(error: unknown): Refusal {
  const issues = issuesOf(error)
  const ofFile = issues.find(({ path }) => path === 'file')
  const ofReference = issues.find(({ path }) => path === 'reference')
  const ofStamp = issues.find(({ path }) => path === 'stampedOn')
  return {
    reference: ofReference === undefined ? null : ofReference.code === 'already_used' ? 'referenceUsed' : 'referenceForm',
    file: ofFile === undefined ? null : ofFile.code === 'already_used' ? 'fileUsed' : 'notReceipt',
    stampedOn: ofStamp === undefined ? null : ofStamp.code === 'in_future' ? 'in_future' : 'stamp_before_arrival',
  }
}
