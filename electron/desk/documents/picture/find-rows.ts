import type { Mark } from './find-marks.ts'

/** Marks in one printed row, from left to right, by their middles. */
export interface Row {
  readonly marks: readonly RowMark[]
  /** Median height of its marks. */
  readonly height: number
}

export interface RowMark {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SMALLEST_HEIGHT = 6
/** Half a zone's row may be hidden by glare; fewer marks are any other printed line. */
const FEWEST_MARKS = 16

/** Rows of marks of much the same height, evenly apart: whatever the picture holds that looks like printed letters in a row. */
export function findRows(marks: readonly Mark[], pictureHeight: number): readonly Row[] {
  const letters = marks
    .map(asRowMark)
    .filter(({ width, height }) => height >= SMALLEST_HEIGHT && height <= pictureHeight / 4 && width <= height * 1.6)
    .sort((a, b) => a.x - b.x)
  const nextOf = nearestToTheRight(letters)
  const chains = chainsOf(letters, nextOf)
  return joined(chains.filter((chain) => chain.length >= 4)).filter(({ marks: found }) => found.length >= FEWEST_MARKS)
}

function asRowMark({ left, top, right, bottom }: Mark): RowMark {
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1 }
}

/** For each mark the next letter of its row; -1 = none. A letter has one before it: the nearest. */
function nearestToTheRight(letters: readonly RowMark[]): Int32Array {
  const next = new Int32Array(letters.length).fill(-1)
  const before = new Int32Array(letters.length).fill(-1)
  for (const [index, letter] of letters.entries()) {
    let nearest = -1
    let shortest = Number.POSITIVE_INFINITY
    for (let other = index + 1; other < letters.length; other += 1) {
      const candidate = letters[other]
      if (candidate === undefined) break
      const across = candidate.x - letter.x
      const tallest = Math.max(letter.height, candidate.height)
      if (across > letter.height * 3) break
      if (across < tallest * 0.25 || across > tallest * 2.4) continue
      if (Math.abs(candidate.y - letter.y) > across * 0.35) continue
      const ratio = candidate.height / letter.height
      if (ratio < 0.6 || ratio > 1.7) continue
      const distance = across + Math.abs(candidate.y - letter.y) * 3
      if (distance < shortest) {
        shortest = distance
        nearest = other
      }
    }
    if (nearest === -1) continue
    const rival = before[nearest] ?? -1
    const rivalLetter = letters[rival]
    if (rivalLetter !== undefined && rivalLetter.x > letter.x) continue
    if (rival !== -1) next[rival] = -1
    before[nearest] = index
    next[index] = nearest
  }
  return next
}

function chainsOf(letters: readonly RowMark[], next: Int32Array): readonly (readonly RowMark[])[] {
  const hasOneBefore = new Uint8Array(letters.length)
  for (const index of next) if (index !== -1) hasOneBefore[index] = 1
  const chains: RowMark[][] = []
  for (const index of letters.keys()) {
    if (hasOneBefore[index] === 1) continue
    const chain: RowMark[] = []
    for (let at = index; at !== -1; at = next[at] ?? -1) {
      const letter = letters[at]
      if (letter !== undefined) chain.push(letter)
    }
    chains.push(chain)
  }
  return chains
}

/** Chains that a worn or merged letter broke apart, put together where one goes on in the direction of the other. */
function joined(chains: readonly (readonly RowMark[])[]): readonly Row[] {
  const left = [...chains].sort((a, b) => (a[0]?.x ?? 0) - (b[0]?.x ?? 0))
  const rows: Row[] = []
  while (left.length > 0) {
    let row = left.shift() ?? []
    for (let index = 0; index < left.length; ) {
      const other = left[index] ?? []
      if (goesOn(row, other)) {
        row = [...row, ...other]
        left.splice(index, 1)
        index = 0
      } else index += 1
    }
    rows.push({ marks: row, height: median(row.map(({ height }) => height)) })
  }
  return rows
}

function goesOn(row: readonly RowMark[], other: readonly RowMark[]): boolean {
  const last = row.at(-1)
  const first = other[0]
  if (last === undefined || first === undefined) return false
  const height = median(row.map((mark) => mark.height))
  const otherHeight = median(other.map((mark) => mark.height))
  if (otherHeight / height < 0.7 || otherHeight / height > 1.4) return false
  const gap = first.x - last.x
  if (gap <= 0 || gap > height * 9) return false
  const { at, slope } = lineThrough(row.slice(-12))
  const { slope: otherSlope } = lineThrough(other.slice(0, 12))
  const expected = at(first.x)
  const isShort = row.length < 8 || other.length < 8
  return Math.abs(first.y - expected) < height * 0.45 + gap * 0.02 && (isShort || Math.abs(slope - otherSlope) < 0.06)
}

export interface FittedLine {
  readonly slope: number
  at(x: number): number
}

/** Least squares. */
export function lineThrough(points: readonly { readonly x: number; readonly y: number }[]): FittedLine {
  const count = Math.max(points.length, 1)
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count
  let across = 0
  let both = 0
  for (const { x, y } of points) {
    across += (x - meanX) ** 2
    both += (x - meanX) * (y - meanY)
  }
  const slope = across === 0 ? 0 : both / across
  return { slope, at: (x) => meanY + slope * (x - meanX) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
