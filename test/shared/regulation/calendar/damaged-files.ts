import fc from 'fast-check'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { calendarFileOf } from '#shared/regulation/calendar/parse-calendar-file.ts'

/** A file that is taken as it stands, as plain JSON. */
export const GOOD_FILE: unknown = JSON.parse(JSON.stringify(calendarFileOf(BUILT_IN_YEARS)))

/** What a slip, a merge or malice puts in the place of a value: near misses first, then anything. */
const replacements = fc.oneof(
  fc.constantFrom<unknown>('2026-02-29', '2026-3-9', '2026-03-09', '2025-03-10', '2024-06-17', '0000-01-01', '2026-11-21', ''),
  fc.constantFrom<unknown>(null, true, 0, 1, 2, -1, 1.5, 1e21, 1999, 2199, 2200, [], {}, ' ', '\u00a0', 'high', 'forecast'),
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(...['ж', '🗓'].flatMap((letter) => [1999, 2000, 2001].map((length) => letter.repeat(length)))),
  fc.jsonValue({ maxDepth: 3 }),
)

type Damage =
  | { readonly kind: 'replace' | 'add'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'drop' | 'double' | 'unwrap'; readonly at: number }

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom('replace' as const, 'add' as const), at: fc.nat(), value: replacements }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const, 'unwrap' as const), at: fc.nat() }),
)

/** The good file, or one of its years, with zero to three parts changed anywhere in it. */
export const damagedFiles: fc.Arbitrary<unknown> = fc
  .tuple(fc.array(damage, { maxLength: 3 }), fc.option(fc.nat({ max: BUILT_IN_YEARS.length - 1 })))
  .map(([damages, bareYear]) => {
    let file = structuredClone(bareYear === null ? GOOD_FILE : JSON.parse(JSON.stringify(BUILT_IN_YEARS[bareYear])))
    for (const one of damages) file = damaged(file, one)
    return file
  })

interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly key: string
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places
  for (const [key, inner] of Object.entries(value)) {
    places.push({ holder: value as Place['holder'], key })
    placesIn(inner, places)
  }
  return places
}

function damaged(file: unknown, { at, ...damage }: Damage): unknown {
  const places = placesIn(file)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return file
  const { holder, key } = place
  switch (damage.kind) {
    case 'replace':
      put(holder, key, damage.value)
      return file
    case 'add':
      if (Array.isArray(holder)) holder.push(damage.value)
      else put(holder, typeof damage.value === 'string' ? damage.value : 'added', key)
      return file
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      return file
    case 'double':
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
      else put(holder, `${key} `, holder[key])
      return file
    case 'unwrap':
      return Reflect.get(holder, key)
    default:
      throw new Error('A kind of damage without a case.')
  }
}

function put(holder: Place['holder'], key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}
