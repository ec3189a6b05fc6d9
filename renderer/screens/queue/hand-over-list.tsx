import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../client/desk-context.tsx'
import { saveFile } from '../../client/save-file.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PAPER_PATH } from '../../notices/queue-place.ts'
import { dueInWords, handOverCsv, putThereInWords } from './hand-over-facts.ts'
import styles from './hand-over-list.module.css'
import { HandOverPaper } from './hand-over-paper.tsx'
import type { HandOverEntry } from './use-hand-over-list.ts'

interface HandOverListProps {
  readonly entries: readonly HandOverEntry[]
  readonly onClose: () => void
}

/** Who waits for the colleague who signs: since when and by whom, who is being filed right now, off the list again, on paper, as a table. */
export function HandOverList({ entries, onClose }: HandOverListProps) {
  const words = useWords()
  const { say } = words
  const { businessDate } = useStatus()
  const zone = useZone()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const save = () =>
    saveFile(new Blob([handOverCsv(entries, zone, words)], { type: 'text/csv;charset=utf-8' }), `qabyl-${businessDate}.csv`)
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="hand-over-title" onClose={onClose}>
      <header className={styles.head}>
        <h2 id="hand-over-title" className="grow">
          {say('queue.handOver.title')}
        </h2>
        <span className={styles.count}>
          {entries.length === 0 ? say('filing.handOver.empty') : say('filing.handOver.count', { count: entries.length })}
        </span>
      </header>
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
        <section className={styles.scroll} aria-labelledby="hand-over-title" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('queue.handOver.columns.name')}</th>
                <th scope="col">{say('queue.handOver.columns.room')}</th>
                <th scope="col">{say('queue.handOver.columns.due')}</th>
                <th scope="col">{say('filing.handOver.columns.since')}</th>
                <th scope="col">
                  <span className="sr">{say('filing.handOver.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.notice.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className={styles.acts}>
        <Button icon="print" look="main" disabled={entries.length === 0} onClick={() => window.print()}>
          {say('common.print')}
        </Button>
        <Button icon="document" disabled={entries.length === 0} onClick={save}>
          {say('filing.handOver.export')}
        </Button>
        <ButtonLink href={`#${PAPER_PATH}`} icon="print">
          {say('paper.choose.make')}
        </ButtonLink>
        <Button look="bare" shortcut="Esc" className={styles.close} onClick={() => dialog.current?.close()}>
          {say('common.close')}
        </Button>
      </div>
      <HandOverPaper entries={entries} />
    </dialog>
  )
}

function Row({ entry: { notice, handedOver, canTakeBack } }: { readonly entry: HandOverEntry }) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const zone = useZone()
  const taking = useMutation(api.filing.takeBack.mutationOptions())
  return (
    <tr data-notice={notice.id}>
      <th scope="row">
        <span className={styles.guest}>
          <IsoChip code={notice.citizenship} />
          {notice.displayName}
        </span>
      </th>
      <td>{notice.room}</td>
      <td>{dueInWords(notice, words)}</td>
      <td>
        {putThereInWords(handedOver, zone, words)}
        {notice.lease !== null && (
          <Tag icon="user" tone="handover" wraps>
            {say('filing.handOver.fillingNow', { name: notice.lease.by })}
          </Tag>
        )}
        {notice.paper !== undefined && (
          <Tag icon="document" tone="handover" wraps>
            {say('paper.lists.number', { number: notice.paper.number })}
          </Tag>
        )}
        {taking.error !== null && <ErrorPanel error={taking.error} />}
      </td>
      <td className={styles.act}>
        {canTakeBack && (
          <Button
            isSmall
            look="bare"
            disabled={taking.isPending}
            aria-label={say('filing.handOver.takeBackOf', { name: notice.displayName })}
            onClick={() => taking.mutate({ noticeId: notice.id })}
          >
            {say('filing.handOver.takeBack')}
          </Button>
        )}
      </td>
    </tr>
  )
}
