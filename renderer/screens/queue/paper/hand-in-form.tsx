import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PaperList } from '#shared/contract/paper-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { numericDay, weekdayDay } from '#shared/i18n/dates.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { issuesOf } from '../../../client/desk-failure.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { Tag } from '../../../components/tag.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useStanding } from '../use-standing.ts'
import { ExceptionRow } from './exception-row.tsx'
import styles from './hand-in-form.module.css'
import { readStamp } from './read-stamp.ts'
import { ScanField } from './scan-field.tsx'
import type { StampDraft } from './stamp-draft.ts'
import { type UsedStampDraft, useStampDraft } from './use-stamp-draft.ts'

interface HandInFormProps {
  readonly list: PaperList
  /** Recorded; what to say about it. */
  readonly onDone: (said: string) => void
  readonly onClose: () => void
}

/** The stamp of one list: its day, its number, its photo, and who was not taken. Everybody else becomes accepted. */
export function HandInForm({ list, onDone, onClose }: HandInFormProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const { businessDate } = useStatus()
  const { reading } = useStanding()
  const stamp = useStampDraft(list.id)
  const { draft, type: setDraft, forget } = stamp
  const [wasTried, setWasTried] = useState(false)
  const waiting = list.entries.flatMap(({ outcome, notice }) => (outcome === null ? [notice] : []))
  const read = readStamp(draft, { today: businessDate, madeOn: list.madeOn, reading, waiting })
  const recording = useMutation(
    api.paper.handIn.mutationOptions({
      onSuccess({ list: after, late }) {
        forget()
        const done = say('paper.handIn.done', { number: list.number, count: after.taken })
        onDone(late.length === 0 ? done : `${done} ${say('paper.handIn.late', { count: late.length })}`)
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.paper.key() }),
    }),
  )
  const refusedAt = (path: string) => refusal(issuesOf(recording.error).find((issue) => issue.path === path)?.code, say)
  const type = (typed: Partial<StampDraft>) => {
    setDraft(typed)
    recording.reset()
  }
  const isShown =
    recording.error !== null && ['stampedOn', 'stampNumber', 'file'].every((path) => refusedAt(path) === undefined)

  function record(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (!read.isComplete || read.stampedOn === null || recording.isPending) return
    recording.mutate({
      listId: list.id,
      stampedOn: read.stampedOn,
      stampNumber: draft.stampNumber.trim() === '' ? null : draft.stampNumber.trim(),
      file: draft.file,
      fileName: draft.file?.name ?? null,
      exceptions: waiting.flatMap(({ id }) => {
        const exception = draft.exceptions[id]
        return exception === undefined ? [] : [{ noticeId: id, outcome: exception.outcome, reason: exception.reason.trim() }]
      }),
    })
  }

  const { dayProblem, stampedOn } = read
  return (
    <form className={styles.form} aria-label={say('paper.handIn.title', { number: list.number })} onSubmit={record}>
      <div className={styles.stamp}>
        <Field
          label={say('paper.handIn.stampedOn')}
          reason={refusedAt('stampedOn') ?? (dayProblem === null ? undefined : say(`input.${dayProblem}`))}
          mark={
            dayProblem === null && stampedOn !== null ? { tone: 'accepted', text: weekdayDay(stampedOn, language) } : undefined
          }
        >
          {(input) => (
            <TextInput
              {...input}
              autoFocus
              inputMode="numeric"
              value={draft.stampedOn ?? numericDay(businessDate)}
              onChange={(text) => type({ stampedOn: withDots(text) })}
            />
          )}
        </Field>
        <Field
          label={say('paper.handIn.stampNumber')}
          hint={say('paper.handIn.stampNumberHint')}
          reason={refusedAt('stampNumber')}
        >
          {(input) => (
            <TextInput
              {...input}
              isMono
              maxLength={100}
              value={draft.stampNumber}
              onChange={(stampNumber) => type({ stampNumber })}
            />
          )}
        </Field>
      </div>
      <ScanField file={draft.file} reason={refusedAt('file')} onFile={(file) => type({ file })} />
      <Exceptions stamp={stamp} waiting={waiting} wasTried={wasTried} />
      {read.late.length > 0 && (
        <Tag icon="alert" tone="overdue" wraps>
          {say('paper.handIn.isLate', { names: read.late.map(({ displayName }) => displayName).join(', ') })}
        </Tag>
      )}
      {isShown && <ErrorPanel error={recording.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" icon="check" disabled={!read.isComplete || recording.isPending}>
          {say('paper.handIn.submit')}
        </Button>
        <Button look="bare" onClick={onClose}>
          {say('paper.handIn.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface ExceptionsProps {
  readonly stamp: UsedStampDraft
  readonly waiting: readonly Notice[]
  readonly wasTried: boolean
}

function Exceptions({ stamp: { draft, except }, waiting, wasTried }: ExceptionsProps) {
  const { say } = useWords()
  return (
    <fieldset className={styles.exceptions}>
      <legend>{say('paper.handIn.exceptions')}</legend>
      <p className={styles.hint}>{say('paper.handIn.exceptionsHint')}</p>
      {waiting.map((notice) => (
        <ExceptionRow
          key={notice.id}
          notice={notice}
          exception={draft.exceptions[notice.id]}
          showsProblem={wasTried}
          onChange={(exception) => except(notice.id, exception)}
        />
      ))}
    </fieldset>
  )
}

/** What the desk found wrong with a field, in words. */
function refusal(code: string | undefined, say: ReturnType<typeof useWords>['say']): string | undefined {
  if (code === undefined) return undefined
  return isInputCode(code) ? say(`input.${code}`, { count: 0 }) : say('input.not_taken')
}

function isInputCode(code: string): code is keyof typeof ru.input {
  return code in CATALOGUES.ru.input
}
