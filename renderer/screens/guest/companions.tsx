import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { longDay } from '#shared/i18n/dates.ts'
import { IsoChip } from '../../components/iso-chip.tsx'
import { Panel } from '../../components/panel.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import styles from './companions.module.css'
import type { GuestDetail } from './guest-form.ts'

/** Who arrived in the same check-in, each with a notice of his own. */
export function Companions({ notices }: { readonly notices: readonly Notice[] }) {
  const { say } = useWords()
  if (notices.length === 0) return null
  return (
    <Panel title={say('guest.together.title')} isDense>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={`#${guestPath(notice.id)}`}>
              <IsoChip code={notice.citizenship} />
              <b className="cut">{notice.displayName}</b>
            </a>
            <StateTag notice={notice} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The same person's earlier arrivals; each was a duty of its own. */
export function EarlierStays({ stays }: { readonly stays: GuestDetail['earlierStays'] }) {
  const { say, language } = useWords()
  if (stays.length === 0) return null
  return (
    <Panel title={say('guest.earlier.title')} isDense>
      <ul className={styles.list}>
        {stays.map((stay) => (
          <li key={stay.noticeId}>
            <a href={`#${guestPath(stay.noticeId)}`}>
              <b>{longDay(calendarDate(stay.arrivalAt.slice(0, 10)), language)}</b>
            </a>
            {stay.room !== null && <span className="dim">{say('guest.earlier.room', { room: stay.room })}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
