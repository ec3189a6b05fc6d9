import { alphanumeric } from './person-key.ts'
import { transliterate } from './transliterate.ts'

/**
 * Whether a name as typed contradicts the same name in the MRZ. Accents, hyphens and the spellings an issuer may choose from do
 * not; another script cannot be compared and does not. No check digit covers a name, so a contradiction means that the line was
 * misread or the name mistyped.
 */
export function contradictsMrz(typed: string, coded: string): boolean {
  return scriptOf(typed) === scriptOf(coded) && !spellingVariants(typed).includes(alphanumeric(coded))
}

/** Whether a name in any script of ours can be what the MRZ codes: `Каримов` and KARIMOV agree, `Müller` and MUELLER. */
export function agreesWithMrz(typed: string, coded: string): boolean {
  return spellingVariants(typed).includes(alphanumeric(coded))
}

/** The ways an MRZ may spell what is printed: Doc 9303 lets issuers choose between `AE` and `A` for Ä, and so on. */
function spellingVariants(text: string): readonly string[] {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return [text, transliterate(text), transliterate(text, 'TUR'), transliterate(text, 'AZE'), bare].map(alphanumeric)
}

function scriptOf(text: string): 'latin' | 'cyrillic' | 'other' {
  const letters = [...text].filter((character) => /\p{L}/u.test(character))
  if (letters.every((letter) => /\p{Script=Latin}/u.test(letter))) return 'latin'
  return letters.every((letter) => /\p{Script=Cyrillic}/u.test(letter)) ? 'cyrillic' : 'other'
}
