import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { Kbd } from '../../../components/kbd.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { maskNumber } from '../../../notices/mask-number.ts'
import styles from './copy-list.module.css'
import { useHint } from './fill-hints.ts'
import { capOfKey, type FillRow, type FillSheet, holdsDocumentNumber } from './fill-rows.ts'
import type { Copying } from './use-copying.ts'

interface CopyListProps {
  readonly rows: readonly FillRow[]
  readonly copying: Copying
  /** Document numbers in full. */
  readonly showsNumbers: boolean
  /** How far its order of fields can be trusted is said below them. */
  readonly portal: Pick<FillSheet['portal'], 'name' | 'order'>
}

/** The portal's fields in its own order: key, label, value, copy; the next one lights up. */
export function CopyList({ rows, copying, showsNumbers, portal }: CopyListProps) {
  const { say } = useWords()
  return (
    <ol className={styles.list} aria-label={say('queue.filing.fields')}>
      {rows.map((row) => (
        <Row
          key={row.field.key}
          row={row}
          isCopied={copying.copied.has(row.field.key)}
          isCurrent={copying.current?.field.key === row.field.key}
          isRefused={copying.refused?.field.key === row.field.key}
          showsNumbers={showsNumbers}
          onCopy={() => copying.copy(row)}
        />
      ))}
      {portal.order !== 'confirmed' && (
        <li className={styles.source}>{say(`filing.portals.orderText.${portal.order}`, { portal: portal.name })}</li>
      )}
    </ol>
  )
}

interface RowProps {
  readonly row: FillRow
  readonly isCopied: boolean
  readonly isCurrent: boolean
  readonly isRefused: boolean
  readonly showsNumbers: boolean
  readonly onCopy: () => void
}

function Row({ row, isCopied, isCurrent, isRefused, showsNumbers, onCopy }: RowProps) {
  const { say, language } = useWords()
  const hint = useHint(row.field)
  const button = useRef<HTMLButtonElement>(null)
  const { field, kind, key } = row
  // The portal speaks Russian and English; its own label is what the clerk sees beside this.
  const label = language === 'en' ? field.labelEn : field.labelRu
  useEffect(() => {
    if (!isCurrent) return
    button.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
    // The focus follows the light unless the clerk is typing the number.
    if (!(document.activeElement instanceof HTMLInputElement)) button.current?.focus({ preventScroll: true })
  }, [isCurrent])

  return (
    <li
      className={join(styles.row, isCurrent && styles.current, isCopied && styles.copied, kind !== 'copy' && styles.without)}
      aria-current={isCurrent ? 'step' : undefined}
      data-field={field.key}
    >
      <span className={styles.key}>{key !== null && <Kbd>{capOfKey(key)}</Kbd>}</span>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {kind === 'copy' && <Value row={row} isRefused={isRefused} showsNumbers={showsNumbers} />}
        {kind === 'empty' && hint === null && <span className="dim">{say('queue.filing.leaveEmpty')}</span>}
        {kind === 'missing' && (
          <Tag icon="gap" tone="incomplete" wraps>
            {say('queue.filing.missing')}
          </Tag>
        )}
        {hint !== null && <span className={styles.hint}>{hint}</span>}
      </span>
      {kind === 'copy' && (
        <span className={styles.act}>
          {isCopied && (
            <Tag icon="check" tone="accepted">
              {say('queue.filing.copied')}
            </Tag>
          )}
          <Button
            ref={button}
            isSmall
            look="bare"
            className={styles.copy}
            aria-label={say('queue.filing.copyField', { field: label })}
            title={say('queue.filing.copyField', { field: label })}
            onClick={onCopy}
          >
            <Icon name="copy" />
          </Button>
        </span>
      )}
    </li>
  )
}

function Value({ row, isRefused, showsNumbers }: Pick<RowProps, 'row' | 'isRefused' | 'showsNumbers'>) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const value = row.field.value ?? ''
  useEffect(() => {
    if (isRefused) input.current?.select()
  }, [isRefused])
  if (isRefused)
    return (
      <>
        <input ref={input} className={styles.byHand} readOnly value={value} aria-label={say('common.copy')} />
        <span className={styles.hint}>{say('queue.filing.notCopied')}</span>
      </>
    )
  return <b>{holdsDocumentNumber(row.field) && !showsNumbers ? masked(value) : value}</b>
}

/** A comment holds words and a number; only the number is hidden. */
function masked(value: string): string {
  return value.replace(/[0-9A-Za-z]{6,}/g, maskNumber)
}
