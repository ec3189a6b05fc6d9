import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BURST_GAP_MS, createKeyStream, SHORTEST_SCAN, STUTTER_GAP_MS } from '#renderer/commands/key-stream.ts'
import type { PhysicalKey } from '#renderer/commands/physical-keys.ts'
import { keysOf, pressed, virtualTime } from './keyboard.ts'

const MRZ = 'P<RUSVETROVA<<OLGA<<<<<<<<<<<<<<<<<<<<<<<<<<\n7501234561RUS8809141F3103223<<<<<<<<<<<<<<00\n'

interface Heard {
  readonly keys: string[]
  readonly scans: string[]
}

/** Plays keys at their times; answers what was heard. */
function play(keys: readonly PhysicalKey[]): Heard & { readonly held: readonly boolean[] } {
  const heard: Heard = { keys: [], scans: [] }
  const time = virtualTime()
  const stream = createKeyStream({
    listener: { onKey: (key) => heard.keys.push(key.code), onScan: (text) => heard.scans.push(text) },
    schedule: time.schedule,
  })
  const held = keys.map((key) => {
    time.runUntil(key.timeMs)
    return stream.press(key)
  })
  time.runUntil(Number.POSITIVE_INFINITY)
  return { ...heard, held }
}

describe('a scanner', () => {
  test('is delivered whole, as typed by key position, and fires no shortcut', () => {
    const { keys, scans } = play(keysOf(MRZ, () => 8))
    expect({ keys, scans }).toEqual({ keys: [], scans: [MRZ] })
  })

  test('keeps every one of its keys from the page, Enter included', () => {
    expect(play(keysOf(MRZ, () => 8)).held.every(Boolean)).toBe(true)
  })

  test('may stutter once it is known to be one', () => {
    const gap = (index: number) => (index > 3 && index % 20 === 0 ? STUTTER_GAP_MS - 1 : 8)
    expect(play(keysOf(MRZ, gap)).scans).toEqual([MRZ])
  })

  test('of any text at any pace below the gap is one scan and no key', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9<]{6,90}$/).filter((text) => text.length >= SHORTEST_SCAN),
        fc.infiniteStream(fc.integer({ min: 0, max: BURST_GAP_MS - 1 })),
        (text, gaps) => {
          const { keys, scans } = play(keysOf(text, () => gaps.next().value ?? 0))
          expect({ keys, scans }).toEqual({ keys: [], scans: [text] })
        },
      ),
    )
  })

  test('control characters sent as chords are part of the burst: no shortcut, no text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: MRZ.length - 3 }),
        fc.constantFrom('KeyK', 'KeyP', 'Enter', 'BracketRight'),
        (at, code) => {
          const typed = keysOf(MRZ, () => 8)
          const chord = pressed(code, (typed[at - 1]?.timeMs ?? 0) + 4, { ctrl: true })
          const { keys, scans, held } = play([...typed.slice(0, at), chord, ...typed.slice(at)])
          expect({ keys, scans }).toEqual({ keys: [], scans: [MRZ] })
          expect(held.every(Boolean)).toBe(true)
        },
      ),
    )
  })

  test('pauses and scans again: two scans', () => {
    const first = keysOf('ABCDEFGH', () => 5)
    const second = keysOf('12345678', () => 5, (first.at(-1)?.timeMs ?? 0) + 1_000)
    expect(play([...first, ...second]).scans).toEqual(['ABCDEFGH', '12345678'])
  })
})

describe('a hand', () => {
  test('at any pace above the gap: every key counts, nothing is a scan', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9/]{1,12}$/),
        fc.infiniteStream(fc.integer({ min: BURST_GAP_MS + 1, max: 400 })),
        (text, gaps) => {
          const typed = keysOf(text, () => gaps.next().value ?? 100)
          expect(play(typed)).toMatchObject({ keys: typed.map((key) => key.code), scans: [] })
        },
      ),
    )
  })

  test('a lone letter is a shortcut only after the gap has passed', () => {
    const heard: string[] = []
    const time = virtualTime()
    const stream = createKeyStream({
      listener: { onKey: (key) => heard.push(key.code), onScan: () => undefined },
      schedule: time.schedule,
    })
    stream.press(pressed('KeyN', 0))
    time.runUntil(BURST_GAP_MS - 1)
    expect(heard).toEqual([])
    time.runUntil(BURST_GAP_MS)
    expect(heard).toEqual(['KeyN'])
  })

  test('two keys hit at once are neither shortcut nor scan', () => {
    expect(play([pressed('KeyN', 0), pressed('KeyG', 10)])).toMatchObject({ keys: [], scans: [] })
  })

  test('arrows, Escape, Enter and chords do not wait', () => {
    const keys = [
      pressed('ArrowDown', 0),
      pressed('Enter', 5),
      pressed('Escape', 10),
      pressed('F2', 12),
      pressed('KeyK', 15, { ctrl: true }),
    ]
    expect(play(keys)).toEqual({
      keys: ['ArrowDown', 'Enter', 'Escape', 'F2', 'KeyK'],
      scans: [],
      held: [false, false, false, false, false],
    })
  })
})
