import { type Ref, useEffect, useRef, useState } from 'react'
import type { Board, Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { tenge } from '#shared/i18n/numbers.ts'
import { useStatus } from '../../client/use-status.ts'
import { basisKind } from '../../components/clock-mark.tsx'
import { GuestCard } from '../../components/guest-card.tsx'
import { type LastMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import styles from './lane-column.module.css'
import type { LaneName } from './lane-names.ts'
import { useFittingCount } from './use-fitting-count.ts'

export interface CellProps {
  readonly isSelected: boolean
  readonly actionWord: string
  readonly onSelect: () => void
  readonly onAct: () => void
  readonly ref: Ref<HTMLElement>
}

interface LaneColumnProps {
  readonly lane: LaneName
  readonly notices: readonly Notice[]
  readonly today: CalendarDate
  readonly exposure: Board['exposure']
  readonly cell: (notice: Notice) => CellProps
  /** Told how many cards are on screen. */
  readonly onShown: (count: number) => void
}

/** One lane: as many cards as fit, and the rest behind "more" – never a count without its list. */
export function LaneColumn({ lane, notices, today, exposure, cell, onShown }: LaneColumnProps) {
  const words = useWords()
  const column = useRef<HTMLElement>(null)
  const reading = useStatus().property?.alarmReading
  const fitting = useFittingCount(
    column,
    notices.map((notice) => extraLines(notice, lane, lastMoment(notice, today, words, reading))),
  )
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? notices.length : Math.min(notices.length, fitting)
  const hidden = notices.slice(shown)
  useEffect(() => onShown(shown), [onShown, shown])

  return (
    <section ref={column} className={styles.lane} aria-labelledby={`lane-${lane}`}>
      {notices.slice(0, shown).map((notice) => (
        <GuestCard
          key={notice.id}
          notice={notice}
          today={today}
          actionLook={lane === 'overdue' || lane === 'today' ? 'soft' : 'bare'}
          risk={lane === 'overdue' ? riskInWords(exposure, words) : undefined}
          {...cell(notice)}
        />
      ))}
      {lane === 'overdue' && <WhyOverdue notices={notices.slice(0, shown)} />}
      {hidden.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setIsOpen(true)}>
          {words.say('today.more', { count: hidden.length })}
          {/* The head of the other lanes names their day. */}
          {lane === 'later' && <span className="dim">{daysOf(hidden, words)}</span>}
        </button>
      )}
      {isOpen && notices.length > fitting && (
        <button type="button" className={styles.more} onClick={() => setIsOpen(false)}>
          {words.say('today.less')}
        </button>
      )}
    </section>
  )
}

/** Under a lone overdue card there is room to say why it hangs and what to do. */
function WhyOverdue({ notices }: { readonly notices: readonly Notice[] }) {
  const { say } = useWords()
  const [only] = notices
  if (only === undefined || notices.length > 1 || only.cause === null) return null
  return <p className={styles.why}>{say(`causes.${only.cause}.meaning`)}</p>
}

/** States whose word and button do not fit on one line. */
const LONG_STATES: readonly NotificationState[] = ['citizenship_unknown', 'incomplete']

function extraLines(notice: Notice, lane: LaneName, moment: LastMoment): number {
  return [lane === 'overdue', moment.portal !== null, basisKind(notice) !== null, LONG_STATES.includes(notice.state)].filter(
    Boolean,
  ).length
}

function riskInWords(exposure: Board['exposure'], { say }: Words): string {
  return exposure.tenge === null
    ? say('today.riskWithoutSum', { mci: exposure.mci })
    : say('today.risk', { mci: exposure.mci, tenge: tenge(exposure.tenge) })
}

function daysOf(notices: readonly Notice[], { language }: Words): string {
  const days = [...new Set(notices.map((notice) => notice.actBy).filter((day) => day !== null))].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? weekdayDay(first, language) : `${weekdayDay(first, language)} – ${weekdayDay(last, language)}`
}
