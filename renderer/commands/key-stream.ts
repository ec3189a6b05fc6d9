import { characterOf, isChord, type PhysicalKey } from './physical-keys.ts'

/** Keys closer together than this were not pressed by a hand; a lone shortcut waits as long to see whether a burst follows. */
export const BURST_GAP_MS = 50
/** Three keys that fast are surely a scanner, which may then stutter this long. */
export const STUTTER_GAP_MS = 120
const SURE_BURST = 3
/** Shorter bursts are two keys hit at once: neither shortcut nor scan. */
export const SHORTEST_SCAN = 6

export interface KeyStreamListener {
  /** A key pressed by a hand: may be a shortcut. */
  onKey(key: PhysicalKey): void
  /** A whole burst, decoded by key position; lines end in `\n` where the scanner sent Enter. */
  onScan(text: string): void
}

export interface KeyStreamOptions {
  readonly listener: KeyStreamListener
  /** Runs `action` after `delayMs`; answers how to call it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void
}

export interface KeyStream {
  /** `true`: the key belongs (or may belong) to a burst and must not reach the page. */
  press(key: PhysicalKey): boolean
  /** A key at `timeMs` would continue a burst. */
  isUnderWay(timeMs: number): boolean
}

/**
 * Tells a wedge scanner from a hand by pace alone. An MRZ holds N, G and / – the desk's own shortcuts – so a lone key is held back for
 * {@link BURST_GAP_MS}; what comes as a burst never fires a shortcut.
 */
export function createKeyStream({ listener, schedule }: KeyStreamOptions): KeyStream {
  let held: PhysicalKey[] = []
  let callOff: () => void = () => undefined

  function settle(): void {
    callOff()
    const keys = held
    held = []
    const [first] = keys
    if (keys.length === 1 && first !== undefined) listener.onKey(first)
    else if (keys.length >= SHORTEST_SCAN) listener.onScan(keys.map((key) => characterOf(key) ?? '').join(''))
  }

  return {
    press(key) {
      const last = held.at(-1)
      if (last !== undefined && key.timeMs - last.timeMs > gapAfter(held.length)) settle()
      const isWriting = characterOf(key) !== undefined && !isChord(key)
      // Scanners send control characters as chords (a group separator is Ctrl+]): within a burst they are no shortcut and no text.
      if (isChord(key) && held.length >= SURE_BURST) return true
      const endsLine = key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab'
      // Enter and Tab mean themselves unless a burst is under way, and so does every key that writes nothing.
      if (!isWriting || (endsLine && held.length === 0)) {
        if (isModifier(key.code)) return false
        settle()
        listener.onKey(key)
        return false
      }
      held.push(key)
      callOff()
      callOff = schedule(settle, gapAfter(held.length))
      return true
    },
    isUnderWay(timeMs) {
      const last = held.at(-1)
      return last !== undefined && timeMs - last.timeMs <= gapAfter(held.length)
    },
  }
}

function gapAfter(length: number): number {
  return length >= SURE_BURST ? STUTTER_GAP_MS : BURST_GAP_MS
}

function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt|Meta)(Left|Right)$|^CapsLock$/.test(code)
}
