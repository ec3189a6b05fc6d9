import type { CitizenshipCode } from '../domain/guest.ts'
import type { Language } from './language.ts'

/** States where a guest reads Russian more likely than English. */
const READS_RUSSIAN = new Set(['RUS', 'BLR', 'KGZ', 'UZB', 'TJK', 'TKM', 'ARM', 'AZE', 'MDA', 'UKR', 'GEO'])

/** A guess at what a guest reads, of the languages there are; whoever prints can choose another. */
export function guestLanguage(citizenship: CitizenshipCode | null): Language {
  if (citizenship === 'KAZ') return 'kk'
  return citizenship !== null && READS_RUSSIAN.has(citizenship) ? 'ru' : 'en'
}
