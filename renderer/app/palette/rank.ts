import { otherLayouts } from '../../commands/layouts.ts'
import { foldText, inLatin } from './fold-text.ts'

/** How well something fits what is typed, the best first. */
export const FITS = ['prefix', 'word', 'otherLayoutPrefix', 'otherLayoutWord', 'letters', 'otherLayoutLetters'] as const
export type Fit = (typeof FITS)[number]

/** Fits so loosely that a guest of that name goes before it. */
export function isLoose(fit: Fit): boolean {
  return fit === 'letters' || fit === 'otherLayoutLetters'
}

/** Scattered letters of one or two say nothing. */
const FEWEST_SCATTERED = 3

const WORDS = /^[\p{L}\p{N}\s-]+$/u

/** What is typed, made ready once for many names. */
export interface Wanted {
  readonly typed: string
  readonly otherLayouts: readonly string[]
}

/** `null` = nothing is asked for. */
export function wantedFrom(query: string): Wanted | null {
  const typed = foldText(query)
  const others = otherLayouts(query.trim())
    // Letters that come out as commas were no letters: nobody meant that.
    .filter((reading) => WORDS.test(reading))
    .map(foldText)
    .filter((reading) => reading !== '' && reading !== typed)
  return typed === '' && others.length === 0 ? null : { typed, otherLayouts: others }
}

/** How well `name` fits; `null` = not at all. Letters fold across Kazakh, Russian and Latin. */
export function fitOf(wanted: Wanted, name: string): Fit | null {
  const forms = formsOf(name)
  const asTyped = bestIn(wanted.typed, forms)
  const otherwise = best(wanted.otherLayouts.map((reading) => bestIn(reading, forms)))
  return best([
    asTyped,
    otherwise === 'prefix' ? 'otherLayoutPrefix' : null,
    otherwise === 'word' ? 'otherLayoutWord' : null,
    otherwise === 'letters' ? 'otherLayoutLetters' : null,
  ])
}

export interface Ranked<Item> {
  readonly item: Item
  readonly fit: Fit
}

/**
 * The items that fit, best first: by {@link FITS} over all their names, then what was used lately, then the shorter name, then as they came.
 * `recent`: ids, the latest first.
 */
export function rank<Item extends { readonly id: string; readonly names: readonly string[] }>(
  items: readonly Item[],
  wanted: Wanted,
  recent: readonly string[],
): readonly Ranked<Item>[] {
  const place = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return items
    .flatMap((item) => {
      const fit = best(item.names.map((name) => fitOf(wanted, name)))
      return fit === null ? [] : [{ item, fit }]
    })
    .toSorted(
      (a, b) =>
        FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
        place(a.item.id) - place(b.item.id) ||
        (a.item.names[0]?.length ?? 0) - (b.item.names[0]?.length ?? 0),
    )
}

function formsOf(name: string): readonly string[] {
  const folded = foldText(name)
  return [...new Set([folded, inLatin(folded)])]
}

type Plain = 'prefix' | 'word' | 'letters'

function bestIn(reading: string, forms: readonly string[]): Plain | null {
  const readings = new Set([reading, inLatin(reading)])
  // Letters are compared in one script: Cyrillic with Cyrillic, or both in Latin.
  return best([...readings].flatMap((each) => forms.map((form) => plainFit(each, form))))
}

function plainFit(reading: string, name: string): Plain | null {
  if (reading === '') return null
  if (name.startsWith(reading)) return 'prefix'
  const words = name.split(' ')
  if (reading.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 'word'
  const letters = reading.replaceAll(' ', '')
  return letters.length >= FEWEST_SCATTERED && isScattered(letters, name) ? 'letters' : null
}

/** In this order, others between them, the first at the start of a word: `озм` in `очередь за месяц`. */
function isScattered(letters: string, name: string): boolean {
  for (const { index } of name.matchAll(/(?<= |^)\S/gu)) {
    let at = 0
    for (const letter of name.slice(index)) if (letter === letters[at]) at += 1
    if (at === letters.length) return true
  }
  return false
}

function best<Any extends Fit>(fits: readonly (Any | null)[]): Any | null {
  return fits.reduce((least, fit) => {
    if (fit === null) return least
    return least === null || FITS.indexOf(fit) < FITS.indexOf(least) ? fit : least
  }, null)
}
