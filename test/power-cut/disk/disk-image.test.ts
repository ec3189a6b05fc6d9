import { describe, expect, test } from 'vitest'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { DiskImage, type FolderState } from './disk-image.ts'
import type { DiskCall } from './disk-log.ts'

const ROOT = '/folder'

function imageOf(...calls: readonly DiskCall[]): DiskImage {
  const image = new DiskImage(ROOT)
  image.apply({ kind: 'opened', inode: 1, path: ROOT, isCreated: false, isFolder: true, isEmptied: false })
  for (const call of calls) image.apply(call)
  return image
}

function created(name: string, inode: number): DiskCall {
  return { kind: 'opened', inode, path: `${ROOT}/${name}`, isCreated: true, isFolder: false, isEmptied: false }
}

const written = (inode: number, text: string, offset = 0): DiskCall => ({
  kind: 'written',
  inode,
  offset,
  bytes: Buffer.from(text),
})
const synced = (inode: number): DiskCall => ({ kind: 'synced', inode })
const renamed = (from: string, to: string): DiskCall => ({ kind: 'renamed', from: `${ROOT}/${from}`, to: `${ROOT}/${to}` })

function textOf(state: FolderState): Readonly<Record<string, string>> {
  return Object.fromEntries([...state].map(([path, content]) => [path.slice(ROOT.length + 1), content.toString()]))
}

describe('what a power cut leaves', () => {
  test('a synced file is gone as long as its folder is not synced', () => {
    const calls = [created('a', 2), written(2, 'one'), synced(2)]
    expect(textOf(imageOf(...calls).afterHarshestCut())).toEqual({})
    expect(textOf(imageOf(...calls, synced(1)).afterHarshestCut())).toEqual({ a: 'one' })
  })

  test('bytes since the last sync are gone, a kill keeps them', () => {
    const image = imageOf(created('a', 2), synced(1), written(2, 'one'), synced(2), written(2, 'two!'))
    expect(textOf(image.afterHarshestCut())).toEqual({ a: 'one' })
    expect(textOf(image.afterKill())).toEqual({ a: 'two!' })
    expect(image.hasUnsynced).toBe(true)
  })

  test('a file renamed over another is either, whole', () => {
    const image = imageOf(
      ...[created('a', 2), written(2, 'old'), synced(2), created('b', 3), written(3, 'new'), synced(3), synced(1)],
      renamed('b', 'a'),
    )
    expect(textOf(image.afterHarshestCut())).toEqual({ a: 'old', b: 'new' })
    const random = seededRandom(5)
    const seen = new Set(
      Array.from({ length: 40 }, () =>
        JSON.stringify(textOf(image.afterCut(random, { sectorBytes: 512, share: 0.5, names: 'in_order' }))),
      ),
    )
    expect(seen).toEqual(new Set(['{"a":"old","b":"new"}', '{"a":"new"}']))
  })

  test('a file made again under the number of a removed one is another file', () => {
    const image = imageOf(
      ...[created('a', 2), written(2, 'old'), synced(2), synced(1), { kind: 'unlinked', path: `${ROOT}/a` } as const],
      ...[created('b', 2), written(2, 'new')],
    )
    expect(textOf(image.afterHarshestCut())).toEqual({ a: 'old' })
    expect(textOf(image.afterKill())).toEqual({ b: 'new' })
  })

  test('a write is torn at sectors, and what did not arrive between them reads as zeros', () => {
    const image = imageOf(created('a', 2), synced(1), written(2, 'x'.repeat(2048)))
    const random = seededRandom(7)
    const seen = new Set<string>()
    for (let draw = 0; draw < 200; draw++) {
      const content = image.afterCut(random, { sectorBytes: 512, share: 0.5, names: 'in_order' }).get(`${ROOT}/a`)
      const sectors = Array.from(
        { length: 4 },
        (_, sector) => content?.subarray(sector * 512, sector * 512 + 512) ?? Buffer.alloc(0),
      )
      expect(sectors.every((sector) => new Set(sector).size <= 1)).toBe(true)
      seen.add(sectors.map((sector) => (sector.length === 0 ? '-' : sector[0] === 0 ? '0' : 'x')).join(''))
    }
    // Every subset of four sectors; behind the last one that arrived there is nothing.
    expect(seen.size).toBe(16)
    expect(seen).toContain('x0x-')
  })

  test('what a file lost by truncation does not come back when it grows', () => {
    const image = imageOf(
      ...[
        created('a', 2),
        synced(1),
        written(2, 'secret'),
        { kind: 'truncated', inode: 2, length: 1 } as const,
        written(2, 'z', 3),
      ],
      synced(2),
    )
    expect(textOf(image.afterHarshestCut())).toEqual({ a: 's\0\0z' })
  })
})
