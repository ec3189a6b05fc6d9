import type { GuestFacts } from '../domain/guest.ts'
import { type MrzName, readMrzName } from './mrz-names.ts'
import { alphanumeric } from './person-key.ts'
import { transliterate } from './transliterate.ts'

/** A name in the letters of an MRZ, as it goes to the service. `null` = not known; a person with one name has no given names. */
export interface SentName {
  readonly surname: string | null
  readonly givenNames: string | null
  readonly patronymic: string | null
}

/** The three spellings that are kept side by side, each a whole name in one line; `null` where there is none. */
export interface Spellings {
  /** As coded in the MRZ, fillers as spaces; a Russian internal passport keeps its coded Cyrillic. */
  readonly mrz: string | null
  /** As printed in the document. */
  readonly printed: string | null
  readonly sent: string | null
}

export function spellingsOf(facts: GuestFacts): Spellings {
  const mrz = mrzNameOf(facts)
  const sent = sentName(facts)
  return {
    mrz: mrz === undefined ? null : inOneLine(mrz.asCoded.primary, mrz.asCoded.secondary),
    printed: facts.printedName ?? inOneLine(facts.surname, facts.givenNames, facts.patronymic),
    sent: inOneLine(sent.surname, sent.givenNames, sent.patronymic),
  }
}

/**
 * The name as it is sent. The MRZ's spelling goes first, because it is what the border has on record; the Cyrillic of a Russian
 * internal passport is transliterated. The facts decide where the MRZ has nothing, where its name is cut off, and where they
 * disagree with it in the same script: no check digit covers a name, so then a person has corrected a misread line.
 */
export function sentName(facts: GuestFacts): SentName {
  const latin = (text: string | null) => (hasText(text) ? transliterate(text, facts.citizenship).trim() : null)
  const typed: SentName = {
    surname: latin(facts.surname),
    givenNames: latin(facts.givenNames),
    patronymic: latin(facts.patronymic),
  }
  const mrz = mrzNameOf(facts)
  if (mrz === undefined || mrz.spelled === null) return typed
  const { spelled } = mrz
  const coded: SentName = {
    surname: latin(spelled.surname),
    givenNames: latin(spelled.givenNames),
    patronymic: latin(spelled.patronymic),
  }
  const surname = prefersTyped(facts.surname, spelled.surname) ? typed.surname : coded.surname

  if (facts.hasSingleName) return { surname, givenNames: null, patronymic: null }

  const codedGiven = inOneLine(spelled.givenNames, spelled.patronymic)
  const typedGiven = inOneLine(facts.givenNames, facts.patronymic)
  if (prefersTyped(typedGiven, codedGiven)) {
    return { surname, givenNames: typed.givenNames, patronymic: typed.patronymic }
  }
  return { surname, ...withPatronymicApart(coded, typed.patronymic) }
}

/** Passports of the region put the patronymic behind the given names; where the facts name it, it is sent as what it is. */
function withPatronymicApart(coded: SentName, patronymic: string | null): Pick<SentName, 'givenNames' | 'patronymic'> {
  if (patronymic === null || coded.patronymic !== null) return { givenNames: coded.givenNames, patronymic: coded.patronymic }
  const given = coded.givenNames ?? ''
  const isAtEnd = given.endsWith(` ${patronymic}`)
  return { givenNames: isAtEnd ? given.slice(0, -patronymic.length - 1) : coded.givenNames, patronymic }
}

function prefersTyped(typed: string | null, coded: string | null): boolean {
  if (!hasText(typed)) return false
  if (!hasText(coded)) return true
  return scriptOf(typed) === scriptOf(coded) && !spellingVariants(typed).includes(alphanumeric(coded))
}

/** The ways an MRZ may spell what is printed: Doc 9303 lets issuers choose between `AE` and `A` for Ä, and so on. */
function spellingVariants(text: string): readonly string[] {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return [text, transliterate(text), transliterate(text, 'TUR'), bare].map(alphanumeric)
}

function scriptOf(text: string): 'latin' | 'cyrillic' | 'other' {
  const letters = [...text].filter((character) => /\p{L}/u.test(character))
  if (letters.every((letter) => /\p{Script=Latin}/u.test(letter))) return 'latin'
  return letters.every((letter) => /\p{Script=Cyrillic}/u.test(letter)) ? 'cyrillic' : 'other'
}

function mrzNameOf(facts: GuestFacts): MrzName | undefined {
  return facts.mrz === null ? undefined : readMrzName(facts.mrz)
}

function inOneLine(...parts: readonly (string | null)[]): string | null {
  const text = parts.filter((part) => hasText(part)).join(' ')
  return text === '' ? null : text
}

function hasText(text: string | null): text is string {
  return text !== null && text.trim() !== ''
}
