import type { Board, Notice } from '#shared/contract/schemas.ts'
import { LANE_NAMES } from './lane-names.ts'

export const SIDE_LISTS = ['citizenshipUnknown', 'incomplete', 'needsPerson'] as const
export type SideList = (typeof SIDE_LISTS)[number]

/** One place on the board. A guest may stand in a lane and in a side list as well, so the place is both. */
export interface BoardCell {
  readonly area: string
  readonly notice: Notice
}

/** The board as the arrows walk it: four lanes and the side lists as a fifth column, top to bottom. */
export type BoardCells = readonly (readonly BoardCell[])[]

/** `shown` = how many of a lane or list are on screen; the arrows do not walk where nothing is seen. */
export function cellsOf(board: Board, shown: Readonly<Record<string, number>>): BoardCells {
  const cells = (area: string, notices: readonly Notice[]) =>
    notices.slice(0, shown[area] ?? notices.length).map((notice) => ({ area, notice }))
  return [...LANE_NAMES.map((lane) => cells(lane, board.lanes[lane])), SIDE_LISTS.flatMap((list) => cells(list, board[list]))]
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The cell an arrow leads to: up and down within a column, left and right to the same height of the next column that holds anything.
 * Stays put at an edge. From nowhere, every arrow leads to the first cell.
 */
export function cellTowards(cells: BoardCells, from: BoardCell | undefined, direction: Direction): BoardCell | undefined {
  const columnIndex = cells.findIndex((column) => column.some((cell) => isSame(cell, from)))
  const column = cells[columnIndex]
  if (column === undefined) return firstCell(cells)
  const row = column.findIndex((cell) => isSame(cell, from))
  switch (direction) {
    case 'up':
      return column[Math.max(0, row - 1)]
    case 'down':
      return column[Math.min(column.length - 1, row + 1)]
    case 'left':
      return sameHeight(cells.slice(0, columnIndex).findLast(hasCells), row) ?? from
    case 'right':
      return sameHeight(cells.slice(columnIndex + 1).find(hasCells), row) ?? from
  }
}

/** Most urgent first: the first card of the first lane that has one, skipping what the desk is doing by itself. */
export function firstCell(cells: BoardCells): BoardCell | undefined {
  const all = cells.flat()
  return all.find((cell) => cell.notice.state !== 'sending' && cell.notice.state !== 'unknown') ?? all[0]
}

export function isSame(cell: BoardCell, other: BoardCell | undefined): boolean {
  return other !== undefined && cell.area === other.area && cell.notice.id === other.notice.id
}

/** Nothing overdue, due today or tomorrow, and nobody waits for a decision: what is left can wait. */
export function isAllClear(board: Board): boolean {
  const urgent = [board.lanes.overdue, board.lanes.today, board.lanes.tomorrow]
  return [...urgent, ...SIDE_LISTS.map((list) => board[list])].every((list) => list.length === 0)
}

function hasCells(column: readonly BoardCell[]): boolean {
  return column.length > 0
}

function sameHeight(column: readonly BoardCell[] | undefined, row: number): BoardCell | undefined {
  return column?.[Math.min(row, column.length - 1)]
}
