import { calendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { Undo } from './stay-acts.ts'
import styles from './undo-band.module.css'
import type { UndoAct } from './use-undo.ts'

interface UndoBandProps {
  /** What has just been done, in a sentence; `null` when the screen was opened later. */
  readonly done: string | null
  readonly act: UndoAct
  readonly mayUndo: boolean
}

/** What was done last, and taking it back for as long as the service has not been told. */
export function UndoBand({ done, act, mayUndo }: UndoBandProps) {
  const words = useWords()
  const offered = mayUndo ? act.undo : null
  if (done === null && offered === null && act.error === null) return null
  return (
    <div className={styles.band}>
      <p role="status" className={styles.done}>
        {done !== null && (
          <>
            <Icon name="ok" />
            {done}
          </>
        )}
      </p>
      {offered !== null && (
        <Button isSmall icon="history" shortcut="U" disabled={act.isBusy} onClick={() => act.run()}>
          {undoName(offered, words)}
        </Button>
      )}
      {act.error !== null && <ErrorPanel error={act.error} />}
    </div>
  )
}

export function undoName(undo: Undo, { say, language }: Words): string {
  switch (undo.kind) {
    case 'extension':
      return say('guestActs.undo.extension', { day: dayMonth(calendarDate(undo.departureDate), language) })
    case 'departure':
      return say('guestActs.undo.departure')
    case 'cancellation':
      return say('guestActs.undo.cancellation')
  }
}
