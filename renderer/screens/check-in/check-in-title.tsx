import type { Notice } from '#shared/contract/schemas.ts'
import { atTime, localTime, weekdayDay } from '#shared/i18n/dates.ts'
import { useZone } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { ClockMark } from '../../components/clock-mark.tsx'
import { Tag } from '../../components/tag.tsx'
import { lookOf } from '../../components/tone.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { CardButton } from '../../notices/card-button.tsx'
import { guestPath } from '../../notices/primary-action.ts'
import type { SavedCards } from '../../notices/use-registration-card.ts'
import { useCheckIn } from './check-in-context.ts'
import styles from './check-in-title.module.css'
import { useDraftState } from './draft-keeper.ts'
import { isPristine } from './form-state.ts'
import type { ScanOutcome } from './take-scan.ts'

interface SummaryProps {
  readonly savedNotices: readonly Notice[]
  readonly cards: SavedCards
}

/** Beside the title: room and number of guests while typing, what the last scan did, what was just saved. */
export function Summary({ savedNotices, cards }: SummaryProps) {
  const { form, outcome, wasDiscarded, acts } = useCheckIn()
  const words = useWords()
  const { say } = words
  if (wasDiscarded)
    return (
      <span className={styles.summary} role="status">
        {say('checkIn.draft.discarded')}
        <Button isSmall look="bare" shortcut="Ctrl Z" onClick={acts.takeBack}>
          {say('checkIn.draft.undo')}
        </Button>
      </span>
    )
  if (savedNotices.length > 0)
    return (
      <span className={styles.summary} role="status">
        <SavedTag notices={savedNotices} />
        {savedNotices.length === 1 && savedNotices[0] !== undefined && (
          <a href={`#${guestPath(savedNotices[0].id)}`}>{say('common.open')}</a>
        )}
        <CardButton cards={cards} count={savedNotices.length} />
      </span>
    )
  const note = outcome === null || outcome.kind === 'filled' || outcome.kind === 'refused' ? null : outcomeWord(outcome, words)
  const room = form.stay.room.trim()
  const guests = say('checkIn.guests', { count: form.guests.length })
  return (
    <span className={styles.summary}>
      {room === '' ? guests : `${room} · ${guests}`}
      {note !== null && (
        <Tag icon="scan" tone="ready">
          <span role="status">{note}</span>
        </Tag>
      )}
    </span>
  )
}

function outcomeWord(outcome: Exclude<ScanOutcome, { kind: 'filled' | 'refused' }>, { say }: Words): string {
  return outcome.kind === 'belongs'
    ? say('rooming.belongs', { line: outcome.line })
    : say(`checkIn.scan.${OUTCOME_WORDS[outcome.kind]}`)
}

const OUTCOME_WORDS = { added: 'added', known: 'known', visa: 'visaTaken' } as const

/** Looks like the state the notice is in: saved with a gap is not done. */
function SavedTag({ notices }: { readonly notices: readonly Notice[] }) {
  const words = useWords()
  const [notice] = notices
  const look = notices.length === 1 && notice !== undefined ? lookOf(notice.state) : ({ icon: 'ok', tone: 'accepted' } as const)
  return (
    <>
      <Tag icon={look.icon} tone={look.tone}>
        {savedInWords(notices, words)}
      </Tag>
      {notices.length === 1 && notice !== undefined && notice.actBy !== null && <ClockMark basis={notice} />}
    </>
  )
}

function savedInWords(notices: readonly Notice[], { say, language }: Words): string {
  const [notice] = notices
  if (notices.length !== 1 || notice === undefined) return say('checkIn.saved.many', { count: notices.length })
  const state = say(`states.${notice.state}`).toLowerCase()
  return notice.actBy === null
    ? say('checkIn.saved.oneWithoutDeadline', { name: notice.displayName, state })
    : say('checkIn.saved.one', { name: notice.displayName, state, day: weekdayDay(notice.actBy, language) })
}

/** The right end of the title row: the draft on disk, and the way to throw it away. */
export function TitleActs({ onDiscard }: { readonly onDiscard: () => void }) {
  const { form } = useCheckIn()
  const { say } = useWords()
  return (
    <>
      <DraftLine />
      {!isPristine(form) && (
        <Button look="bare" className={styles.discard} onClick={onDiscard}>
          {say('checkIn.draft.discard')}
        </Button>
      )}
    </>
  )
}

function DraftLine() {
  const draft = useDraftState(({ state }) => state)
  const zone = useZone()
  const { say, language } = useWords()
  if (draft.kind === 'none') return null
  return draft.kind === 'saved' ? (
    <span className={styles.draft}>
      <Tag icon="check" tone="quiet">
        <span className={styles.light}>{say('checkIn.draft.saved', { at: atTime(localTime(draft.at, zone), language) })}</span>
      </Tag>
    </span>
  ) : (
    <span className={styles.draft} role="alert">
      <Tag icon="alert" tone="overdue">
        {say('checkIn.draft.failed')}
      </Tag>
    </span>
  )
}

/** Right end of the footer: which calendar and reading made the deadline. */
export function CalendarFact() {
  const { preview, isBlank } = useCheckIn()
  const { say } = useWords()
  const deadline = isBlank ? null : (preview.preview?.deadline ?? null)
  if (deadline === null) return null
  const key = deadline.alarmReading === 'latest' ? 'checkIn.calendarFactLatest' : 'checkIn.calendarFact'
  return <span>{say(key, { version: deadline.calendar.version })}</span>
}
