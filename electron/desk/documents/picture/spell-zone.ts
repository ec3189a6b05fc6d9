import { layoutOf, type MrzLayout, type Span } from '#shared/documents/mrz-layouts.ts'
import type { MrzFormat } from '#shared/documents/mrz-reading.ts'
import type { Zone } from './find-zones.ts'
import { CHARACTERS } from './glyph-shapes.ts'
import type { Likeness, ZoneMatcher } from './match-places.ts'

/** A zone spelled out as one of the formats. */
export interface Spelling {
  readonly lines: readonly string[]
  /** Column of the zone the lines begin at. */
  readonly start: number
  /** Mean likeness of the characters taken, up to 1. */
  readonly likeness: number
  /** Characters that look almost as much like another one, from 1. */
  readonly doubts: readonly { readonly line: number; readonly column: number }[]
}

const SHAPES = [
  { lineCount: 2, lineLength: 44 },
  { lineCount: 2, lineLength: 36 },
  { lineCount: 3, lineLength: 30 },
] as const
/** Characters at the ends that may not have been found, or be none. */
const MOST_OFF = 4
const DOUBTFUL_LEAD = 0.04

const LETTERS = /[A-Z<]/
const DIGITS = /[0-9<]/
const SEXES = /[MFX<]/
const ANY = /./

/** Every way the zone can be one of the formats. */
export function spellings(zone: Zone, matcher: ZoneMatcher): readonly Spelling[] {
  return SHAPES.filter(({ lineCount }) => lineCount === zone.rowCount).flatMap(({ lineCount, lineLength }) => {
    const over = zone.columns - lineLength
    if (Math.abs(over) > MOST_OFF) return []
    const starts = Array.from({ length: Math.abs(over) + 1 }, (_, step) => (over < 0 ? over + step : step))
    return starts.map((start) => spelledFrom(start, lineCount, lineLength, matcher))
  })
}

function spelledFrom(start: number, lineCount: number, lineLength: number, matcher: ZoneMatcher): Spelling {
  const likenessAt = (line: number, column: number) => matcher.likenessAt(line, start + column)
  const head = Array.from({ length: 5 }, (_, column) => taken(likenessAt(0, column), LETTERS).character).join('')
  const layout = layoutOf(formatOf(head, lineLength))
  const doubts: { line: number; column: number }[] = []
  let sum = 0
  const lines = Array.from({ length: lineCount }, (_, line) =>
    Array.from({ length: lineLength }, (__, column) => {
      const { character, likeness, lead } = taken(likenessAt(line, column), allowedAt(layout, line, column))
      sum += likeness
      if (lead < DOUBTFUL_LEAD) doubts.push({ line: line + 1, column: column + 1 })
      return character
    }).join(''),
  )
  return { lines, start, likeness: sum / (lineCount * lineLength), doubts }
}

function formatOf(head: string, lineLength: number): MrzFormat {
  if (lineLength === 30) return 'TD1'
  if (head.startsWith('V')) return lineLength === 44 ? 'MRV-A' : 'MRV-B'
  if (lineLength === 36) return 'TD2'
  return head === 'PNRUS' ? 'RU-INTERNAL' : 'TD3'
}

/** What a format can have in a place; a Russian internal passport codes its names with digits. */
function allowedAt(layout: MrzLayout, line: number, column: number): RegExp {
  const isIn = (place: Span) => place.line === line && column >= place.start && column < place.end
  if (isIn(layout.sex)) return SEXES
  if ([layout.documentCode, layout.issuingState, layout.citizenship].some(isIn)) return LETTERS
  if (isIn(layout.name)) return layout.format === 'RU-INTERNAL' ? ANY : LETTERS
  if ([layout.birthDate, layout.expiryDate, ...layout.checks.map(({ digit }) => digit)].some(isIn)) return DIGITS
  return ANY
}

interface Taken {
  readonly character: string
  readonly likeness: number
  /** Before the next one. */
  readonly lead: number
}

function taken(likeness: Likeness, allowed: RegExp): Taken {
  let best = { character: '<', likeness: -1 }
  let second = -1
  for (const [index, character] of [...CHARACTERS].entries()) {
    const value = likeness[index] ?? -1
    if (!allowed.test(character)) continue
    if (value > best.likeness) {
      second = best.likeness
      best = { character, likeness: value }
    } else if (value > second) second = value
  }
  return { ...best, lead: best.likeness - second }
}
