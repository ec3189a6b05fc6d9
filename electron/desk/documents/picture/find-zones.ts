import { lineThrough, median, type Row, type RowMark } from './find-rows.ts'
import type { Point } from './gray-picture.ts'

/** Two or three rows of one pitch above each other, and where each of their characters stands. */
export interface Zone {
  /** Characters per row that marks were found for. A row may begin or end with ones too faint to be found. */
  readonly columns: number
  readonly rowCount: number
  /** Pixels from one character to the next. */
  readonly pitch: number
  /** Direction of the rows, radians; 0 = level, more = falling to the right. */
  readonly angle: number
  /** Middle of a character; `column` may lie a few outside. */
  placeOf(row: number, column: number): Point
  /** Marks found: the more, the likelier it is a zone. */
  readonly markCount: number
}

/** Distance of two rows, in pitches: 1.67 by Doc 9303, with room for cameras held aslant and other printers. */
const NEAREST_ROWS = 1.1
const FARTHEST_ROWS = 3.4
/** Rows as long as the shortest zone's, 30, less what glare may hide. */
const FEWEST_COLUMNS = 24
const MOST_COLUMNS = 52

interface Level {
  readonly u: number
  readonly v: number
}

interface Numbered extends Level {
  readonly column: number
}

/** Candidates, the likeliest first. */
export function findZones(rows: readonly Row[]): readonly Zone[] {
  const zones = rows.flatMap((reference) => zonesAround(reference, rows))
  return zones.sort((a, b) => b.markCount - a.markCount).slice(0, 5)
}

function zonesAround(reference: Row, rows: readonly Row[]): readonly Zone[] {
  const { slope } = lineThrough(reference.marks)
  const angle = Math.atan(slope)
  const pitch = pitchOf(reference.marks, angle, reference.height)
  if (pitch === null) return []
  const levels = rows
    .filter(({ height }) => height > reference.height * 0.75 && height < reference.height * 1.33)
    .map((row) => ({ row, marks: row.marks.map((mark) => levelOf(mark, angle)) }))
    .map(({ row, marks }) => ({ row, marks, v: median(marks.map(({ v }) => v)) }))
    .sort((a, b) => a.v - b.v)
  const at = levels.findIndex(({ row }) => row === reference)
  const below = levels.slice(at, at + 6)
  const own = below[0]
  if (own === undefined) return []

  const stacks: (typeof below)[] = []
  for (const second of below.slice(1)) {
    if (!isBelow(own, second, pitch)) continue
    stacks.push([own, second])
    for (const third of below.slice(1)) if (isBelow(second, third, pitch)) stacks.push([own, second, third])
  }
  return stacks.flatMap(
    (stack) =>
      zoneOf(
        stack.map(({ marks }) => marks),
        pitch,
        angle,
      ) ?? [],
  )
}

function isBelow(upper: { readonly v: number; readonly marks: readonly Level[] }, lower: typeof upper, pitch: number): boolean {
  const apart = (lower.v - upper.v) / pitch
  if (apart < NEAREST_ROWS || apart > FARTHEST_ROWS) return false
  const overlap = Math.min(endOf(upper.marks), endOf(lower.marks)) - Math.max(startOf(upper.marks), startOf(lower.marks))
  return overlap > 0.5 * Math.min(endOf(upper.marks) - startOf(upper.marks), endOf(lower.marks) - startOf(lower.marks))
}

function startOf(marks: readonly Level[]): number {
  return Math.min(...marks.map(({ u }) => u))
}

function endOf(marks: readonly Level[]): number {
  return Math.max(...marks.map(({ u }) => u))
}

function levelOf({ x, y }: { readonly x: number; readonly y: number }, angle: number): Level {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { u: x * cos + y * sin, v: y * cos - x * sin }
}

/** The commonest distance of neighbours; `null` where there is none, as in ordinary print. */
function pitchOf(marks: readonly RowMark[], angle: number, height: number): number | null {
  const across = marks.map((mark) => levelOf(mark, angle).u)
  const steps = across.slice(1).map((u, index) => u - (across[index] ?? 0))
  const single = steps.filter((step) => step > height * 0.6 && step < height * 1.9)
  if (single.length < 8) return null
  const pitch = median(single)
  const regular = single.filter((step) => Math.abs(step - pitch) < pitch * 0.22).length
  return regular >= single.length * 0.6 ? pitch : null
}

function zoneOf(rows: readonly (readonly Level[])[], pitch: number, angle: number): Zone | null {
  const origin = Math.min(...rows.map(startOf))
  const numbered = rows.map((marks) => straightened(numberedFrom(marks, origin, pitch), pitch))
  if (numbered.some((marks) => marks.length < 8)) return null
  const first = Math.min(...numbered.flatMap((marks) => marks.map(({ column }) => column)))
  const last = Math.max(...numbered.flatMap((marks) => marks.map(({ column }) => column)))
  const columns = last - first + 1
  if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS) return null
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    columns,
    rowCount: rows.length,
    pitch,
    angle,
    markCount: numbered.reduce((sum, marks) => sum + marks.length, 0),
    placeOf(row, column) {
      const { u, v } = expectedAt(numbered[row] ?? [], column + first)
      return { x: u * cos - v * sin, y: u * sin + v * cos }
    },
  }
}

/** Which character each mark is: counted on from its neighbour, so that a pitch a little off does not add up. */
function numberedFrom(marks: readonly Level[], origin: number, pitch: number): readonly Numbered[] {
  const sorted = [...marks].sort((a, b) => a.u - b.u)
  let before: Numbered | undefined
  return sorted.map((mark) => {
    const steps = before === undefined ? Math.round((mark.u - origin) / pitch) : Math.round((mark.u - before.u) / pitch)
    before = { ...mark, column: (before?.column ?? 0) + steps }
    return before
  })
}

/** Without marks that stand in no place: specks, the rim of a stamp. */
function straightened(marks: readonly Numbered[], pitch: number): readonly Numbered[] {
  return marks.filter((mark) => {
    const others = marks.filter((other) => other !== mark)
    const { u, v } = expectedAt(others, mark.column)
    return Math.abs(mark.u - u) < pitch * 0.3 && Math.abs(mark.v - v) < pitch * 0.4
  })
}

/** Where a column stands by its row's marks, the nearer the weightier: a page is never quite flat. */
function expectedAt(marks: readonly Numbered[], column: number): Level {
  let weights = 0
  let columns = 0
  let us = 0
  let vs = 0
  const weighted = marks.map((mark) => ({ ...mark, weight: 1 / (1 + ((mark.column - column) / 7) ** 2) ** 2 }))
  for (const { weight, column: at, u, v } of weighted) {
    weights += weight
    columns += weight * at
    us += weight * u
    vs += weight * v
  }
  const mean = { column: columns / weights, u: us / weights, v: vs / weights }
  let spread = 0
  let alongU = 0
  let alongV = 0
  for (const { weight, column: at, u, v } of weighted) {
    const off = at - mean.column
    spread += weight * off * off
    alongU += weight * off * (u - mean.u)
    alongV += weight * off * (v - mean.v)
  }
  const step = column - mean.column
  if (spread < 1e-9) return { u: mean.u, v: mean.v }
  return { u: mean.u + (alongU / spread) * step, v: mean.v + (alongV / spread) * step }
}
