import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { openStoreWithKeyFile } from '#electron/store/keys.ts'
import { first } from '#electron/store/migrations/0001-first.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { Store } from '#electron/store/store.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'

const AT = '2026-11-20T05:00:00.000Z'
const GUESTS = 30

const ports: Ports = {
  clock: { now: () => Date.parse(AT), monotonicMs: () => performance.now() },
  newId: () => v7(),
  random: () => 0.5,
  randomBytes,
}

/** A folder as the first version left it, with a property, its calendars and guests whose data are not complete. Answers their notices. */
export function makeFirstVersionFolder(directory: string): string[] {
  const opened = openStoreWithKeyFile({
    directory,
    ports,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    migrations: [first],
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  try {
    return store.transaction(() => {
      addProperty(store)
      return Array.from({ length: GUESTS }, (_, number) => addGuest(store, number))
    })
  } finally {
    store.close()
  }
}

function addProperty(store: Store): void {
  const { database } = store
  const id = v7()
  database
    .prepare(
      `INSERT INTO property (id, name, bin, address, city, department, kind, zone, channel, language, environment, alarm_reading,
         single_name_convention, created_at)
       VALUES (?, 'Проба', '000140000002', 'ул. Пробная, 2', 'Алматы', 'Алматы', 'small_business', 'Asia/Almaty', 'migration-api', 'ru',
         'test', 'strict', 'dash', ?)`,
    )
    .run(id, AT)
  database.prepare(`INSERT INTO staff (id, property_id, name, role) VALUES (?, ?, 'Айгерим С.', 'manager')`).run(v7(), id)
  const year = database.prepare('INSERT INTO calendar_year VALUES (?, ?, ?, ?, ?)')
  for (const content of BUILT_IN_YEARS) year.run(id, content.year, 1, JSON.stringify(content), AT)
}

function addGuest(store: Store, number: number): string {
  const { database } = store
  const propertyId = store.propertyId()
  const [stayId, guestId, noticeId] = [v7(), v7(), v7()]
  database
    .prepare(
      `INSERT INTO stay (id, property_id, request_id, source, arrival_at, arrival_date, created_at, updated_at)
       VALUES (?, ?, ?, 'desk', '2026-11-23T09:00', '2026-11-23', ?, ?)`,
    )
    .run(stayId, propertyId, `first-${number}`, AT, AT)
  store.stayKeys.create(stayId)
  database
    .prepare('INSERT INTO guest (id, property_id, stay_id, has_single_name, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?)')
    .run(guestId, propertyId, stayId, AT, AT)
  store.search.index({ guestId, names: [`GUEST ${number}`], document: null, room: null, reservation: null })
  database
    .prepare(
      `INSERT INTO notification (id, property_id, stay_id, guest_id, state, missing, arrival_date, strict_due, latest_due, act_by,
         calendar_version, rule, is_forecast, revision, attempt_count, created_at, updated_at, version)
       VALUES (?, ?, ?, ?, 'incomplete', '[]', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-25', '2026.1',
         'arrival-notice@2020-01-11', 0, 0, 0, ?, ?, 1)`,
    )
    .run(noticeId, propertyId, stayId, guestId, AT, AT)
  return noticeId
}
