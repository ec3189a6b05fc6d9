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

interface SidePanelsProps {
  readonly board: Board
  readonly cell: (list: SideList, notice: Notice) => CellProps
}

/** Who cannot go by himself, and what is missing. Unknown citizenship is the loud one. */
export function SidePanels({ board, cell }: SidePanelsProps) {
  const { say } = useWords()
  return (
    <aside className={styles.side}>
      {SIDE_LISTS.map((list) => {
        const notices = board[list]
        const { icon, tone } = LOOKS[list]
        return (
          <Panel
            key={list}
            title={say(`today.side.${list}`)}
            icon={icon}
            tone={notices.length === 0 ? 'quiet' : tone}
            isLoud={list === 'citizenshipUnknown' && notices.length > 0}
            isDense
            aside={<b className={notices.length === 0 ? 'dim' : undefined}>{notices.length}</b>}
          >
            {notices.length === 0 ? (
              <p className={styles.calm}>{say(`today.side.${CALM[list]}`)}</p>
            ) : (
              <ul>
                {notices.map((notice) => (
                  <SideRow key={notice.id} list={list} notice={notice} today={board.businessDate} {...cell(list, notice)} />
                ))}
              </ul>
            )}
          </Panel>
        )
      })}
    </aside>
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
      onFocus={onSelect}
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
