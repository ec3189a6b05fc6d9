import type { Zone } from './find-zones.ts'
import { glyphShapes, normalised, PLACE_HEIGHT, PLACE_WIDTH } from './glyph-shapes.ts'
import { brightnessAt, type GrayPicture } from './gray-picture.ts'

/** How far a glyph may stand off its place, in pixels of a place. */
const PLAY = 2
const WINDOW_WIDTH = PLACE_WIDTH + 2 * PLAY
const WINDOW_HEIGHT = PLACE_HEIGHT + 2 * PLAY
/** Height of the print against its pitch: as in the outlines, lower (Doc 9303's own 2.4 mm to 2.54 mm), or seen aslant. */
const HEIGHTS = [0.86, 0.93, 1, 1.08] as const
const TRIAL_PLACES = 10

/** How like each of the 37 shapes a place looks, from -1 to 1, in the order of `CHARACTERS`. */
export type Likeness = Float32Array

/** Looks at the places of a zone, upright or from its far side. */
export interface ZoneMatcher {
  likenessAt(row: number, column: number): Likeness
}

/** `isUpsideDown`: rows and columns are then counted from the other end. */
export function zoneMatcher(picture: GrayPicture, zone: Zone, isUpsideDown: boolean): ZoneMatcher {
  const seen = new Map<string, Likeness>()
  const heightOf = Array.from({ length: zone.rowCount }, (_, row) => bestHeight(picture, zone, isUpsideDown, row))
  return {
    likenessAt(row, column) {
      const key = `${row}:${column}`
      const known = seen.get(key)
      if (known !== undefined) return known
      const likeness = likenessOf(windowAt(picture, zone, isUpsideDown, row, column, heightOf[row] ?? 1))
      seen.set(key, likeness)
      return likeness
    },
  }
}

function bestHeight(picture: GrayPicture, zone: Zone, isUpsideDown: boolean, row: number): number {
  const step = Math.max(1, Math.floor(zone.columns / TRIAL_PLACES))
  let best = { height: 1, sum: Number.NEGATIVE_INFINITY }
  for (const height of HEIGHTS) {
    let sum = 0
    for (let column = 0; column < zone.columns; column += step)
      sum += Math.max(...likenessOf(windowAt(picture, zone, isUpsideDown, row, column, height)))
    if (sum > best.sum) best = { height, sum }
  }
  return best.height
}

/** The place and a little around it, as ink, turned upright and brought to one size. */
function windowAt(
  picture: GrayPicture,
  zone: Zone,
  isUpsideDown: boolean,
  row: number,
  column: number,
  height: number,
): Float32Array {
  const middle = isUpsideDown ? zone.placeOf(zone.rowCount - 1 - row, zone.columns - 1 - column) : zone.placeOf(row, column)
  const scale = (zone.pitch / PLACE_WIDTH) * (isUpsideDown ? -1 : 1)
  const [cos, sin] = [Math.cos(zone.angle), Math.sin(zone.angle)]
  const samples = Math.min(4, Math.max(1, Math.ceil(Math.abs(scale))))
  const window = new Float32Array(WINDOW_WIDTH * WINDOW_HEIGHT)
  for (let y = 0; y < WINDOW_HEIGHT; y += 1) {
    for (let x = 0; x < WINDOW_WIDTH; x += 1) {
      let sum = 0
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const across = (x + ((sample % samples) + 0.5) / samples - WINDOW_WIDTH / 2) * scale
        const down = (y + (Math.floor(sample / samples) + 0.5) / samples - WINDOW_HEIGHT / 2) * scale * height
        sum += brightnessAt(picture, middle.x + across * cos - down * sin, middle.y + across * sin + down * cos)
      }
      window[y * WINDOW_WIDTH + x] = 255 - sum / (samples * samples)
    }
  }
  return window
}

function likenessOf(window: Float32Array): Likeness {
  const shapes = glyphShapes()
  const best = new Float32Array(shapes.length).fill(-1)
  const cut = new Float32Array(PLACE_WIDTH * PLACE_HEIGHT)
  for (let top = 0; top <= 2 * PLAY; top += 1) {
    for (let left = 0; left <= 2 * PLAY; left += 1) {
      for (let y = 0; y < PLACE_HEIGHT; y += 1)
        for (let x = 0; x < PLACE_WIDTH; x += 1) cut[y * PLACE_WIDTH + x] = window[(y + top) * WINDOW_WIDTH + x + left] ?? 0
      const seen = normalised(cut)
      for (const [index, { values }] of shapes.entries()) {
        let likeness = 0
        for (let at = 0; at < values.length; at += 1) likeness += (values[at] ?? 0) * (seen[at] ?? 0)
        if (likeness > (best[index] ?? -1)) best[index] = likeness
      }
    }
  }
  return best
}
