import { expect, it } from 'vitest'
import { countMoves, moveRows } from '#renderer/law/move-rows.ts'
import type { DeadlineMove } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { wordsIn } from '../i18n/words.ts'

type Dates = DeadlineMove['before']

function dates(alarm: string, other: Partial<Dates> = {}): Dates {
  const alarmDate = calendarDate(alarm)
  return { strictDue: alarmDate, latestDue: alarmDate, alarmDate, actBy: alarmDate, isForecast: false, ...other }
}

function move(name: string, before: Dates, after: Dates, becomesOverdue = false): DeadlineMove {
  return {
    noticeId: crypto.randomUUID(),
    displayName: name,
    room: '101',
    citizenship: 'DEU',
    arrival: calendarDate('2026-05-04'),
    state: 'ready',
    before,
    after,
    becomesOverdue,
  }
}

const MOVES = [
  move('Later', dates('2026-05-08'), dates('2026-05-12')),
  move(
    'Same',
    dates('2026-05-06', { latestDue: calendarDate('2026-05-08') }),
    dates('2026-05-06', { latestDue: calendarDate('2026-05-12') }),
  ),
  move('Earlier', dates('2026-05-12'), dates('2026-05-11')),
  move('Overdue', dates('2026-05-06'), dates('2026-05-04'), true),
  move(
    'Portal',
    dates('2026-05-08', { actBy: calendarDate('2026-05-06') }),
    dates('2026-05-13', { actBy: calendarDate('2026-05-06') }),
  ),
  move('Forecast', dates('2027-01-06', { isForecast: true }), dates('2027-01-08')),
]

it('what must be acted on at once stands first, what stays the same last', async () => {
  const rows = moveRows(MOVES, 'strict', await wordsIn('ru'))
  expect(rows.map(({ name, shiftInWords, notes }) => [name, shiftInWords, ...notes])).toEqual([
    ['Overdue', 'на 2 дня раньше', 'крайний спорный: ср, 6 мая → пн, 4 мая'],
    ['Earlier', 'на 1 день раньше', 'крайний спорный: вт, 12 мая → пн, 11 мая'],
    ['Later', 'на 4 дня позже', 'крайний спорный: пт, 8 мая → вт, 12 мая'],
    ['Portal', 'на 5 дней позже', 'крайний спорный: пт, 8 мая → ср, 13 мая', 'портал по-прежнему до 6 мая'],
    ['Forecast', 'на 2 дня позже', 'крайний спорный: ср, 6 янв → пт, 8 янв', 'больше не прогноз'],
    ['Same', 'срок тот же', 'крайний спорный: пт, 8 мая → вт, 12 мая'],
  ])
})

it('with the later reading in force the strict date is the other one', async () => {
  const before = dates('2026-05-12', { strictDue: calendarDate('2026-05-08') })
  const after = dates('2026-05-13', { strictDue: calendarDate('2026-05-12') })
  const [row] = moveRows([move('One', before, after)], 'latest', await wordsIn('en'))
  expect([row?.was, row?.becomes, row?.notes]).toEqual(['2026-05-12', '2026-05-13', ['strict date: Fri, 8 May → Tue, 12 May']])
})

it('the figures add up', () => {
  const { moved, earlier, later, same, overdue } = countMoves(MOVES)
  expect({ moved, earlier, later, same, overdue }).toEqual({ moved: 6, earlier: 2, later: 3, same: 1, overdue: 1 })
  expect(earlier + later + same).toBe(moved)
})
