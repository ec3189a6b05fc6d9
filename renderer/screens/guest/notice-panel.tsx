import { useState } from 'react'
import { useStatus, useZone } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { Panel } from '../../components/panel.tsx'
import { happenedAt } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { copyText } from '../../notices/copy-text.ts'
import { fieldName } from '../../notices/field-name.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { rawInWords } from '../../notices/raw-exchange.ts'
import tones from '../../styles/tones.module.css'
import type { GuestDetail } from './guest-form.ts'
import joined from './joined-list.module.css'
import styles from './notice-panel.module.css'
import { entryInWords, type ToldEntry, wholeTimeline } from './timeline-words.ts'
import type { ReceiptAccess } from './use-receipt.ts'

interface NoticePanelProps {
  readonly detail: GuestDetail
  readonly receipt: ReceiptAccess
  /** The one its key opens. */
  readonly newestReceiptId: string | null
}

/** Everything that happened to the notice, newest first, and whether the journal behind it is whole. */
export function NoticePanel({ detail, receipt, newestReceiptId }: NoticePanelProps) {
  const { say } = useWords()
  const { notice, audit } = detail
  return (
    <Panel
      title={say(detail.followUps.length > 0 ? 'guest.notice.history' : 'guest.notice.title')}
      aside={
        <span className="note dim">
          {[
            notice.revision > 0 ? say('guest.notice.revision', { revision: notice.revision }) : null,
            notice.attemptCount > 0 ? say('guest.notice.attempts', { count: notice.attemptCount }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
    >
      {receipt.error !== null && (
        <div className={styles.failure}>
          <ErrorPanel error={receipt.error} />
        </div>
      )}
      <ol className={styles.timeline}>
        {wholeTimeline(detail).map((told) => (
          <Entry
            key={`${told.about} ${told.entry.id}`}
            told={told}
            detail={detail}
            receipt={receipt}
            newestReceiptId={newestReceiptId}
          />
        ))}
      </ol>
      <p className={join(styles.journal, !audit.chainIntact && styles.broken)}>
        <Icon name={audit.chainIntact ? 'chain' : 'alert'} />
        {say('guest.notice.journal', {
          count: audit.entries,
          chain: audit.chainIntact ? say('guest.notice.chainIntact') : say('guest.notice.chainBroken'),
        })}
      </p>
    </Panel>
  )
}

interface EntryProps extends NoticePanelProps {
  readonly told: ToldEntry
}

function Entry({ told, detail, ...receipts }: EntryProps) {
  const { entry, about } = told
  const words = useWords()
  const { businessDate } = useStatus()
  const zone = useZone()
  const line = entryInWords(entry, words)
  return (
    <li className={join(joined.entry, tones[line.tone])}>
      <span className={joined.node}>
        <Icon name={line.icon} />
      </span>
      <div className="grow">
        <p className={styles.head}>
          <b>
            {line.title}
            {about !== null && <span className={styles.about}> · {words.say(`noticeChain.kinds.${about}`)}</span>}
          </b>
          <time dateTime={entry.at}>{happenedAt(entry.at, businessDate, zone, words)}</time>
        </p>
        {line.notes.map((note) => (
          <p key={note} className="sub">
            {note}
          </p>
        ))}
        <FiledAnew details={entry.details} />
        {entry.kind === 'rejected' &&
          about === null &&
          detail.notice.refusal !== null &&
          detail.notice.state === 'rejected' && <Refusal refusal={detail.notice.refusal} />}
        {entry.kind === 'accepted' && <Proof told={told} detail={detail} {...receipts} />}
        {entry.raw !== null && <p className={styles.raw}>{rawInWords(entry.raw)}</p>}
      </div>
    </li>
  )
}

/** Where the notices about this guest go on after a cancellation that took effect. */
function FiledAnew({ details }: Pick<ToldEntry['entry'], 'details'>) {
  const { say } = useWords()
  const noticeId = details['notice']
  if (typeof noticeId !== 'string') return null
  return (
    <p className="sub">
      <a href={`#${guestPath(noticeId)}`}>{say('common.open')}</a>
    </p>
  )
}

function Refusal({ refusal }: { readonly refusal: { readonly field: string | null; readonly message: string } }) {
  const words = useWords()
  const { say } = words
  return (
    <p className="sub">
      {say('guest.notice.refusal', { message: refusal.message })}
      {refusal.field !== null && `, ${say('guest.notice.field', { field: fieldName(refusal.field, words) })}`}
    </p>
  )
}

/** What proves the acceptance: the number to copy, the receipt to open and print. */
function Proof({ told: { entry }, detail, receipt, newestReceiptId }: EntryProps) {
  const { say } = useWords()
  const [wasCopied, setWasCopied] = useState(false)
  const receipts = [detail.receipts, ...detail.followUps.map((followUp) => followUp.receipts)].flat()
  const file = receipts.find(({ id }) => id === entry.receiptId)
  const reference = entry.details['reference']
  const number = typeof reference === 'string' && reference !== '' ? reference : null
  return (
    <>
      <p className={join('sub', styles.proof)}>
        {number !== null && (
          <span>
            {say('guest.notice.number')} <b className="mono">{number}</b>
          </span>
        )}
        {file !== undefined && (
          <span>{say('guest.notice.receiptFile', { file: file.fileName, size: sizeInWords(file.sizeBytes) })}</span>
        )}
      </p>
      <div className={styles.acts}>
        {file !== undefined && (
          <>
            <Button
              isSmall
              icon="document"
              shortcut={file.id === newestReceiptId ? 'O' : undefined}
              disabled={receipt.isBusy}
              onClick={() => receipt.open(file.id)}
            >
              {say('guest.notice.open')}
            </Button>
            <Button isSmall icon="print" disabled={receipt.isBusy} onClick={() => receipt.print(file.id)}>
              {say('guest.notice.print')}
            </Button>
          </>
        )}
        {number !== null && (
          <Button
            isSmall
            look="bare"
            icon={wasCopied ? 'check' : 'copy'}
            onClick={() => void copyText(number).then(setWasCopied)}
          >
            {wasCopied ? say('common.copied') : say('guest.notice.copyNumber')}
          </Button>
        )}
      </div>
    </>
  )
}

/** `84 kB`; written alike in every language of the desk. */
function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
