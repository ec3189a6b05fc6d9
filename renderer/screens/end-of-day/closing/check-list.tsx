import type { ReportRow } from '#shared/contract/report-schemas.ts'
import { Icon } from '../../../components/icon.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import tones from '../../../styles/tones.module.css'
import styles from './check-list.module.css'
import type { Check } from './checks.ts'

/** Names under a line; the sheet beside it has them all. */
const NAMES_SHOWN = 3

/** What stands before closing: sign, words, and the guests to go to. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const words = useWords()
  return (
    <ul className={styles.list} aria-label={words.say('endOfDay.checks.title')}>
      {checks.map((check) => (
        <li key={check.id} className={tones[check.look.tone]} data-check={check.id}>
          <span className={styles.sign}>
            <Icon name={check.look.icon} />
          </span>
          <div className="grow">
            <CheckWords check={check} words={words} />
            {'rows' in check && <Guests rows={check.rows} words={words} />}
            {(check.id === 'noLine' || check.id === 'paused') && <a href="#/queue">{words.say('endOfDay.checks.queue')}</a>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function CheckWords({ check, words: { say } }: { readonly check: Check; readonly words: Words }) {
  switch (check.id) {
    case 'sums':
    case 'nobody':
    case 'nothingFiled':
      return <p>{say(`endOfDay.checks.${check.id}`)}</p>
    case 'receipts':
      return <p>{say('endOfDay.checks.receipts', { files: check.files, filed: check.filed })}</p>
    case 'receiptsMissing':
      return (
        <p>
          <b>{say('endOfDay.checks.receiptsMissing', { files: check.files, filed: check.filed })}.</b>{' '}
          {say('endOfDay.checks.receiptsMissingNote')}
        </p>
      )
    case 'sumsBroken':
      return (
        <p>
          <b>{say('endOfDay.checks.sumsBroken')}.</b>{' '}
          {say('endOfDay.checks.sumsBrokenNote', { open: check.open, byDue: check.byDue, byState: check.byState })}
        </p>
      )
    case 'noLine':
    case 'paused':
      return (
        <p>
          <b>{say(`endOfDay.checks.${check.id}`)}</b> {say(`endOfDay.checks.${check.id}Note`)}
        </p>
      )
    default:
      return (
        <p>
          <b>{say(`endOfDay.checks.${check.id}`, { count: check.count })}</b> {say(`endOfDay.checks.${check.id}Note`)}
        </p>
      )
  }
}

function Guests({ rows, words: { say } }: { readonly rows: readonly ReportRow[]; readonly words: Words }) {
  const rest = rows.length - NAMES_SHOWN
  return (
    <ul className={styles.guests}>
      {rows.slice(0, NAMES_SHOWN).map(({ noticeId, person }) => (
        <li key={noticeId}>
          <a href={`#/guest/${noticeId}`}>{person?.name ?? say('endOfDay.checks.erased')}</a>
          {person?.room != null && <span className="dim"> · {say('endOfDay.checks.room', { room: person.room })}</span>}
        </li>
      ))}
      {rest > 0 && (
        <li>
          <a href="#/queue">{say('endOfDay.checks.more', { count: rest })}</a>
        </li>
      )}
    </ul>
  )
}
