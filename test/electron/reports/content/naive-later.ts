import { hasNeverCome, leavesOn } from './naive-guests.ts'
import { nameOf } from './naive-row.ts'
import { nextDay, type Raw, type Tables, textOf, textOrNull } from './naive-tables.ts'

interface Later {
  readonly noticeId: string
  readonly stayId: string
  readonly person: { readonly name: string; readonly room: string | null }
  readonly what: string
  readonly date: string
  readonly number: string
  readonly at: string
  readonly by: string
}

const PRESENCE: Readonly<Record<string, string>> = {
  'notice.cancelled': 'withdrawn',
  'notice.cancellation_made': 'withdrawn',
  'notice.set_not_required': 'set_aside',
  'notice.not_required_entered': 'set_aside',
  'notice.set_filed_elsewhere': 'set_aside',
  'notice.reopened': 'reopened',
  'notice.came_after_all': 'reopened',
}
const NEVER = '9999-12-31'

/** Entry by entry, every entry of the audit, against every closed day. */
export function naiveLater(tables: Tables, day: string): readonly Later[] {
  const first = tables.closes[0]
  const last = tables.closes.at(-1)
  if (first === undefined || last === undefined) return []
  const [firstDate, lastDate] = [textOf(first, 'date'), textOf(last, 'date')]
  if (day !== nextDay(lastDate)) return []
  const found: Later[] = []
  const newcomers = new Set<unknown>()
  const presence = new Map<unknown, string>()
  for (const { row: entry, opened } of tables.audit) {
    if (Number(entry['sequence']) <= Number(last['audit_sequence'])) continue
    const subject = tables.notices.find(({ id }) => id === entry['subject'])
    const guest = tables.guests.find(({ id }) => id === subject?.['guest_id'])
    const stay = tables.stays.find(({ id }) => id === guest?.['stay_id'])
    if (subject === undefined || guest === undefined || stay === undefined || opened === null) continue
    const arrival = textOf(stay, 'arrival_date')
    if (arrival > lastDate) continue
    const from = arrival < firstDate ? firstDate : arrival
    const isGone = (leavesOn(guest, stay) ?? NEVER) < firstDate
    const action = textOf(entry, 'action')
    const add = (what: string, date: string, of: Raw = guest) => found.push(change(tables, entry, of, what, date))
    if (action === 'stay.checked_in' || action === 'stay.imported') {
      if (isGone) continue
      newcomers.add(guest['id'])
      if (!hasNeverCome(tables, guest)) add('arrived', from)
      continue
    }
    if (newcomers.has(guest['id'])) continue
    const names = opened['changed']
    const changed = typeof names === 'string' ? names.split(' ') : []
    const isCorrection = action === 'notice.corrected' || action === 'notice.extended'
    if (isCorrection && !isGone && changed.some((field) => SAID.includes(field))) add('corrected', from)
    const isFirst = subject['sequence'] === 1
    const decided = PRESENCE[action]
    if (decided !== undefined && (isFirst || decided === 'reopened') && !isGone) {
      if (presence.get(guest['id']) !== decided) add(decided, from)
      presence.set(guest['id'], decided)
    }
    const [before, after] = departuresIn(action, opened)
    if (before === after) continue
    const [earlier, later] = before < after ? [before, after] : [after, before]
    if (earlier > lastDate || later < firstDate) continue
    const what = after < before ? 'departed' : 'stayed'
    const date = earlier < firstDate ? firstDate : earlier
    add(what, date)
    if (!isCorrection) continue
    for (const companion of tables.guests) {
      const isOther = companion['stay_id'] === stay['id'] && companion['id'] !== guest['id']
      if (isOther && companion['departed_on'] === null && !newcomers.has(companion['id'])) add(what, date, companion)
    }
  }
  return found
}

const SAID = ['surname', 'givenNames', 'printedName', 'citizenship', 'purpose']

function departuresIn(action: string, details: Readonly<Record<string, unknown>>): readonly [string, string] {
  const day = (key: string) => (typeof details[key] === 'string' ? details[key] : NEVER)
  if (action === 'notice.departed') return [day('departureBefore'), day('departedOn')]
  if (action === 'notice.departure_undone') return [day('departedOn'), day('departureDate')]
  const isCorrection = action === 'notice.corrected' || action === 'notice.extended'
  return isCorrection && 'departureBefore' in details ? [day('departureBefore'), day('departureDate')] : [NEVER, NEVER]
}

function change(tables: Tables, entry: Raw, guest: Raw, what: string, date: string): Later {
  const notice = tables.notices.find((candidate) => candidate['guest_id'] === guest['id'] && candidate['sequence'] === 1)
  const stay = tables.stays.find(({ id }) => id === guest['stay_id'])
  if (notice === undefined || stay === undefined) throw new Error('a guest has a stay and a notice')
  const close = tables.closes.find((candidate) => candidate['date'] === date)
  if (close === undefined) throw new Error('the day of a later change is closed')
  return {
    noticeId: textOf(notice, 'id'),
    stayId: textOf(stay, 'id'),
    person: { name: nameOf(guest), room: textOrNull(stay, 'room') },
    what,
    date,
    number: textOf(close, 'number'),
    at: textOf(entry, 'at'),
    by: textOf(entry, 'actor_name'),
  }
}
