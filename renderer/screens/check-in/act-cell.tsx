import type { ChannelId } from '#shared/domain/channel.ts'
import { CITIZEN_OF_KAZAKHSTAN } from '#shared/domain/guest.ts'
import { useStatus } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import styles from './act-cell.module.css'
import { type CheckInView, useCheckIn } from './check-in-context.ts'
import { fieldName } from './field-name.ts'
import type { FormField } from './form-state.ts'

interface ActCellProps {
  /** Guests on disk so far while it is being saved; `null` = it is not. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Text that keeps the form from being saved: it cannot be read and would be lost. */
  readonly unread: readonly FormField[]
  readonly hasNothing: boolean
  readonly onSave: () => void
}

/** The one solid button of the screen, and where the notice will be. */
export function ActCell({ progress, unread, hasNothing, onSave }: ActCellProps) {
  const view = useCheckIn()
  const words = useWords()
  const { say } = words
  const { property } = useStatus()
  const channel = property?.channel ?? 'assisted-portal'
  // At a portal the sheet opens at once; on paper several go together, later.
  const act = actWord(view, channel === 'assisted-portal')
  return (
    <>
      <Button
        look="main"
        icon={act === 'record' ? 'check' : 'send'}
        shortcut="Ctrl Enter"
        className={styles.main}
        data-field="act"
        aria-disabled={hasNothing || progress !== null ? true : undefined}
        onClick={onSave}
      >
        {progress === null
          ? say(`checkIn.act.${act}`)
          : progress.total > 1
            ? say('rooming.saving', { done: progress.done, total: progress.total })
            : say('checkIn.act.saving')}
      </Button>
      {unread.includes('isToCompare') ? (
        <p className={styles.unread}>{say('document.compare.needed')}</p>
      ) : unread.length > 0 ? (
        <p className={styles.unread}>
          {say('checkIn.act.unread', { fields: unread.map((field) => fieldName(field, words)).join(', ') })}
        </p>
      ) : view.needsReservation ? (
        <p className={styles.unread}>{say('checkIn.act.needsReservation')}</p>
      ) : (
        <p className={styles.where}>{whereItGoes(view, hasNothing, words, property?.department ?? '', channel)}</p>
      )}
    </>
  )
}

/** A party of Kazakhstan's citizens alone owes no notice, nor does a lone guest who is registered instead: nothing is queued. */
function actWord({ form, preview }: CheckInView, opensSheet: boolean): 'queue' | 'file' | 'record' {
  if (form.guests.every(({ citizenship }) => citizenship === CITIZEN_OF_KAZAKHSTAN)) return 'record'
  if (form.guests.length === 1 && preview.preview?.assessment === 'not_required') return 'record'
  return opensSheet ? 'file' : 'queue'
}

function whereItGoes(
  { preview, isBlank }: CheckInView,
  hasNothing: boolean,
  { say }: Words,
  department: string,
  channel: ChannelId,
): string {
  const known = preview.preview
  if (hasNothing) return say('checkIn.act.nothingToSave')
  if (!isBlank && known?.assessment === 'not_required') return say('checkIn.act.onlyRecorded')
  if (!isBlank && known?.assessment === 'citizenship_unknown') return say('checkIn.act.citizenshipUnknown')
  if (!isBlank && known?.assessment === 'incomplete')
    return say('checkIn.act.incomplete', { fields: known.missing.map((field) => say(`missing.${field}`)).join(', ') })
  return say('checkIn.act.where', { department, channel: say(`channels.${channel}.short`) })
}
