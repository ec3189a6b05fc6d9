import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { MrzDocument, NotMrz } from '#shared/documents/mrz-reading.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { useStatus } from '../../client/use-status.ts'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { Kbd } from '../../components/kbd.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import { MrzLines } from './mrz-lines.tsx'
import styles from './scan-well.module.css'

/** Typed lines are read once the hand rests; a scanner's burst is taken out of the box before. */
const TYPING_PAUSE_MS = 250

/** The scan box: where the cursor starts, what was read, and each check digit of it. */
export function ScanWell() {
  const { guest, document, acts, sendCursorTo, takeScan } = useCheckIn()
  const words = useWords()
  const { say } = words
  const today = useStatus().businessDate
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [hasCursor, setHasCursor] = useState(false)
  // What is still being typed is not judged.
  const [isTyping, setIsTyping] = useState(false)
  const isRead = document !== null && guest.scan === guest.mrz
  const refusal = isRead || guest.scan.trim() === '' ? null : refusalOf(guest.scan, today)
  const showsLines = isRead && !hasCursor

  useEffect(() => {
    if (!isTyping) return
    const timer = window.setTimeout(() => {
      if (readMrz(guest.scan, today).ok) {
        setIsTyping(false)
        takeScan(guest.scan)
      }
    }, TYPING_PAUSE_MS)
    return () => window.clearTimeout(timer)
  })

  // What a camera saw looks read only once a person has compared it.
  const tone = isRead
    ? document.checks.every((check) => check.isValid)
      ? guest.isToCompare
        ? 'idle'
        : 'good'
      : 'bad'
    : refusal !== null && !isTyping
      ? 'bad'
      : 'idle'
  return (
    <div className={join(styles.well, styles[tone])}>
      <div className={styles.head}>
        <label htmlFor={id}>{say('fields.mrz')}</label>
        <Kbd>F2</Kbd>
        <span className="grow" />
        <span id={`${id}-status`} className={styles.status} aria-live="polite">
          {isRead && <ReadStatus document={document} isToCompare={guest.isToCompare} />}
          {!isRead && refusal !== null && isTyping && <span className="sub note">{countOf(guest.scan, words)}</span>}
        </span>
      </div>
      <div className={join(styles.lines, showsLines && styles.covered)}>
        {showsLines && <MrzLines document={document} />}
        <textarea
          ref={box}
          id={id}
          data-field="scan"
          className={styles.box}
          rows={showsLines ? document.lines.length : 2}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-status ${id}-note`}
          aria-invalid={tone === 'bad' ? true : undefined}
          value={guest.scan}
          onFocus={(event) => {
            setHasCursor(true)
            event.currentTarget.select()
          }}
          onBlur={() => {
            setHasCursor(false)
            setIsTyping(false)
          }}
          onChange={(event) => {
            setIsTyping(true)
            acts.setGuest({ scan: event.currentTarget.value })
          }}
          onPaste={(event) => {
            // A picture is taken by the page.
            if (event.clipboardData.getData('text') === '' && event.clipboardData.files.length > 0) return
            event.preventDefault()
            setIsTyping(false)
            takeScan(event.clipboardData.getData('text'))
          }}
          onKeyDown={(event) => {
            if (event.defaultPrevented) return
            if (event.key === 'Escape') acts.setGuest({ scan: guest.mrz ?? '' })
            if (event.key === 'Enter' && !event.ctrlKey && (isRead || guest.scan.trim() === '')) {
              event.preventDefault()
              sendCursorTo('firstOpen')
            }
          }}
        />
      </div>
      <div id={`${id}-note`} className={styles.notes}>
        {isRead && <ReadNotes document={document} />}
        {!isRead && (refusal === null || isTyping) && <p className="note sub">{say('checkIn.scan.hint')}</p>}
        {!isRead && refusal !== null && !isTyping && (
          <Reason>
            {say(`checkIn.notMrz.${refusal.code}`, { line: refusal.line ?? 1, column: refusal.column ?? 1 })}
            {guest.mrz !== null && ` ${say('checkIn.scan.keptEarlier')}`}
          </Reason>
        )}
      </div>
    </div>
  )
}

/** Which document was read, and whether all of its digits agree. */
function ReadStatus({ document, isToCompare }: { readonly document: MrzDocument; readonly isToCompare: boolean }) {
  const { say } = useWords()
  const name = isToCompare ? say('document.compare.status') : say(`checkIn.scan.${documentWord(document)}`)
  const failed = document.checks.filter((check) => !check.isValid).length
  return failed === 0 ? (
    <Tag icon="ok" tone="accepted">
      {say('checkIn.scan.allAgree', { count: document.checks.length, document: name })}
    </Tag>
  ) : (
    <Tag icon="stop" tone="rejected">
      {say('checkIn.scan.disagree', { count: failed, document: name })}
    </Tag>
  )
}

/** Each check digit by name, what was put right and by which proof, what to look at twice. */
function ReadNotes({ document }: { readonly document: MrzDocument }) {
  const { say } = useWords()
  return (
    <>
      <ul className={styles.digits}>
        {document.checks.map((check) => (
          <li key={check.field}>
            <Tag icon={check.isValid ? 'check' : 'stop'} tone={check.isValid ? 'accepted' : 'rejected'}>
              <b>{check.found}</b>{' '}
              <span className={styles.digitName}>
                {say(`checkIn.scan.digits.${check.field}`)}
                {!check.isValid && `, ${say('checkIn.scan.expected', { digit: check.expected })}`}
              </span>
            </Tag>
          </li>
        ))}
      </ul>
      {document.repairs.map((repair) => (
        <p key={`${repair.line}-${repair.column}`} className={styles.repair}>
          <Icon name="pen" />
          {say('checkIn.scan.repaired', {
            read: repair.read,
            became: repair.became,
            digit: say(`checkIn.scan.digits.${repair.provenBy}`),
          })}
        </p>
      ))}
      {document.isTruncatedName && (
        <p className={styles.repair}>
          <Icon name="alert" />
          {say('checkIn.scan.nameCutOff')}
        </p>
      )}
    </>
  )
}

function Reason({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.reason} role="alert">
      <Icon name="stop" />
      <span>{children}</span>
    </p>
  )
}

function documentWord({ format }: MrzDocument): 'passport' | 'card' | 'russian' | 'visa' {
  if (format === 'RU-INTERNAL') return 'russian'
  if (format === 'MRV-A' || format === 'MRV-B') return 'visa'
  return format === 'TD3' ? 'passport' : 'card'
}

function refusalOf(text: string, today: Parameters<typeof readMrz>[1]): NotMrz | null {
  const reading = readMrz(text, today)
  return reading.ok ? null : reading.error
}

function countOf(text: string, { say }: Words): string {
  const counts = text
    .split('\n')
    .map((line) => line.replaceAll(/\s/g, '').length)
    .filter((length) => length > 0)
    .join(' + ')
  return say('checkIn.scan.counted', { counts })
}
