import type { Board } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { dayMonth, fromDay, fromDayMonth, weekdayDay } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { BoardBand, LaneHead } from '../../components/lane-head.tsx'
import { duration, minutesLeftToday } from '../../i18n/moments.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { LANE_NAMES, type LaneName } from './lane-names.ts'

const MINUTES_OF_DAY = 24 * 60

interface LaneHeadsProps {
  readonly board: Board
}

/** The band of the board: how many, and by when, in words. */
export function LaneHeads({ board }: LaneHeadsProps) {
  const words = useWords()
  const zone = useZone()
  const now = useDeskNow()
  const reading = useStatus().property?.alarmReading
  const left = minutesLeftToday(now, zone)
  const gone: Partial<Record<LaneName, number>> = { overdue: 1, today: 1 - left / MINUTES_OF_DAY }
  const notes: Readonly<Record<LaneName, string>> = {
    overdue: overdueNote(board, reading === 'latest' ? 'latestDue' : 'strictDue', words),
    today:
      board.lanes.today.length === 0
        ? settledNote(board, words)
        : words.say('today.laneNotes.todayLeft', { left: duration(left, words) }),
    tomorrow:
      board.lanes.tomorrow.length === 0
        ? settledNote(board, words)
        : words.say('today.laneNotes.tomorrowBy', {
            day: weekdayDay(addDays(board.businessDate, 1), words.language),
          }),
    later: laterNote(board, words),
  }
  return (
    <BoardBand>
      {LANE_NAMES.map((lane) => (
        <LaneHead
          key={lane}
          id={`lane-${lane}`}
          lane={lane}
          title={words.say(`today.lanes.${lane}`)}
          count={board.lanes[lane].length}
          note={notes[lane]}
          basis={{
            isForecast: board.lanes[lane].some(({ isForecast }) => isForecast),
            hasNoCalendar: board.lanes[lane].some(({ hasNoCalendar }) => hasNoCalendar),
          }}
          gone={board.lanes[lane].length === 0 ? 0 : (gone[lane] ?? 0)}
        />
      ))}
    </BoardBand>
  )
}

function settledNote(board: Board, { say }: Words): string {
  return board.acceptedToday > 0 ? say('today.laneNotes.allAccepted') : say('today.laneNotes.none')
}

function overdueNote(board: Board, due: 'strictDue' | 'latestDue', { say, language }: Words): string {
  const days = [...new Set(board.lanes.overdue.map((notice) => notice[due]))].filter((day) => day !== null).sort()
  const [first] = days
  if (first === undefined) return say('today.laneNotes.none')
  const day = weekdayDay(first, language)
  return days.length === 1 ? say('today.laneNotes.overdueOn', { day }) : say('today.laneNotes.overdueFrom', { day })
}

function laterNote(board: Board, { say, language }: Words): string {
  const first = board.lanes.later
    .map((notice) => notice.actBy)
    .filter((day): day is CalendarDate => day !== null)
    .sort()[0]
  if (first === undefined) return say('today.laneNotes.none')
  const off = board.daysOffAhead.find((day) => day.reason.kind === 'holiday' && day.date < first)
  if (off === undefined) return say('today.laneNotes.laterFrom', { from: fromDay(first, language) })
  return say('today.laneNotes.laterOff', {
    from: fromDayMonth(first, language),
    day: dayMonth(off.date, language),
    reason: say('calendar.holiday'),
  })
}
