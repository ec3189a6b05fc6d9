import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'

export type OpenFailure = 'not_picture' | 'too_small' | 'too_large'

/** A picture as it is shown and read: turned upright as the camera noted, not larger than reading needs. */
export interface OpenedPicture {
  readonly canvas: OffscreenCanvas
  /** Brightness, one byte per pixel: what the desk reads. */
  readonly pixels: Blob
}

/** A page across 2,400 pixels has some 48 for each character of its lines: more only takes longer. */
const LONGEST_SIDE = 2400
const SHORTEST_SIDE = 200
/** Of a picture that is kept: to be read by a person. */
const KEPT_SIDE = 1600
const KEPT_QUALITY = 0.82

/** Decodes here, so that the desk never has to open a file from somewhere. */
export async function openPicture(source: Blob): Promise<Result<OpenedPicture, OpenFailure>> {
  if (source.size > MAX_FILE_BYTES) return failed('too_large')
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' })
  } catch {
    return failed('not_picture')
  }
  if (Math.min(bitmap.width, bitmap.height) < SHORTEST_SIDE) {
    bitmap.close()
    return failed('too_small')
  }
  const canvas = drawn(bitmap, LONGEST_SIDE)
  bitmap.close()
  return ok({ canvas, pixels: new Blob([brightnessOf(canvas)]) })
}

/** As it is kept with a guest. */
export function photoOf({ canvas }: OpenedPicture): Promise<Blob> {
  return drawn(canvas, KEPT_SIDE).convertToBlob({ type: 'image/jpeg', quality: KEPT_QUALITY })
}

function drawn(picture: ImageBitmap | OffscreenCanvas, longestSide: number): OffscreenCanvas {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  const pen = contextOf(canvas)
  // What is see-through in a PNG was white paper.
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function brightnessOf(canvas: OffscreenCanvas): Uint8Array<ArrayBuffer> {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height)
  const pixels = new Uint8Array(canvas.width * canvas.height)
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = ((data[at * 4] ?? 0) * 77 + (data[at * 4 + 1] ?? 0) * 150 + (data[at * 4 + 2] ?? 0) * 29) >> 8
  return pixels
}

export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('This browser draws no pictures')
  return pen
}
