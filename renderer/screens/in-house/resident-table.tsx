import type { KeyboardEvent } from 'react'
import { countryName } from '#shared/i18n/country-names.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import listStyles from '../../styles/list-table.module.css'
import styles from './in-house.module.css'
import type { Resident } from './in-house-parties.ts'

interface ResidentTableProps {
  readonly residents: readonly Resident[]
  /** The taking has begun: nobody is ticked or unticked any more. */
  readonly isFixed: boolean
  readonly onTurn: (line: number) => void
}

/** Everybody of the list: ticked when notified before Qabyl, what is missing, and the way to the guest once he is in the register. */
export function ResidentTable({ residents, isFixed, onTurn }: ResidentTableProps) {
  const { say } = useWords()
  return (
    <div className={styles.scroll}>
      <table className={join(listStyles.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">{say('inHouse.filed')}</th>
            <th scope="col">{say('rooming.party.name')}</th>
            <th scope="col">{say('rooming.party.citizenship')}</th>
            <th scope="col">{say('rooming.party.room')}</th>
            <th scope="col">{say('rooming.columns.arrival')}</th>
            <th scope="col">{say('rooming.party.missing')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {residents.map((resident) => (
            <Row key={resident.person.line} resident={resident} isFixed={isFixed} onTurn={onTurn} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly resident: Resident
  readonly isFixed: boolean
  readonly onTurn: (line: number) => void
}

function Row({ resident, isFixed, onTurn }: RowProps) {
  const { say, language } = useWords()
  const { person, arrival, hindrance, isFiledElsewhere, isCitizen, noticeId } = resident
  const { citizenship, surname, givenNames } = person.facts
  const name = [surname, givenNames].filter((part) => part !== null).join(' ') || say('inHouse.unnamed', { line: person.line })
  const said = person.leftOver.map(({ head, text }) => (head === '' ? text : `${head}: ${text}`)).join(' · ')
  return (
    <tr data-line={person.line}>
      <td>
        {!isCitizen && (
          <input
            type="checkbox"
            aria-label={say('inHouse.filedOf', { name })}
            checked={isFiledElsewhere}
            disabled={isFixed}
            onChange={() => onTurn(person.line)}
          />
        )}
      </td>
      <td className={styles.name}>
        {noticeId === null ? <b>{name}</b> : <a href={`#${guestPath(noticeId)}`}>{name}</a>}
        {said !== '' && (
          <small>
            {say('rooming.party.listSays')}: {said}
          </small>
        )}
      </td>
      <td>
        <span className={styles.citizenship}>
          <IsoChip code={citizenship} />
          <span className="cut" aria-hidden="true">
            {citizenship === null ? person.unread.citizenship : countryName(citizenship, language)}
          </span>
        </span>
      </td>
      <td>{person.room}</td>
      <td>
        {arrival !== null && numericDay(arrival)}
        {hindrance !== null && (
          <Tag icon="stop" tone="rejected" wraps>
            {say(`inHouse.hindrances.${hindrance}`)}
          </Tag>
        )}
      </td>
      <td className={styles.missing}>
        <Standing resident={resident} />
      </td>
    </tr>
  )
}

function Standing({ resident }: { readonly resident: Resident }) {
  const { say } = useWords()
  const { missing, isCitizen, isFiledElsewhere, noticeId } = resident
  if (noticeId !== null)
    return (
      <Tag icon="ok" tone="accepted">
        {say('inHouse.taken')}
      </Tag>
    )
  if (isCitizen)
    return (
      <Tag icon="ok" tone="quiet">
        {say('states.not_required')}
      </Tag>
    )
  if (isFiledElsewhere || missing.length === 0) return <span className="sub">{say('rooming.party.all')}</span>
  return missing.map((field) => say(`missing.${field}`)).join(', ')
}

/** Up and down along the ticks. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:enabled')]
  const next = ticks[ticks.indexOf(event.target as HTMLInputElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
