import { expect, test } from 'vitest'
import { type BoardCells, cellsOf, cellTowards, firstCell, isAllClear } from '#renderer/screens/today/board-cells.ts'
import type { Board, Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { noticeOf } from '../queue/notice.ts'

function notice(id: string, state: Notice['state'] = 'ready'): Notice {
  return noticeOf({ id, state })
}

function board(
  parts: Partial<Board['lanes']> & Partial<Pick<Board, 'citizenshipUnknown' | 'incomplete' | 'needsPerson'>>,
): Board {
  const { citizenshipUnknown = [], incomplete = [], needsPerson = [], ...lanes } = parts
  return {
    businessDate: calendarDate('2026-05-05'),
    lanes: { overdue: [], today: [], tomorrow: [], later: [], ...lanes },
    citizenshipUnknown,
    incomplete,
    needsPerson,
    acceptedToday: 0,
    acceptedTodayWithoutReceipt: 0,
    readyCount: 0,
    daysOffAhead: [],
    exposure: { mci: 10, tenge: null },
  }
}

const FULL = board({
  today: [notice('t1'), notice('t2'), notice('t3')],
  later: [notice('l1')],
  incomplete: [notice('i1', 'incomplete'), notice('i2', 'incomplete')],
})

const ids = (cells: BoardCells) => cells.map((column) => column.map((cell) => `${cell.area}/${cell.notice.id}`))

test('the arrows walk four lanes and the side lists', () => {
  expect(ids(cellsOf(FULL, {}))).toEqual([
    [],
    ['today/t1', 'today/t2', 'today/t3'],
    [],
    ['later/l1'],
    ['incomplete/i1', 'incomplete/i2'],
  ])
})

test('they do not walk where nothing is seen', () => {
  expect(ids(cellsOf(FULL, { today: 2 }))[1]).toEqual(['today/t1', 'today/t2'])
})

test.each([
  ['t2', 'up', 't1'],
  ['t1', 'up', 't1'],
  ['t3', 'down', 't3'],
  ['t3', 'right', 'l1'],
  ['l1', 'right', 'i1'],
  ['i2', 'left', 'l1'],
  ['l1', 'left', 't1'],
  ['t1', 'left', 't1'],
] as const)('from %s %s leads to %s', (from, direction, to) => {
  const cells = cellsOf(FULL, {})
  const start = cells.flat().find((cell) => cell.notice.id === from)
  expect(cellTowards(cells, start, direction)?.notice.id).toBe(to)
})

test('a guest in a lane and in a side list is two places', () => {
  const twice = notice('r1', 'rejected')
  const cells = cellsOf(board({ today: [twice, notice('t2')], needsPerson: [twice] }), {})
  const inSideList = cells[4]?.[0]
  expect(cellTowards(cells, inSideList, 'left')).toEqual({ area: 'today', notice: twice })
  expect(cellTowards(cells, inSideList, 'down')).toBe(inSideList)
})

test('the first is the most urgent that waits for a person', () => {
  const cells = cellsOf(board({ overdue: [notice('o1', 'unknown')], today: [notice('t1', 'sending'), notice('t2')] }), {})
  expect(firstCell(cells)?.notice.id).toBe('t2')
})

test('all clear means nobody is urgent and nobody waits for a decision', () => {
  expect([
    isAllClear(board({ later: [notice('l1')] })),
    isAllClear(board({ tomorrow: [notice('m1')] })),
    isAllClear(board({ incomplete: [notice('i1', 'incomplete')] })),
    isAllClear(board({})),
  ]).toEqual([true, false, false, true])
})
