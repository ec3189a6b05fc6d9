/** A connected patch of ink by the box around it; `right` and `bottom` are its last pixels. */
export interface Mark {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A page has a few thousand; a picture of grass has more and holds no document. */
const MOST_MARKS = 60_000

/** The connected patches of a mask, corners counting as connected. Empty when there are more than a page can have. */
export function findMarks(mask: Uint8Array, width: number, height: number): readonly Mark[] {
  const labels = new Int32Array(mask.length)
  const parents: number[] = [0]
  const rootOf = (label: number): number => {
    let root = label
    while (parents[root] !== root) root = parents[root] ?? 0
    // The way is shortened for whoever asks next.
    let next = label
    while (parents[next] !== root) {
      const after = parents[next] ?? 0
      parents[next] = root
      next = after
    }
    return root
  }

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if (mask[at] !== 1) continue
      let label = x > 0 ? (labels[at - 1] ?? 0) : 0
      if (y > 0) {
        for (let above = Math.max(0, x - 1); above <= Math.min(width - 1, x + 1); above += 1) {
          const other = labels[at - width - x + above] ?? 0
          if (other === 0) continue
          if (label === 0) label = other
          else if (label !== other) {
            const [one, two] = [rootOf(label), rootOf(other)]
            if (one !== two) parents[Math.max(one, two)] = Math.min(one, two)
          }
        }
      }
      if (label === 0) {
        label = parents.length
        parents.push(label)
      }
      labels[at] = label
    }
  }
  return boxesOf(labels, width, height, rootOf)
}

function boxesOf(labels: Int32Array, width: number, height: number, rootOf: (label: number) => number): readonly Mark[] {
  const boxes = new Map<number, { left: number; top: number; right: number; bottom: number }>()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const label = labels[y * width + x] ?? 0
      if (label === 0) continue
      const root = rootOf(label)
      const box = boxes.get(root)
      if (box === undefined) {
        if (boxes.size === MOST_MARKS) return []
        boxes.set(root, { left: x, top: y, right: x, bottom: y })
        continue
      }
      if (x < box.left) box.left = x
      if (x > box.right) box.right = x
      box.bottom = y
    }
  }
  return [...boxes.values()]
}
