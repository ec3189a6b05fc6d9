import { OCR_B_OUTLINES, PITCH } from './ocr-b-outlines.ts'

/** Every character of a machine-readable zone, and nothing else. */
export const CHARACTERS = Object.keys(OCR_B_OUTLINES).sort().join('')

/** A character's place as the matcher sees it, in pixels: the pitch wide, its middle the middle of a capital letter or digit. */
export const PLACE_WIDTH = 20
export const PLACE_HEIGHT = 28
/** Between the middles of a capital (353), a digit (386) and a filler (380). */
const MIDDLE = 370
const UNITS_PER_PIXEL = PITCH / PLACE_WIDTH
const CURVE_STEPS = 8
const SAMPLES = 4

type Corner = readonly [x: number, y: number]

/** The contours of a glyph in font units, curves as short straight lines. */
export function contoursOf(character: string): readonly (readonly Corner[])[] {
  const contours: Corner[][] = []
  let at: Corner = [0, 0]
  for (const [, command = '', given = ''] of (OCR_B_OUTLINES[character] ?? '').matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = given.trim().split(/\s+/).map(Number)
    const corner = (index: number): Corner => [numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0]
    if (command === 'M') contours.push([corner(0)])
    else if (command === 'L') contours.at(-1)?.push(corner(0))
    else if (command === 'C') contours.at(-1)?.push(...curve(at, corner(0), corner(1), corner(2)))
    if (command !== 'Z') at = corner(command === 'C' ? 2 : 0)
  }
  return contours
}

function curve(from: Corner, one: Corner, two: Corner, to: Corner): readonly Corner[] {
  return Array.from({ length: CURVE_STEPS }, (_, step): Corner => {
    const t = (step + 1) / CURVE_STEPS
    const s = 1 - t
    const mixed = (axis: 0 | 1) =>
      s ** 3 * from[axis] + 3 * s * s * t * one[axis] + 3 * s * t * t * two[axis] + t ** 3 * to[axis]
    return [mixed(0), mixed(1)]
  })
}

/** Whether a point in font units lies on the glyph. */
export function isOnGlyph(contours: readonly (readonly Corner[])[], x: number, y: number): boolean {
  let isInside = false
  for (const contour of contours) {
    let [beforeX, beforeY] = contour.at(-1) ?? [0, 0]
    for (const [cornerX, cornerY] of contour) {
      if (cornerY > y !== beforeY > y && x < ((beforeX - cornerX) * (y - cornerY)) / (beforeY - cornerY) + cornerX)
        isInside = !isInside
      beforeX = cornerX
      beforeY = cornerY
    }
  }
  return isInside
}

/** A shape to hold a place against: mean 0, length 1. */
export interface GlyphShape {
  readonly character: string
  readonly values: Float32Array
}

let shapes: readonly GlyphShape[] | undefined

/** The 37 shapes, as a camera sees them: slightly blurred. Drawn once. */
export function glyphShapes(): readonly GlyphShape[] {
  shapes ??= [...CHARACTERS].map((character) => ({ character, values: normalised(blurred(drawn(character))) }))
  return shapes
}

function drawn(character: string): Float32Array {
  const contours = contoursOf(character)
  const ink = new Float32Array(PLACE_WIDTH * PLACE_HEIGHT)
  for (let row = 0; row < PLACE_HEIGHT; row += 1) {
    for (let column = 0; column < PLACE_WIDTH; column += 1) {
      let covered = 0
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const across = column + ((sample % SAMPLES) + 0.5) / SAMPLES
        const down = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
        if (isOnGlyph(contours, across * UNITS_PER_PIXEL, MIDDLE - (down - PLACE_HEIGHT / 2) * UNITS_PER_PIXEL)) covered += 1
      }
      ink[row * PLACE_WIDTH + column] = covered / (SAMPLES * SAMPLES)
    }
  }
  return ink
}

function blurred(ink: Float32Array): Float32Array {
  const soft = new Float32Array(ink.length)
  for (let row = 0; row < PLACE_HEIGHT; row += 1) {
    for (let column = 0; column < PLACE_WIDTH; column += 1) {
      let sum = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(PLACE_HEIGHT - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(PLACE_WIDTH - 1, column + 1); x += 1)
          sum += ink[y * PLACE_WIDTH + x] ?? 0
      soft[row * PLACE_WIDTH + column] = sum / 9
    }
  }
  return soft
}

/** Mean 0, length 1; all zero where everything is alike. */
export function normalised(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const centred = values.map((value) => value - mean)
  const length = Math.hypot(...centred)
  return length < 1e-6 ? centred.fill(0) : centred.map((value) => value / length)
}
