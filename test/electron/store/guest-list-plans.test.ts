import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { guestListSql } from '#electron/store/rows/guest-list.ts'
import { GUEST_MARKS, type GuestFilter, PRESENCES } from '#shared/domain/guest-filter.ts'
import { addPastStays } from '../../bench/past-stays.ts'
import { addProperty, newFolder, openRegister } from './register-fixture.ts'

const GIVEN = {
  propertyId: 'property-1',
  today: '2026-11-23',
  since: '2025-11-22',
  hereBy: '2026-11-23T10:43',
  reading: 'strict',
  match: '"past"*',
  limit: 100,
  offset: 0,
}

/** Every filter by itself, and each with where the guest is. */
const FILTERS: readonly GuestFilter[] = PRESENCES.flatMap((presence) => [
  { presence, marks: [] },
  ...GUEST_MARKS.map((mark) => ({ presence, marks: [mark] })),
])

test('every filter, searched or not, goes by an index: no notice, stay or guest is looked through', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const scans: string[] = []
  for (const filter of FILTERS)
    for (const isSearched of [false, true])
      for (const sql of Object.values(guestListSql(filter, isSearched))) {
        const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(GIVEN)
        for (const { detail } of plan) {
          const isLookedThrough = /^SCAN (n|o|s|g|notification|stay|guest|search_guest)\b/.test(detail)
          if (isLookedThrough) scans.push(`${filter.presence} ${filter.marks.join()} ${isSearched}: ${detail}`)
        }
      }
  expect(scans).toEqual([])
})

test('a page deep in the list is counted off in the index of the list alone', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  for (const filter of FILTERS.filter(({ marks: [mark = 'accepted'] }) => mark === 'accepted' || mark === 'set_aside')) {
    if (filter.presence !== 'all' && filter.presence !== 'departed') continue
    const { page } = guestListSql(filter, false)
    const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${page}`).all(GIVEN)
    const details = plan.map(({ detail }) => detail)
    const [list] = details.filter((detail) => detail.includes(' n USING'))
    expect(list).toMatch(/^SEARCH n USING COVERING INDEX notification_guest_list /)
    expect(details.filter((detail) => detail.includes('ORDER BY'))).toEqual([])
  }
})

test('a register of the version before gets the list, and twenty thousand guests in it are all there once', () => {
  const directory = newFolder()
  const older = openRegister(directory, { migrations: MIGRATIONS.slice(0, 11) })
  addProperty(older)
  addPastStays(older, 20_000)
  older.close()
  const store = openRegister(directory)
  const { page, total } = guestListSql({ presence: 'departed', marks: ['accepted'] }, false)
  const deep = store.database.prepare<unknown[], { guest_id: string }>(page).all({ ...GIVEN, offset: 19_950 })
  expect([deep.length, new Set(deep.map(({ guest_id }) => guest_id)).size]).toEqual([50, 50])
  expect(store.database.prepare(total).get(GIVEN)).toEqual({ total: 20_000 })
  const inHouse = guestListSql({ presence: 'in_house', marks: [] }, false)
  expect(store.database.prepare(inHouse.total).get(GIVEN)).toEqual({ total: 0 })
})
