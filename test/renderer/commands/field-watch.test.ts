import { expect, test } from 'vitest'
import { createFieldWatch } from '#renderer/commands/field-watch.ts'
import type { PhysicalKey } from '#renderer/commands/physical-keys.ts'
import { keysOf, virtualTime } from './keyboard.ts'

const LINE = 'P<RUSVETROVA<<OLGA<<<<<<<<<<<<<<<<<<<<<<<<<<'

/** Types into a field that holds "abc" at first; answers what the watch made of it. */
function type(keys: readonly PhysicalKey[]) {
  const scans: string[] = []
  let putBacks = 0
  const time = virtualTime()
  const watch = createFieldWatch({ onScan: (text) => scans.push(text), schedule: time.schedule })
  const kept = keys.map((key) => {
    time.runUntil(key.timeMs)
    return watch.press(key, () => {
      putBacks += 1
    })
  })
  time.runUntil(Number.POSITIVE_INFINITY)
  return { scans, putBacks, keptFromField: kept.filter(Boolean).length }
}

test('a scan in the wrong field is taken out of it and delivered; its Enter submits nothing', () => {
  expect(type(keysOf(`${LINE}\n`, () => 6))).toEqual({ scans: [`${LINE}\n`], putBacks: 1, keptFromField: 1 })
})

test('fast typing stays in the field', () => {
  expect(type(keysOf('MUELLER JONAS MAXIMILIAN', () => 40))).toEqual({ scans: [], putBacks: 0, keptFromField: 0 })
})

test('a barcode without fillers stays in the field', () => {
  expect(type(keysOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', () => 5)).scans).toEqual([])
})

test('a machine-readable line typed by hand stays in the field', () => {
  expect(type(keysOf(LINE, () => 140))).toEqual({ scans: [], putBacks: 0, keptFromField: 0 })
})
