import type { Foreseen } from '#shared/contract/guest-act-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { useStatus } from '../../../client/use-status.ts'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Tag } from '../../../components/tag.tsx'
import { arrivalDay } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import tones from '../../../styles/tones.module.css'
import type { GuestDetail } from '../guest-form.ts'
import styles from './act-panel.module.css'
import { changedClocks, foreseenLines } from './foreseen-words.ts'
import type { ForeseenState } from './use-foreseen.ts'

interface ForeseenPanelProps {
  readonly detail: GuestDetail
  readonly state: ForeseenState
  /** The departure as it would be; left out where the act does not touch it. */
  readonly departure?: CalendarDate | null | undefined
}

/** What an act leaves behind, before it is done: which notices, by when, and which clocks move. */
export function ForeseenPanel({ detail, state, departure }: ForeseenPanelProps) {
  const words = useWords()
  const { say } = words
  const { property, connection } = useStatus()
  const channel = property?.channel ?? 'assisted-portal'
  const { foreseen, error } = state
  if (error !== null) return <ErrorPanel error={error} />
  if (foreseen === null) return null
  const lines = foreseenLines(foreseen, { guestId: detail.notice.guestId, channel, words })
  const waits = foreseen.whatFollows === 'after_answer'
  const waitsForLine = connection.state === 'unreachable' && lines.some(({ icon }) => icon === 'send')
  return (
    <section className={styles.foreseen} aria-label={say('guestActs.foreseen.title')} aria-live="polite">
      <h3>{say('guestActs.foreseen.title')}</h3>
      <ul className={styles.lines}>
        {lines.length === 0 && (
          <li className={tones.quiet}>
            <Icon name={waits ? 'clock' : 'ok'} />
            <span>{say(waits ? 'guestActs.foreseen.afterAnswer' : 'guestActs.foreseen.silent')}</span>
          </li>
        )}
        {lines.map((line) => (
          <li key={line.key} className={tones[line.tone]}>
            <Icon name={line.icon} />
            <span>
              <b>{line.text}</b>
              {line.due !== null && `, ${line.due}`}
              {line.notes.map((note) => (
                <span key={note} className={styles.note}>
                  {note}
                </span>
              ))}
            </span>
          </li>
        ))}
        {waitsForLine && (
          <li className={tones.deferred}>
            <Icon name="lineCut" />
            <span>{say('guestActs.foreseen.offline')}</span>
          </li>
        )}
        {foreseen.warnings.filter(isOfThisAct).map((warning) => (
          <li key={warning}>
            <Tag icon="alert" tone="today" wraps>
              {say(`checkIn.warnings.${warning}`)}
            </Tag>
          </li>
        ))}
      </ul>
      {departure !== undefined && <ChangedClocks detail={detail} foreseen={foreseen} departure={departure} />}
    </section>
  )
}

/** What was said of the arrival was said when it was recorded. */
function isOfThisAct(warning: Foreseen['warnings'][number]): boolean {
  return warning === 'stay_beyond_limit' || warning === 'visa_expires_during_stay' || warning === 'document_expires_during_stay'
}

interface ChangedClocksProps {
  readonly detail: GuestDetail
  readonly foreseen: Foreseen
  readonly departure: CalendarDate | null
}

function ChangedClocks({ detail, foreseen, departure }: ChangedClocksProps) {
  const words = useWords()
  const { say } = words
  const before = { departure: detail.departedOn ?? detail.stay.departureDate, duties: detail.duties }
  const rows = changedClocks(arrivalDay(detail.notice), before, { departure, duties: foreseen.duties }, words)
  if (rows.length === 0) return null
  return (
    <table className={styles.clocks}>
      <caption>{say('guestActs.foreseen.clocks')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('guestActs.foreseen.clock')}</th>
          <th scope="col">{say('guestActs.foreseen.before')}</th>
          <th scope="col">{say('guestActs.foreseen.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="dim">{row.before}</td>
            <td className="strong">{row.after}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>
            {rows.length === 1 ? `${say('guestActs.foreseen.sameClocks')} ` : ''}
            {say('guestActs.foreseen.arrivalStays')}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
