import type { GrayPicture } from './gray-picture.ts'

/** The surroundings a pixel is compared with, as a part of the longer side: wider than a letter, narrower than a shadow. */
const SURROUNDINGS = 1 / 20

/**
 * 1 where a pixel is darker than its surroundings by more than `contrast` of their brightness: light and shadow over the page do not matter
 * (Bradley and Roth, 2007).
 */
export function inkMask({ width, height, pixels }: GrayPicture, contrast: number): Uint8Array {
  const sums = summedUp({ width, height, pixels })
  const reach = Math.max(6, Math.round((Math.max(width, height) * SURROUNDINGS) / 2))
  const mask = new Uint8Array(pixels.length)
  const stride = width + 1
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach)
    const bottom = Math.min(height, y + reach + 1)
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach)
      const right = Math.min(width, x + reach + 1)
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0)
      const mean = sum / ((bottom - top) * (right - left))
      if ((pixels[y * width + x] ?? 0) < mean * (1 - contrast)) mask[y * width + x] = 1
    }
  }
  return mask
}

/** Brightness summed up over everything above and to the left of each pixel corner. */
function summedUp({ width, height, pixels }: GrayPicture): Float64Array {
  const stride = width + 1
  const sums = new Float64Array(stride * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row
    }
  }
  return sums
}
