import { nextDay, type Raw, type Tables, textOf, textOrNull } from './naive-tables.ts'

interface Count {
  arrivals: number
  inHouse: number
  departures: number
}

/** Guest by guest, every guest of the register. */
export function naiveGuests(tables: Tables, date: string) {
  const all = noCount()
  const byCitizenship = new Map<string | null, Count>()
  const byPurpose = new Map<string | null, Count>()
  let inHouseWithoutDeparture = 0
  for (const guest of tables.guests) {
    const stay = tables.stays.find((candidate) => candidate['id'] === guest['stay_id'])
    if (stay === undefined || hasNeverCome(tables, guest)) continue
    const arrival = textOf(stay, 'arrival_date')
    const departure = leavesOn(guest, stay)
    if (arrival > date || (departure !== null && departure < date)) continue
    if (departure === null && nextDay(arrival, 366) < date) continue
    const code = textOrNull(guest, 'citizenship')
    const citizenship = code === null || code.trim() === '' || code === 'XXX' ? null : code
    const purpose = textOrNull(guest, 'purpose')
    const counts = [all, countIn(byCitizenship, citizenship), countIn(byPurpose, purpose)]
    for (const count of counts) {
      if (arrival === date) count.arrivals += 1
      if (departure === date) count.departures += 1
      if (departure !== date) count.inHouse += 1
    }
    if (departure === null) inHouseWithoutDeparture += 1
  }
  return { totals: { ...all, inHouseWithoutDeparture }, byCitizenship, byPurpose }
}

export function leavesOn(guest: Raw, stay: Raw): string | null {
  return textOrNull(guest, 'departed_on') ?? textOrNull(stay, 'departure_date')
}

/** What was said last and still waits counts; else what the notices say. */
export function hasNeverCome({ news, notices }: Tables, guest: Raw): boolean {
  let last: string | undefined
  for (const entry of news) {
    const kind = textOf(entry, 'kind')
    if (entry['guest_id'] === guest['id'] && ['never_came', 'not_required', 'came_after_all'].includes(kind)) last = kind
  }
  if (last !== undefined) return last === 'never_came'
  for (const notice of notices) {
    if (notice['guest_id'] !== guest['id']) continue
    if (notice['kind'] === 'arrival' && notice['state'] === 'cancelled') return true
    if (notice['kind'] === 'cancellation' && notice['state'] !== 'cancelled' && notice['state'] !== 'not_required') return true
  }
  return false
}

function countIn(counts: Map<string | null, Count>, trait: string | null): Count {
  const count = counts.get(trait) ?? noCount()
  counts.set(trait, count)
  return count
}

function noCount(): Count {
  return { arrivals: 0, inHouse: 0, departures: 0 }
}
