import type { GuestFacts } from '../domain/guest.ts'
import { readMrzName } from './mrz-names.ts'
import { contradictsMrz } from './name-agreement.ts'
import { transliterate } from './transliterate.ts'

/** A name in the letters of an MRZ, as it goes to the service. `null` = not known; a person with one name has no given names. */
export interface SentName {
  readonly surname: string | null
  readonly givenNames: string | null
  readonly patronymic: string | null
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
  const spelled = facts.mrz === null ? null : readMrzName(facts.mrz)?.spelled
  if (!spelled) return typed
  const coded: SentName = {
    surname: latin(spelled.surname),
    givenNames: latin(spelled.givenNames),
    patronymic: latin(spelled.patronymic),
  }
  const surname = prefersTyped(facts.surname, spelled.surname) ? typed.surname : coded.surname
  if (facts.hasSingleName) return { surname, givenNames: null, patronymic: null }

  const codedGiven = inOneLine(spelled.givenNames, spelled.patronymic)
  const typedGiven = hasText(facts.givenNames) ? inOneLine(facts.givenNames, facts.patronymic) : null
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
  return contradictsMrz(typed, coded)
}

/** The parts that are known, with spaces between; `null` when none is. */
export function inOneLine(...parts: readonly (string | null)[]): string | null {
  const text = parts.filter((part) => hasText(part)).join(' ')
  return text === '' ? null : text
}

function hasText(text: string | null): text is string {
  return text !== null && text.trim() !== ''
}
