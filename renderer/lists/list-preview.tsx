import { LIST_COLUMNS, type ListColumn } from '#shared/rooming/list-column.ts'
import type { CellIssue, ListPerson } from '#shared/rooming/list-person.ts'
import type { ReadColumn, ReadList } from '#shared/rooming/read-list.ts'
import { Icon } from '../components/icon.tsx'
import { join } from '../components/join.ts'
import { SelectInput } from '../components/text-input.tsx'
import { useWords, type Words } from '../i18n/use-words.ts'
import tones from '../styles/tones.module.css'
import type { BroughtList } from './brought-list.ts'
import styles from './list-preview.module.css'

interface ListPreviewProps {
  readonly list: BroughtList
  readonly reading: ReadList
  /** What the screen does with days, rooms and bookings, said above the list. */
  readonly remarks?: readonly string[]
  /** The columns are no longer chosen. */
  readonly isFixed?: boolean
  readonly onChange: (list: BroughtList) => void
}

/** The list as it was brought in: what each column was taken for, and what at a cell is to be known. */
export function ListPreview({ list, reading, remarks = [], isFixed = false, onChange }: ListPreviewProps) {
  const words = useWords()
  const { say } = words
  return (
    <>
      <Remarks reading={reading} otherSheets={list.otherSheets} ofTheScreen={remarks} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={say('rooming.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.line}>
                <span className="sr">{say('rooming.row')}</span>
              </th>
              {reading.columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name
                <th key={index} scope="col" className={column.column === 'other' ? styles.other : undefined}>
                  <SelectInput
                    className={styles.choice}
                    data-column={index}
                    aria-label={takenFor(column, index, words)}
                    value={column.column}
                    disabled={isFixed}
                    choices={LIST_COLUMNS.map((value) => ({ value, label: say(`rooming.columns.${value}`) }))}
                    onChange={(value) => onChange({ ...list, chosen: { ...list.chosen, [index]: value as ListColumn } })}
                  />
                  {column.head !== '' && <span className={join(styles.head, 'cut')}>{column.head}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.people.map((person) => (
              <Row key={person.line} person={person} cells={list.cells[person.line - 1] ?? []} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ person, cells }: { readonly person: ListPerson; readonly cells: readonly string[] }) {
  const { say } = useWords()
  return (
    <tr className={person.isSomebody ? undefined : styles.nobody}>
      <th scope="row" className={styles.line}>
        {person.line}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name
        <td key={index}>
          <span className={styles.cell}>{cell}</span>
          {person.issues
            .filter(({ column }) => column === index)
            .map((issue) => (
              <Reason key={issue.code} issue={issue} />
            ))}
          {index === 0 && !person.isSomebody && (
            <span className={join(styles.reason, tones.quiet)}>
              <Icon name="gap" />
              {say('rooming.nobody')}
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}

function Reason({ issue }: { readonly issue: CellIssue }) {
  const { say } = useWords()
  return issue.kind === 'problem' ? (
    <span className={join(styles.reason, tones.rejected)}>
      <Icon name="stop" />
      {say(`rooming.problems.${issue.code}`)}
    </span>
  ) : (
    <span className={join(styles.reason, tones.incomplete)}>
      <Icon name="alert" />
      {say(`rooming.notes.${issue.code}`)}
    </span>
  )
}

interface RemarksProps {
  readonly reading: ReadList
  readonly otherSheets: readonly string[]
  readonly ofTheScreen: readonly string[]
}

/** What is said of the list as a whole: nothing of it is left out in silence. */
function Remarks({ reading, otherSheets, ofTheScreen }: RemarksProps) {
  const { say } = useWords()
  const unknown = reading.columns.flatMap((column, index) =>
    column.column === 'other' ? [column.head === '' ? say('rooming.column', { number: index + 1 }) : `«${column.head}»`] : [],
  )
  const remarks = [
    reading.above.length === 0 ? null : say('rooming.above', { text: reading.above.join(' · ') }),
    ...ofTheScreen,
    unknown.length === 0 ? null : say('rooming.notUnderstood', { columns: unknown.join(', ') }),
    otherSheets.length === 0 ? null : say('rooming.otherSheets', { sheets: otherSheets.join(', ') }),
  ].filter((remark) => remark !== null)
  if (remarks.length === 0) return null
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}

function takenFor({ head }: ReadColumn, index: number, { say }: Words): string {
  return head === '' ? say('rooming.takenFor', { number: index + 1 }) : say('rooming.takenForHead', { head })
}
