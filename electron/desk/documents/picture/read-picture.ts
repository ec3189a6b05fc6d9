import { readMrz } from '#shared/documents/read-mrz.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { findMarks, type Mark } from './find-marks.ts'
import { findRows } from './find-rows.ts'
import { findZones, type Zone } from './find-zones.ts'
import { beforeTurn, type GrayPicture, type Point, turnedRight } from './gray-picture.ts'
import { inkMask } from './ink-mask.ts'
import { zoneMatcher } from './match-places.ts'
import { type Spelling, spellings } from './spell-zone.ts'

/** Where the zone stands in the picture as it was given: its corners as a reader of the text sees them. */
export interface ZoneFrame {
  readonly topLeft: Point
  readonly topRight: Point
  readonly bottomLeft: Point
}

export interface PictureReading {
  readonly lines: readonly string[]
  readonly frame: ZoneFrame
  /** How much the characters look like print, up to 1. */
  readonly confidence: number
  readonly doubts: Spelling['doubts']
}

export type ReadingStep = 'finding' | 'reading'

/** Clear print first; then what is printed faintly, then what lies under a pattern. */
const CONTRASTS = [0.18, 0.1, 0.32] as const
/** Below, the rows were something else: a table, a line of ordinary print. */
const LEAST_LIKENESS = 0.62

/**
 * Finds a machine-readable zone in a picture and reads it by the shapes of OCR-B, whichever way round the picture is and a little aslant.
 * Characters are taken as they look, within what the format can have in their place; whether they are right is for the check digits and a
 * person to say. `null` when no zone is seen.
 */
export function readPicture(
  picture: GrayPicture,
  today: CalendarDate,
  onStep: (step: ReadingStep, done: number) => void = () => undefined,
): PictureReading | null {
  let best: Rated | null = null
  const rounds = CONTRASTS.length
  for (const [round, contrast] of CONTRASTS.entries()) {
    onStep('finding', round / rounds)
    const marks = findMarks(inkMask(picture, contrast), picture.width, picture.height)
    for (const isTurned of [false, true]) {
      const seen = isTurned ? turnedRight(picture) : picture
      const zones = findZones(findRows(isTurned ? turnedMarks(marks, picture.height) : marks, seen.height))
      for (const [index, zone] of zones.entries()) {
        onStep('reading', (round + (Number(isTurned) + index / zones.length) / 2) / rounds)
        for (const isUpsideDown of [false, true]) {
          const rated = bestOf(seen, zone, isUpsideDown, today)
          if (rated === null || (best !== null && rated.rank <= best.rank)) continue
          best = isTurned ? { ...rated, frame: mapped(rated.frame, (point) => beforeTurn(point, picture.height)) } : rated
          if (best.isProven) return readingOf(best)
        }
      }
    }
  }
  return best === null ? null : readingOf(best)
}

interface Rated {
  readonly spelling: Spelling
  readonly frame: ZoneFrame
  readonly rank: number
  /** Every check digit agrees. */
  readonly isProven: boolean
}

function readingOf({ spelling: { lines, likeness, doubts }, frame }: Rated): PictureReading {
  return { lines, frame, confidence: likeness, doubts }
}

function bestOf(picture: GrayPicture, zone: Zone, isUpsideDown: boolean, today: CalendarDate): Rated | null {
  let best: Rated | null = null
  for (const spelling of spellings(zone, zoneMatcher(picture, zone, isUpsideDown))) {
    if (spelling.likeness < LEAST_LIKENESS) continue
    const reading = readMrz(spelling.lines.join('\n'), today)
    const checks = reading.ok ? reading.value.checks : []
    const agreeing = checks.filter(({ isValid }) => isValid).length
    const rank = spelling.likeness + (checks.length === 0 ? 0 : agreeing / checks.length)
    if (best !== null && rank <= best.rank) continue
    const isProven = checks.length > 0 && agreeing === checks.length
    best = { spelling, rank, isProven, frame: frameOf(zone, spelling, isUpsideDown) }
  }
  return best
}

/** With half a character around. */
function frameOf(zone: Zone, { start, lines }: Spelling, isUpsideDown: boolean): ZoneFrame {
  const length = lines[0]?.length ?? 0
  const at = (row: number, column: number) =>
    isUpsideDown ? zone.placeOf(zone.rowCount - 1 - row, zone.columns - 1 - column) : zone.placeOf(row, column)
  const [first, last, below] = [at(0, start - 1), at(0, start + length), at(lines.length - 1, start - 1)]
  const turn = zone.angle + (isUpsideDown ? Math.PI : 0)
  const down = { x: -Math.sin(turn) * zone.pitch, y: Math.cos(turn) * zone.pitch }
  return {
    topLeft: { x: first.x - down.x, y: first.y - down.y },
    topRight: { x: last.x - down.x, y: last.y - down.y },
    bottomLeft: { x: below.x + down.x, y: below.y + down.y },
  }
}

function mapped({ topLeft, topRight, bottomLeft }: ZoneFrame, map: (point: Point) => Point): ZoneFrame {
  return { topLeft: map(topLeft), topRight: map(topRight), bottomLeft: map(bottomLeft) }
}

function turnedMarks(marks: readonly Mark[], height: number): readonly Mark[] {
  return marks.map(({ left, top, right, bottom }) => ({
    left: height - 1 - bottom,
    top: left,
    right: height - 1 - top,
    bottom: right,
  }))
}
