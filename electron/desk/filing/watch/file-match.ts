import type { FILE_MATCHES } from '#shared/contract/filing-schemas.ts'
import { sentName } from '#shared/documents/sent-name.ts'
import { transliterate } from '#shared/documents/transliterate.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'

export type FileMatch = (typeof FILE_MATCHES)[number]

/** Fewer letters and digits than this are a page number or a stamp, no text. */
const LEAST_TEXT = 20
/** A shorter number stands in many a text by chance. */
const LEAST_NUMBER = 5

/**
 * What a file's text says about a guest. The number is looked for without spaces and hyphens, in the letters as typed and in Latin; a
 * name only as whole words, all of its parts, in any of its spellings. `text` is `null` where none could be read.
 */
export function matchOf(text: string | null, facts: GuestFacts): FileMatch {
  if (text === null || bare(text).length < LEAST_TEXT) return 'unreadable'
  const numbers = [facts.documentNumber, `${facts.documentSeries ?? ''}${facts.documentNumber ?? ''}`, facts.guardianDocument]
  if (numbers.some((number) => holdsNumber(text, number))) return 'document'
  const words = wordsOf(text)
  const sent = sentName(facts)
  const spellings = [
    [facts.surname, facts.givenNames],
    [sent.surname, sent.givenNames],
  ]
  const isNamed = spellings.some((parts) => {
    const wanted = wordsOf(parts.filter((part) => part !== null).join(' '))
    return wanted.size > 0 && [...wanted].every((word) => words.has(word))
  })
  return isNamed ? 'name' : 'other'
}

function holdsNumber(text: string, number: string | null): boolean {
  const wanted = bare(number ?? '')
  if (wanted.length < LEAST_NUMBER) return false
  const held = bare(text)
  return held.includes(wanted) || bare(transliterate(text)).includes(bare(transliterate(wanted)))
}

/** Letters and digits alone, in capitals. */
function bare(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toUpperCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
}
