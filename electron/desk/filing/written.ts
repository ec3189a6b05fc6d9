import { assertNever } from '#shared/domain/assert-never.ts'
import type { FilingConvention } from '#shared/domain/filing-convention.ts'

/** `MÜLLER-O’BRIEN` or `Müller-O’Brien`. */
export function writtenName(name: string, nameCase: FilingConvention['nameCase']): string {
  switch (nameCase) {
    case 'upper':
      return name.trim().toUpperCase()
    case 'capitalised':
      return name
        .trim()
        .toLowerCase()
        .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    default:
      return assertNever(nameCase)
  }
}

/** A day, or as much of one as is known (`1990`, `1990-05`), in the order and with the signs of `format`. */
export function writtenDate(date: string | null, format: FilingConvention['dateFormat']): string | null {
  if (date === null) return null
  const parts = date.split('-')
  switch (format) {
    case 'dd.mm.yyyy':
      return parts.toReversed().join('.')
    case 'dd/mm/yyyy':
      return parts.toReversed().join('/')
    case 'yyyy-mm-dd':
      return date
    default:
      return assertNever(format)
  }
}

/** `101` or `№101`; `null` without a room. */
export function writtenRoom(room: string | null, form: FilingConvention['roomForm']): string | null {
  if (room === null || room.trim() === '') return null
  const bare = room.trim().replace(/^(?:№|#|no\.?)\s*/i, '')
  return form === 'numero' ? `№${bare}` : bare
}
