import type { Column, Table } from '#shared/reports/document.ts'
import { SIZE } from './page.ts'

export const PADDING = { side: 3, between: 12, top: 2, bottom: 2.2 } as const

/** A wide letter of the bold face, as a share of the size. */
const BOLD_LETTER = 0.7
/** An ordinary letter of either face. */
const LETTER = 0.6

/** Figures at the right of their column keep away from words at the left of the next. */
export function rightPadding(columns: readonly Column[], place: number): number {
  const isTight = columns[place]?.align === 'end' && columns[place + 1]?.align === 'start'
  return isTight ? PADDING.between : PADDING.side
}

/**
 * In points, without the space at the sides. Every column gets its share by weight, but not more than its longest cell needs on one line:
 * what a column of short words leaves over goes to the others, by weight. At least as wide as the longest word of its label. Fixed, so that
 * a name without a space breaks instead of pushing its neighbours off the page.
 */
export function columnWidths({ columns, rows, total }: Pick<Table, 'columns' | 'rows' | 'total'>, width: number): number[] {
  const padding = columns.reduce((sum, _, place) => sum + PADDING.side + rightPadding(columns, place), 0)
  const room = Math.max(0, width - padding)
  const least = columns.map(({ label }) => longestWord(label) * SIZE.note * BOLD_LETTER)
  const cells = total === null ? rows : [...rows, total]
  const needed = columns.map((_, place) => {
    const longest = Math.max(0, ...cells.map((row) => row[place]?.text.length ?? 0))
    return Math.max(longest * SIZE.cell * (place === 0 ? BOLD_LETTER : LETTER), least[place] ?? 0)
  })
  return atLeast(sharesOf(columns, needed, room), least, columns, room)
}

/** By weight, the content of no column wider than it needs unless all have what they need. */
function sharesOf(columns: readonly Column[], needed: readonly number[], room: number): number[] {
  const given = new Map<number, number>()
  for (;;) {
    const open = columns.map((_, place) => place).filter((place) => !given.has(place))
    const left = room - [...given.values()].reduce((sum, one) => sum + one, 0)
    const weights = open.reduce((sum, place) => sum + weightOf(columns, place), 0)
    const share = (place: number) => (left * weightOf(columns, place)) / weights
    const content = open.filter((place) => (needed[place] ?? 0) <= share(place))
    if (content.length === open.length) {
      // All have what they need: what is left over is air between them, by weight.
      const spare = left - open.reduce((sum, place) => sum + (needed[place] ?? 0), 0)
      const all = columns.reduce((sum, { weight }) => sum + weight, 0)
      return columns.map(({ weight }, place) => (given.get(place) ?? needed[place] ?? 0) + (spare * weight) / all)
    }
    if (content.length === 0) return columns.map((_, place) => given.get(place) ?? share(place))
    for (const place of content) given.set(place, needed[place] ?? 0)
  }
}

/** What a label's longest word takes more than the share comes off the columns that have room to spare. */
function atLeast(wanted: readonly number[], least: readonly number[], columns: readonly Column[], room: number): number[] {
  const wished = wanted.map((share, place) => Math.max(share, least[place] ?? 0))
  const spare = wished.map((wish, place) => wish - Math.min(wish, least[place] ?? 0))
  const excess = wished.reduce((sum, wish) => sum + wish, 0) - room
  const spareSum = spare.reduce((sum, part) => sum + part, 0)
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0)
  if (excess > spareSum) return columns.map(({ weight }) => (room * weight) / weights)
  return wished.map((wish, place) => wish - (spareSum === 0 ? 0 : (excess * (spare[place] ?? 0)) / spareSum))
}

function weightOf(columns: readonly Column[], place: number): number {
  return columns[place]?.weight ?? 0
}

function longestWord(label: string): number {
  return Math.max(0, ...label.split(/[\s-]+/).map((word) => word.length))
}
