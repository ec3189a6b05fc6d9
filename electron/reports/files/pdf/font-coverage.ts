/**
 * Which characters a TrueType font has a letter for, read from its `cmap`: formats 4 and 12, which every font of the last twenty years
 * carries (OpenType 1.9, "cmap"). Throws `RangeError` for a file that is no such font.
 */
export function fontCoverage(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, place) => cmap + view.getUint32(cmap + 8 + place * 8))
  const readers = offsets.flatMap((offset) => {
    const format = view.getUint16(offset)
    if (format === 12) return [segmentedCoverage(view, offset)]
    return format === 4 ? [deltaCoverage(view, offset)] : []
  })
  if (readers.length === 0) throw new RangeError('The font has no character map of format 4 or 12')
  return (codePoint) => readers.some((has) => has(codePoint))
}

function tableAt(view: DataView, tag: string): number {
  const count = view.byteLength < 12 ? 0 : view.getUint16(4)
  for (let place = 0; place < count; place += 1) {
    const record = 12 + place * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(record + index)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new RangeError('Not a TrueType font')
}

/** Format 12: groups of (first, last, glyph of the first). */
function segmentedCoverage(view: DataView, offset: number): (codePoint: number) => boolean {
  const groups = Array.from({ length: view.getUint32(offset + 12) }, (_, place) => {
    const at = offset + 16 + place * 12
    return { first: view.getUint32(at), last: view.getUint32(at + 4), glyph: view.getUint32(at + 8) }
  })
  return (codePoint) =>
    groups.some(({ first, last, glyph }) => codePoint >= first && codePoint <= last && glyph + codePoint - first !== 0)
}

/** Format 4: segments of the basic plane, each with a delta or a list of glyphs. */
function deltaCoverage(view: DataView, offset: number): (codePoint: number) => boolean {
  const doubled = view.getUint16(offset + 6)
  const [lasts, firsts] = [offset + 14, offset + 16 + doubled]
  const [deltas, ranges] = [firsts + doubled, firsts + 2 * doubled]
  return (codePoint) => {
    for (let at = 0; at < doubled; at += 2) {
      if (codePoint > view.getUint16(lasts + at)) continue
      const first = view.getUint16(firsts + at)
      if (codePoint < first) return false
      const range = view.getUint16(ranges + at)
      if (range === 0) return ((codePoint + view.getUint16(deltas + at)) & 0xffff) !== 0
      return view.getUint16(ranges + at + range + 2 * (codePoint - first)) !== 0
    }
    return false
  }
}
