import { BURST_GAP_MS, STUTTER_GAP_MS } from './key-stream.ts'
import { characterOf, isChord, type PhysicalKey } from './physical-keys.ts'

/** A line of the shortest zone (TD1) has 30 characters, and every zone has fillers. */
const LOOKS_LIKE_MRZ = /^(?=.{28,})(?=.*<)[A-Z0-9<\s]+$/is
/** From here on Enter belongs to the scanner and must not submit what stands in the form. */
const TOO_FAST_FOR_A_HAND = 10

export interface FieldWatchOptions {
  readonly onScan: (text: string) => void
  readonly schedule: (action: () => void, delayMs: number) => () => void
}

export interface FieldWatch {
  /** `putBack` restores the field to what it held now. `true`: keep this key from the page. */
  press(key: PhysicalKey, putBack: () => void): boolean
  /** Too fast for a hand so far: a chord at `timeMs` would be a scanner's control character. */
  isUnderWay(timeMs: number): boolean
}

/**
 * Typing in a field is the field's own. Only a burst that turns out to be a passport's machine-readable zone is taken out of it again
 * and delivered as a scan: the clerk scanned with the cursor in the wrong place, or on the wrong layout.
 */
export function createFieldWatch({ onScan, schedule }: FieldWatchOptions): FieldWatch {
  let text = ''
  let lastMs = Number.NEGATIVE_INFINITY
  let restore: () => void = () => undefined
  let callOff: () => void = () => undefined

  function settle(): void {
    if (LOOKS_LIKE_MRZ.test(text)) {
      restore()
      onScan(text)
    }
    text = ''
  }

  return {
    press(key, putBack) {
      const character = isChord(key) ? undefined : characterOf(key)
      if (character === undefined) return false
      const gapMs = text.length >= TOO_FAST_FOR_A_HAND ? STUTTER_GAP_MS : BURST_GAP_MS
      if (key.timeMs - lastMs > gapMs) {
        text = ''
        restore = putBack
      }
      lastMs = key.timeMs
      text += character
      callOff()
      callOff = schedule(settle, STUTTER_GAP_MS)
      return (character === '\n' || character === '\t') && text.length > TOO_FAST_FOR_A_HAND
    },
    isUnderWay: (timeMs) => text.length >= TOO_FAST_FOR_A_HAND && timeMs - lastMs <= BURST_GAP_MS,
  }
}
