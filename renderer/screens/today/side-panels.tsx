import { useEffect, useState } from 'react'
import type { Board, Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { Button } from '../../components/button.tsx'
import type { IconName } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { Panel } from '../../components/panel.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { arrivalInWords } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SIDE_LISTS, type SideList } from './board-cells.ts'
import type { CellProps } from './lane-column.tsx'
import { LostPassports } from './lost-passports.tsx'
import styles from './side-panels.module.css'

const LOOKS: Readonly<Record<SideList, { readonly icon: IconName; readonly tone: Tone }>> = {
  citizenshipUnknown: { icon: 'globe', tone: 'unknown' },
  incomplete: { icon: 'gap', tone: 'incomplete' },
  needsPerson: { icon: 'user', tone: 'rejected' },
}

/** What an empty list means. */
const CALM = {
  citizenshipUnknown: 'allKnown',
  incomplete: 'allComplete',
  needsPerson: 'nobodyNeeded',
} as const satisfies Readonly<Record<SideList, string>>

/** All rows of all lists are shown up to this many; beyond, each list shows its first few. */
const ROOM_FOR_ROWS = 8
const FEW = 3

interface SidePanelsProps {
  readonly board: Board
  readonly cell: (list: SideList, notice: Notice) => CellProps
  /** Told how many rows of a list are on screen. */
  readonly onShown: (list: SideList, count: number) => void
}

/** Who cannot go by himself, and what is missing. Unknown citizenship is the loud one. */
export function SidePanels({ board, cell, onShown }: SidePanelsProps) {
  const rows = SIDE_LISTS.reduce((sum, list) => sum + board[list].length, 0)
  return (
    <aside className={styles.side}>
      {SIDE_LISTS.map((list) => (
        <SidePanel
          key={list}
          list={list}
          notices={board[list]}
          today={board.businessDate}
          limit={rows <= ROOM_FOR_ROWS ? rows : FEW}
          cell={(notice) => cell(list, notice)}
          onShown={(count) => onShown(list, count)}
        />
      ))}
      <LostPassports />
    </aside>
  )
}

interface SidePanelProps {
  readonly list: SideList
  readonly notices: readonly Notice[]
  readonly today: CalendarDate
  readonly limit: number
  readonly cell: (notice: Notice) => CellProps
  readonly onShown: (count: number) => void
}

function SidePanel({ list, notices, today, limit, cell, onShown }: SidePanelProps) {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const { icon, tone } = LOOKS[list]
  const isEmpty = notices.length === 0
  const shown = isOpen ? notices.length : Math.min(notices.length, limit)
  useEffect(() => onShown(shown), [onShown, shown])
  return (
    <Panel
      title={say(`today.side.${list}`)}
      icon={icon}
      tone={isEmpty ? 'quiet' : tone}
      isLoud={list === 'citizenshipUnknown' && !isEmpty}
      isDense
      aside={<b className={isEmpty ? 'dim' : undefined}>{notices.length}</b>}
    >
      {isEmpty && <p className={styles.calm}>{say(`today.side.${CALM[list]}`)}</p>}
      <ul>
        {notices.slice(0, shown).map((notice) => (
          <SideRow key={notice.id} list={list} notice={notice} today={today} {...cell(notice)} />
        ))}
      </ul>
      {notices.length > limit && (
        <button type="button" className={styles.more} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? say('today.less') : say('today.more', { count: notices.length - shown })}
        </button>
      )}
    </Panel>
  )
}

interface SideRowProps extends CellProps {
  readonly list: SideList
  readonly notice: Notice
  readonly today: CalendarDate
}

function SideRow({ list, notice, today, isSelected, actionWord, onSelect, onAct, ref }: SideRowProps) {
  return (
    <li
      ref={ref as React.Ref<HTMLLIElement>}
      className={join(styles.row, isSelected && styles.selected)}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isSelected ? 0 : -1}
      onFocus={isSelected ? undefined : onSelect}
    >
      <div className="grow">
        <b>{notice.displayName}</b> <span className="note dim">{notice.room}</span>
        <Reason list={list} notice={notice} today={today} />
      </div>
      <Button isSmall look={isSelected ? 'main' : 'bare'} tabIndex={isSelected ? 0 : -1} onClick={onAct}>
        {actionWord}
      </Button>
    </li>
  )
}

/** What is missing, or why a person is needed. */
function Reason({ list, notice, today }: Pick<SideRowProps, 'list' | 'notice' | 'today'>) {
  const words = useWords()
  const { say } = words
  switch (list) {
    case 'citizenshipUnknown':
      return <p>{say('today.side.clockRuns', { arrived: arrivalInWords(notice, today, words) })}</p>
    case 'incomplete':
      return <p>{notice.missing.map((field) => say(`missing.${field}`)).join(', ')}</p>
    case 'needsPerson':
      return (
        <p className={styles.state}>
          {notice.state === 'rejected' && notice.refusal !== null ? (
            <Tag icon="stop" tone="rejected" wraps>
              {say('today.refused', { message: notice.refusal.message })}
            </Tag>
          ) : notice.cause !== null ? (
            <Tag icon="ask" tone={notice.state === 'rejected' ? 'rejected' : 'unknown'} wraps>
              {say(`states.${notice.state}`)}: {say(`causes.${notice.cause}.short`)}
            </Tag>
          ) : (
            <StateTag notice={notice} />
          )}
        </p>
      )
  }
}
