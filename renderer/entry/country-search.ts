import { type Country, searchNames } from '#shared/i18n/country-names.ts'

/** Best first, by name, by code, by any other name it has; an empty query gives the whole list in its own order. */
export function findCountries(query: string, countries: readonly Country[], code: string | null): readonly Country[] {
  const wanted = folded(query)
  if (wanted === '') return countries
  const rank = ({ code: own, name }: Country): number => {
    const words = folded(name)
    if (own === code) return 0
    if (own.toLowerCase() === wanted) return 1
    if (words.startsWith(wanted)) return 2
    if (words.split(/[\s(-]+/).some((word) => word.startsWith(wanted))) return 3
    if (own.toLowerCase().startsWith(wanted)) return 4
    if (words.includes(wanted)) return 5
    return searchNames(own).some((other) => folded(other).startsWith(wanted)) ? 6 : Number.POSITIVE_INFINITY
  }
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((found) => Number.isFinite(found.rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ country }) => country)
}

/** Case and marks do not matter when searching: `oзбекистан`, `Cote d'Ivoire`, `Ö`. Kazakh and Russian letters stay themselves. */
function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll(/['’ʻ]/g, '')
}
