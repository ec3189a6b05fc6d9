/** A key as it sits on the keyboard (`KeyboardEvent.code`), whatever the layout makes of it. */
export interface PhysicalKey {
  readonly code: string
  readonly shift: boolean
  readonly capsLock: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
  /** Milliseconds on the page's clock (`event.timeStamp`). */
  readonly timeMs: number
}

/** Digit row and punctuation of the US layout, plain and with Shift: what a wedge scanner presses. */
const US_KEYS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  // The extra key of European keyboards; scanners set to those layouts press it for "<".
  IntlBackslash: ['<', '>'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDecimal: ['.', '.'],
  Enter: ['\n', '\n'],
  NumpadEnter: ['\n', '\n'],
  Tab: ['\t', '\t'],
}

/**
 * The character of the US layout on this key, or `undefined` for a key that writes nothing. On a Russian layout a scanner's
 * `P<RUS` reaches the page as `ЗБКГЫ`; by position it is `P<RUS` again.
 */
export function characterOf(key: Pick<PhysicalKey, 'code' | 'shift' | 'capsLock'>): string | undefined {
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1]
  if (letter !== undefined) return key.shift === key.capsLock ? letter.toLowerCase() : letter
  const digit = /^Numpad(\d)$/.exec(key.code)?.[1]
  if (digit !== undefined) return digit
  return US_KEYS[key.code]?.[key.shift ? 1 : 0]
}

export function isChord(key: PhysicalKey): boolean {
  return key.ctrl || key.alt || key.meta
}
