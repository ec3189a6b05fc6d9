import type { ReadingEvent } from '#shared/contract/document-contract.ts'
import { contextOf, type OpenedPicture } from './open-picture.ts'

type Frame = Extract<ReadingEvent, { readonly kind: 'read' }>['frame']

const CROP_WIDTH = 1000

/** The lines cut out of the picture, upright and level: what a person compares the fields with. */
export function zoneCrop({ canvas }: OpenedPicture, { topLeft, topRight, bottomLeft }: Frame): Promise<Blob> {
  const right = { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y }
  const down = { x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y }
  const height = Math.max(1, Math.round((CROP_WIDTH * Math.hypot(down.x, down.y)) / Math.hypot(right.x, right.y)))
  const crop = new OffscreenCanvas(CROP_WIDTH, height)
  const pen = contextOf(crop)
  pen.imageSmoothingQuality = 'high'
  // From the crop to the picture; drawing goes the other way.
  const placed = new DOMMatrix([
    right.x / CROP_WIDTH,
    right.y / CROP_WIDTH,
    down.x / height,
    down.y / height,
    topLeft.x,
    topLeft.y,
  ])
  pen.setTransform(placed.inverse())
  pen.drawImage(canvas, 0, 0)
  return crop.convertToBlob({ type: 'image/png' })
}
