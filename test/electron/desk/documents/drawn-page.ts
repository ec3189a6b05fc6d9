import { contoursOf, isOnGlyph } from '#electron/desk/documents/picture/glyph-shapes.ts'
import type { GrayPicture } from '#electron/desk/documents/picture/gray-picture.ts'
import { PITCH } from '#electron/desk/documents/picture/ocr-b-outlines.ts'

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  /** Pixels from one character to the next. */
  readonly pitch: number
  /** Degrees the page lies aslant. */
  readonly slant?: number
  /** How much nearer the right edge is than the left: 0.1 = a tenth. */
  readonly perspective?: number
  /** Brightness of print and paper. */
  readonly ink?: number
  readonly paper?: number
  /** Darker towards the lower right, to this part. */
  readonly shadow?: number
  /** Standard deviation of the noise. */
  readonly noise?: number
  /** Times a 3 × 3 mean is taken. */
  readonly blur?: number
  /** Chance, 0 up to 1. */
  readonly random?: () => number
}

interface Glyph {
  readonly contours: ReturnType<typeof contoursOf>
  readonly left: number
  /** Of the line the letters stand on. */
  readonly baseline: number
}

/** A page with the lines at its foot and a little print above, as a camera might see it. */
export function drawnPage(lines: readonly string[], options: PageOptions): GrayPicture {
  const {
    pitch,
    slant = 0,
    perspective = 0,
    ink = 40,
    paper = 215,
    shadow = 1,
    noise = 0,
    blur = 1,
    random = () => 0.5,
  } = options
  const length = lines[0]?.length ?? 0
  const width = options.width ?? Math.round(length * pitch * 1.18)
  const height = options.height ?? Math.round(width * 0.7)
  const unit = pitch / PITCH
  const left = (width - length * pitch) / 2
  const glyphs: Glyph[] = []
  const put = (text: string, x: number, y: number) => {
    for (const [index, character] of [...text].entries())
      if (character !== ' ') glyphs.push({ contours: contoursOf(character), left: x + index * pitch, baseline: y })
  }
  for (const [row, line] of lines.entries()) put(line, left, height - pitch * (1.5 + (lines.length - 1 - row) * 1.67))
  put('UTOPIA PASSPORT', left + pitch * 14, height * 0.2)
  put('SPECIMEN 24 KK', left + pitch * 14, height * 0.45)

  const cells = new Map<string, Glyph[]>()
  for (const glyph of glyphs) {
    const key = `${Math.floor(glyph.left / pitch)}:${Math.floor(glyph.baseline / pitch)}`
    cells.set(key, [...(cells.get(key) ?? []), glyph])
  }
  const isInk = (x: number, y: number) => {
    const [column, row] = [Math.floor(x / pitch), Math.floor(y / pitch)]
    for (let c = column - 1; c <= column; c += 1)
      for (let r = row - 1; r <= row + 1; r += 1)
        for (const glyph of cells.get(`${c}:${r}`) ?? [])
          if (isOnGlyph(glyph.contours, (x - glyph.left) / unit, (glyph.baseline - y) / unit)) return true
    return false
  }
  const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)]
  let pixels = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let covered = 0
      for (const [offX, offY] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const [dx, dy] = [x + offX - width / 2, y + offY - height / 2]
        const depth = 1 + (perspective * dx) / width
        const [pageX, pageY] = [(dx * cos + dy * sin) / depth + width / 2, (dy * cos - dx * sin) / depth + height / 2]
        if (isInk(pageX, pageY)) covered += 0.25
      }
      const light = 1 - (1 - shadow) * ((x / width + y / height) / 2)
      pixels[y * width + x] = (paper + (ink - paper) * covered) * light
    }
  }
  for (let round = 0; round < blur; round += 1) pixels = softened(pixels, width, height)
  return {
    width,
    height,
    pixels: Uint8Array.from(pixels, (value) => Math.max(0, Math.min(255, Math.round(value + noise * normal(random))))),
  }
}

function softened(pixels: Float32Array, width: number, height: number): Float32Array<ArrayBuffer> {
  const soft = new Float32Array(pixels.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [sum, count] = [0, 0]
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
          sum += pixels[v * width + u] ?? 0
          count += 1
        }
      soft[y * width + x] = sum / count
    }
  }
  return soft
}

function normal(random: () => number): number {
  return random() + random() + random() + random() + random() + random() - 3
}
