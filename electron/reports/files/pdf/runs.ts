import { type FontName, hasLetter } from './fonts.ts'

/** A piece of text that one font can print. */
export interface Run {
  readonly text: string
  readonly font: FontName
}

/** Stands for a character that no font of ours has: said, never an empty box. */
const NO_LETTER = '?'

/** Text cut where the font has to change; what no font has becomes `?`, see {@link hasUnprintable}. */
export function runsOf(text: string): readonly Run[] {
  const runs: { text: string; font: FontName }[] = []
  for (const character of printable(text)) {
    const last = runs.at(-1)
    const font = fontOf(character, last?.font) ?? 'Golos'
    const letter = fontOf(character, font) === undefined ? NO_LETTER : character
    if (last?.font === font) last.text += letter
    else runs.push({ text: letter, font })
  }
  return runs
}

/** Whether any letter of it would be lost in print. */
export function hasUnprintable(text: string): boolean {
  return [...printable(text)].some((character) => fontOf(character, 'Golos') === undefined)
}

/** Accents as letters of their own join the letter before; what does not print at all is left out. */
function printable(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? character : ''))
}

/** Spaces and dots stay with the font before them, so that a name is one run. */
function fontOf(character: string, before: FontName | undefined): FontName | undefined {
  if (character === '\n') return before ?? 'Golos'
  const codePoint = character.codePointAt(0) ?? 0
  if (before === 'Noto' && !/\p{L}|\p{N}|\p{S}/u.test(character) && hasLetter('Noto', codePoint)) return 'Noto'
  if (hasLetter('Golos', codePoint)) return 'Golos'
  return hasLetter('Noto', codePoint) ? 'Noto' : undefined
}
