/** A picture as the reader works on it: one byte of brightness per pixel, 0 = black, row by row from the top left. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The picture turned a quarter to the right: what stood on its left edge stands on top. */
export function turnedRight({ width, height, pixels }: GrayPicture): GrayPicture {
  const turned = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1) {
    const column = height - 1 - y
    for (let x = 0; x < width; x += 1) turned[x * height + column] = pixels[y * width + x] ?? 0
  }
  return { width: height, height: width, pixels: turned }
}

/** Where a point of the turned picture lies in the one it was turned from, which was `height` pixels high. */
export function beforeTurn({ x, y }: Point, height: number): Point {
  return { x: y, y: height - 1 - x }
}

/** Brightness between the pixels; the edge goes on outside. */
export function brightnessAt({ width, height, pixels }: GrayPicture, x: number, y: number): number {
  const insideX = Math.min(Math.max(x, 0), width - 1.001)
  const insideY = Math.min(Math.max(y, 0), height - 1.001)
  const left = Math.floor(insideX)
  const top = Math.floor(insideY)
  const right = insideX - left
  const down = insideY - top
  const first = top * width + left
  const upper = (pixels[first] ?? 0) * (1 - right) + (pixels[first + 1] ?? 0) * right
  const lower = (pixels[first + width] ?? 0) * (1 - right) + (pixels[first + width + 1] ?? 0) * right
  return upper * (1 - down) + lower * down
}
