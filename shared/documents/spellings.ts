import type { GuestFacts } from '../domain/guest.ts'
import { readMrzName } from './mrz-names.ts'
import { inOneLine, sentName } from './sent-name.ts'

/** The three spellings that are kept side by side, each a whole name in one line; `null` where there is none. */
export interface Spellings {
  /** As coded in the MRZ, fillers as spaces; a Russian internal passport keeps its coded Cyrillic. */
  readonly mrz: string | null
  /** As printed in the document. */
  readonly printed: string | null
  readonly sent: string | null
}

export function spellingsOf(facts: GuestFacts): Spellings {
  const coded = facts.mrz === null ? undefined : readMrzName(facts.mrz)?.asCoded
  const sent = sentName(facts)
  return {
    mrz: coded === undefined ? null : inOneLine(coded.primary, coded.secondary),
    printed: facts.printedName ?? inOneLine(facts.surname, facts.givenNames, facts.patronymic),
    sent: inOneLine(sent.surname, sent.givenNames, sent.patronymic),
  }
}
