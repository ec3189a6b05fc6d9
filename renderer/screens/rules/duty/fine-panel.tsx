import { useState } from 'react'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { tenge, wholeNumber } from '#shared/i18n/numbers.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ConfidenceTag } from '../confidence-tag.tsx'
import { costThisYear, type IndexLine, indexLines } from './cost.ts'
import styles from './fine-panel.module.css'
import { IndexForm } from './index-form.tsx'

/** The index fines are counted in, year by year, with how sure each figure is; a manager may enter the property's own. */
export function FinePanel({ rules }: { readonly rules: Rules }) {
  const { say } = useWords()
  const mayNot = useMayNot('desk.administer')
  const [editedYear, setEditedYear] = useState<number | null>(null)
  const { mci } = costThisYear(rules)
  return (
    <Panel title={say('rules.fine.title')} isDense>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('rules.fine.year')}</th>
            <th scope="col">{say('rules.fine.index')}</th>
            {mci > 0 && <th scope="col">{say('rules.fine.perGuest')}</th>}
            <th scope="col">{say('rules.fine.source')}</th>
          </tr>
        </thead>
        <tbody>
          {indexLines(rules).map((line) => (
            <YearRow
              key={line.year}
              line={line}
              mci={mci}
              isEdited={editedYear === line.year}
              onEdit={mayNot === null ? () => setEditedYear(line.year) : null}
              onDone={() => setEditedYear(null)}
            />
          ))}
        </tbody>
      </table>
      {mci === 0 && <p className={styles.note}>{say('rules.fine.warningOnly')}</p>}
    </Panel>
  )
}

interface YearRowProps {
  readonly line: IndexLine
  readonly mci: number
  readonly isEdited: boolean
  /** `null` = this person may not. */
  readonly onEdit: (() => void) | null
  readonly onDone: () => void
}

function YearRow({ line: { year, index }, mci, isEdited, onEdit, onDone }: YearRowProps) {
  const { say } = useWords()
  const columns = mci > 0 ? 4 : 3
  if (isEdited)
    return (
      <tr>
        <td colSpan={columns} className={styles.form}>
          <IndexForm year={year} index={index} onDone={onDone} />
        </td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{year}</th>
      <td className={styles.figure}>
        {onEdit === null ? (
          (index !== null && wholeNumber(index.tenge)) || '–'
        ) : (
          <Button isSmall look="bare" className={styles.edit} onClick={onEdit}>
            {index === null ? say('rules.fine.add') : wholeNumber(index.tenge)}
            <span className="sr">{say('rules.fine.edit', { year: String(year) })}</span>
          </Button>
        )}
      </td>
      {mci > 0 && <td className={styles.figure}>{index === null ? '–' : tenge(index.tenge * mci)}</td>}
      <td>{index !== null && <ConfidenceTag confidence={index.confidence} isOwn={index.isOwn} />}</td>
    </tr>
  )
}
