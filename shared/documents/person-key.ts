import type { GuestFacts } from '../domain/guest.ts'

/**
 * Recognises a returning guest: citizenship, series and number of the document, date of birth. `null` while any is unknown.
 * Citizenship stands for the country because the issuer is known only from an MRZ, and a guest may come once with, once without.
 * The key holds the number in clear: keep it where guest data may be kept.
 */
export function personKey(facts: GuestFacts): string | null {
  const number = alphanumeric(`${facts.documentSeries ?? ''}${facts.documentNumber ?? ''}`)
  if (facts.citizenship === null || facts.birthDate === null || alphanumeric(facts.documentNumber ?? '') === '') return null
  return [facts.citizenship, number, facts.birthDate].join('|')
}

/** Letters and digits alone, upper case: "45 10" and "4510" are one series. */
export function alphanumeric(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
