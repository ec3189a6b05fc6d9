import { UsageError } from '../../command.ts'

const FIRST_YEAR = 2000
const LAST_YEAR = 2199

/** A year as it was typed. */
export function yearOf(text: string, name: string): number {
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new UsageError(`${name} is a year from ${FIRST_YEAR} to ${LAST_YEAR}.`)
  }
  return year
}
