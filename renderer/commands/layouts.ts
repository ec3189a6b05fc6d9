import { characterOf } from './physical-keys.ts'

/** What stands on each key of the Russian layout where it is a letter. */
const RUSSIAN: Readonly<Record<string, string>> = {
  Backquote: 'ё',
  KeyQ: 'й',
  KeyW: 'ц',
  KeyE: 'у',
  KeyR: 'к',
  KeyT: 'е',
  KeyY: 'н',
  KeyU: 'г',
  KeyI: 'ш',
  KeyO: 'щ',
  KeyP: 'з',
  BracketLeft: 'х',
  BracketRight: 'ъ',
  KeyA: 'ф',
  KeyS: 'ы',
  KeyD: 'в',
  KeyF: 'а',
  KeyG: 'п',
  KeyH: 'р',
  KeyJ: 'о',
  KeyK: 'л',
  KeyL: 'д',
  Semicolon: 'ж',
  Quote: 'э',
  KeyZ: 'я',
  KeyX: 'ч',
  KeyC: 'с',
  KeyV: 'м',
  KeyB: 'и',
  KeyN: 'т',
  KeyM: 'ь',
  Comma: 'б',
  Period: 'ю',
}

/** The Kazakh layout is the Russian one with Kazakh letters in the digit row. */
const KAZAKH: Readonly<Record<string, string>> = {
  ...RUSSIAN,
  Digit2: 'ә',
  Digit3: 'і',
  Digit4: 'ң',
  Digit5: 'ғ',
  Digit8: 'ү',
  Digit9: 'ұ',
  Digit0: 'қ',
  Minus: 'ө',
  Equal: 'һ',
}

/** From what one layout writes to what another writes with the same key. */
const CROSSINGS: readonly ReadonlyMap<string, string>[] = [RUSSIAN, KAZAKH].flatMap((layout) => {
  const keys = Object.entries(layout).map(([code, letter]) => ({ code, letter }))
  return [
    new Map(
      keys.flatMap(({ code, letter }) => [
        [latinOn(code, true), letter],
        [latinOn(code, false), letter],
      ]),
    ),
    new Map(keys.map(({ code, letter }) => [letter, latinOn(code, false)])),
  ]
})

/**
 * What the hand may have meant while another layout was on, by key position: `cgbcjr` → `список`, `rtptr` → `кезек`, `ыуеештпы` →
 * `settings`. In lower case; only readings that differ from what was typed.
 */
export function otherLayouts(typed: string): readonly string[] {
  const text = typed.toLowerCase()
  const readings = CROSSINGS.map((crossing) => [...text].map((letter) => crossing.get(letter) ?? letter).join(''))
  return [...new Set(readings)].filter((reading) => reading !== text)
}

function latinOn(code: string, shift: boolean): string {
  return characterOf({ code, shift, capsLock: false })?.toLowerCase() ?? ''
}
