import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { WayToTell } from '#shared/domain/news.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { failureKey, issuesOf } from '../../client/desk-failure.ts'
import { useStatus } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { FieldGrid } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { ForeseenPanel } from './acts/foreseen-panel.tsx'
import { useForeseen } from './acts/use-foreseen.ts'
import { ChangesTable } from './changes-table.tsx'
import { FormFieldInput } from './form-fields.tsx'
import styles from './form-panel.module.css'
import {
  FORM_FIELDS,
  type FormChanges,
  type FormField,
  fieldsToAsk,
  formOf,
  type GuestDetail,
  isChanged,
  type ReadForm,
  readForm,
  refusedField,
} from './guest-form.ts'
import { FormTrouble } from './meanwhile/form-trouble.tsx'
import type { GuestDraft } from './use-guest-draft.ts'
import { useNewestDetail } from './use-newest-detail.ts'

interface FormPanelProps {
  readonly detail: GuestDetail
  /** Kept by the screen, which opens the form again over what was typed before. */
  readonly draft: GuestDraft
  readonly showsNumber: boolean
  /** The cursor goes into the form as it opens. */
  readonly takesFocus: boolean
  /** A field that was asked for by name, each asking an object of its own: the cursor goes there. */
  readonly wanted: { readonly field: FormField } | null
  /** The form may be closed without saving: nothing is owed by it. */
  readonly canClose: boolean
  readonly onClose: () => void
  readonly onSaved: (tells: WayToTell) => void
}

/** Completing and correcting in place: first only what is asked for, the cursor in it; the rest at a press. */
export function FormPanel({ detail, draft, showsNumber, takesFocus, wanted, canClose, onClose, onSaved }: FormPanelProps) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const newest = useNewestDetail(detail.notice.id)
  const { businessDate } = useStatus()
  // A colleague's change meanwhile must not be overwritten unseen: saving names the version the clerk began with.
  const [base, setBase] = useState(detail)
  const [wasTried, setWasTried] = useState(false)
  const [sought, setSought] = useState<FormField | null>(null)
  const element = useRef<HTMLFormElement>(null)
  const form = formOf(base, draft.changes)
  const asked = fieldsToAsk(base.notice, form.texts.documentType)
  const [showsAll, setShowsAll] = useState(asked.length === 0)
  const saving = useMutation(api.guest.correct.mutationOptions())
  const read = readForm(form, base, businessDate)
  const isUnread = Object.keys(read.unread).length > 0
  const correction = correctionOf(read, draft.changes)
  const isAsking = !isUnread && !saving.isPending && isChanged(draft.changes)
  const foreseen = useForeseen(base.notice.id, isAsking ? { act: 'correct', ...correction } : null)
  const fields = showsAll ? shownOfAll(form.texts.documentType) : asked
  const title = titleOf(base, words)

  useEffect(() => {
    // Without a change of the clerk's own there is nothing to compare: the newest record is the base.
    if (detail.notice.version !== base.notice.version && !isChanged(draft.changes)) setBase(detail)
  }, [detail, base, draft.changes])

  useEffect(() => {
    if (wanted === null) return
    setShowsAll(true)
    setSought(wanted.field)
  }, [wanted])
  useEffect(() => {
    const field = sought === null ? null : element.current?.querySelector(`[data-field="${sought}"]`)
    if (!(field instanceof HTMLElement)) return
    field.focus()
    setSought(null)
  }, [sought])

  function save(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (isUnread || saving.isPending) return
    const change = { noticeId: base.notice.id, version: base.notice.version, ...correction }
    saving.mutate(change, {
      onSuccess: ({ whatFollows }) => void leave(whatFollows),
      onError(error) {
        // Should the newer record not come either, what saving answered stays on screen and the next try asks again.
        if (failureKey(error) === 'STALE') void takeNewest()
      },
    })
  }

  /** One's own correction is no news to the next form. */
  async function leave(whatFollows: WayToTell): Promise<void> {
    await newest()
    draft.clear()
    onSaved(whatFollows)
  }

  async function takeNewest(): Promise<void> {
    const now = await newest()
    if (now === null) return
    setBase(now)
    setShowsAll(true)
  }

  const issues = issuesOf(saving.error)
  function reasonOf(field: FormField): string | undefined {
    if (wasTried && read.unread[field] !== undefined) return say(`input.${read.unread[field]}`)
    const issue = issues.find(({ path }) => path.split('.').at(-1) === field)
    if (issue !== undefined) return say(issue.code === 'already_recorded' ? 'input.already_recorded' : 'input.not_taken')
    if (refusedField(base.notice) === field && draft.changes.texts[field] === undefined && base.notice.refusal !== null)
      return say('guest.form.refusedHere', { message: base.notice.refusal.message })
    return undefined
  }

  return (
    <Panel title={title} icon="pen" tone={base.notice.state === 'rejected' ? 'rejected' : 'incomplete'}>
      <form ref={element} onSubmit={save} aria-label={title}>
        <FieldGrid>
          {fields.map((field, index) => (
            <FormFieldInput
              key={field}
              field={field}
              form={form}
              reason={reasonOf(field)}
              mark={undefined}
              hasFocus={takesFocus && index === 0}
              onText={(text) => draft.change({ ...draft.changes, texts: { ...draft.changes.texts, [field]: text } })}
              onFlag={(flag, value) => draft.change({ ...draft.changes, [flag]: value })}
            />
          ))}
        </FieldGrid>
        {isChanged(draft.changes) && (
          <div className={styles.outcome}>
            <ChangesTable detail={base} changes={draft.changes} showsNumber={showsNumber} />
            <ForeseenPanel detail={detail} state={foreseen} />
          </div>
        )}
        <div className={styles.failure}>
          <FormTrouble
            detail={detail}
            form={draft.kept}
            error={issues.length === 0 ? saving.error : null}
            isBusy={saving.isPending || saving.isSuccess}
          />
        </div>
        <div className={styles.acts}>
          <Button type="submit" look="main" icon="check" disabled={saving.isPending}>
            {say('guest.form.save')}
          </Button>
          {asked.length > 0 && (
            <Button look="bare" onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? say('guest.form.onlyMissing') : say('guest.form.allFields')}
            </Button>
          )}
          {canClose && (
            <Button
              look="bare"
              onClick={() => {
                draft.clear()
                onClose()
              }}
            >
              {say('common.cancel')}
            </Button>
          )}
          <p className={styles.note}>{noteOf(base, draft.kept.state.kind, words)}</p>
        </div>
      </form>
    </Panel>
  )
}

/** The correction as the desk takes it; the booking number only when it was touched. */
function correctionOf({ facts, departureDate, room, reservation }: ReadForm, { texts }: FormChanges) {
  return { facts, departureDate, room, ...(texts.reservation === undefined ? {} : { reservation }) }
}

function titleOf({ notice }: GuestDetail, { say }: Words): string {
  switch (notice.state) {
    case 'citizenship_unknown':
      return say('guest.form.specify')
    case 'incomplete':
      return say('guest.form.complete')
    case 'rejected':
    case 'accepted':
      return say('guest.form.correct')
    default:
      return say('guest.form.edit')
  }
}

/** What becomes of what is typed, and of the deadline. */
function noteOf({ notice }: GuestDetail, draft: 'none' | 'saved' | 'failed', { say }: Words): string {
  if (draft === 'failed') return say('guest.form.draftFailed')
  if (draft === 'saved') return say('guest.form.draftKept')
  return notice.revision > 0 && notice.state !== 'accepted' ? say('guest.form.newRevision') : say('guest.form.clockNote')
}

/** A document of one's own and an adult's exclude each other. */
function shownOfAll(documentType: string): readonly FormField[] {
  const own: readonly FormField[] = ['documentSeries', 'documentNumber', 'issueDate', 'expiryDate']
  return documentType === 'none'
    ? FORM_FIELDS.filter((field) => !own.includes(field))
    : FORM_FIELDS.filter((field) => field !== 'guardianDocument')
}
