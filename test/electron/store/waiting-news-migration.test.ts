import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { notificationRows } from '#electron/store/rows/notifications.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { addProperty, addStay, MANAGER, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'

/** A folder as version 4 left it: an accepted arrival, and a cancellation that is in one of these states. */
function olderRegister(directory: string, states: readonly string[]): void {
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, 4) })
  addProperty(store)
  for (const state of states) {
    const { stayId, guestId } = addStay(store)
    store.search.index({ guestId, names: [state], document: null, room: null, reservation: null })
    for (const [sequence, kind, of] of [
      [1, 'arrival', 'accepted'],
      [2, 'cancellation', state],
    ] as const) {
      store.database
        .prepare(
          `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast,
             revision, attempt_count, reference, accepted_at, created_at, updated_at, version)
           VALUES (?, 'property-1', ?, ?, ?, ?, ?, '[]', '2026-11-19', '2026-11-19', 0, 0, 0, ?, ?, ?, ?, 1)`,
        )
        .run(
          `${kind}-${state}`,
          stayId,
          guestId,
          kind,
          sequence,
          of,
          of === 'accepted' ? 'R-1' : null,
          of === 'accepted' ? AT : null,
          AT,
          AT,
        )
    }
  }
  store.close()
}

test('a register of version 4 keeps its notices, and knows who is being withdrawn', () => {
  const directory = newFolder()
  olderRegister(directory, ['ready', 'unknown', 'accepted', 'cancelled'])
  const store = openRegister(directory)
  const rows = openRows(store)
  expect(rows.notifications.find('cancellation-ready')).toMatchObject({ state: 'ready', version: 1, afterGuestId: null })
  expect(rows.noticeLines.find('arrival-ready')?.waitingNews).toEqual([])
  const guestOf = (id: string) => rows.notifications.find(id)?.guestId
  expect(new Set(rows.notifications.withdrawing())).toEqual(
    new Set([guestOf('cancellation-ready'), guestOf('cancellation-unknown')]),
  )
  expect(verifyStore(store).integrity).toEqual([])
})

test('news are kept in order until they are told', () => {
  const directory = newFolder()
  olderRegister(directory, ['accepted'])
  const store = openRegister(directory)
  const { waitingNews, notifications, noticeLines } = openRows(store)
  const guestId = notifications.find('arrival-accepted')?.guestId ?? ''
  const news = { guestId, knownOn: calendarDate('2026-11-23'), at: AT, actor: MANAGER, reason: null }
  waitingNews.insert({ ...news, kind: 'corrected' })
  waitingNews.insert({ ...news, kind: 'never_came', reason: 'не приехал' })
  expect(waitingNews.ofGuest(guestId)).toEqual([
    { ...news, kind: 'corrected' },
    { ...news, kind: 'never_came', reason: 'не приехал' },
  ])
  expect(notifications.withdrawing()).toEqual([guestId])
  expect(noticeLines.find('arrival-accepted')?.waitingNews).toEqual([
    { kind: 'corrected', by: MANAGER.name, at: AT, reason: null },
    { kind: 'never_came', by: MANAGER.name, at: AT, reason: 'не приехал' },
  ])
  waitingNews.remove(guestId, 'never_came')
  expect(waitingNews.ofGuest(guestId).map(({ kind }) => kind)).toEqual(['corrected'])
  waitingNews.removeAll(guestId)
  expect(waitingNews.ofGuest(guestId)).toEqual([])
})

test('a register of version 5 keeps the news that wait, in order, and can hold that no notice is owed', () => {
  const directory = newFolder()
  const older = openRegister(directory, { migrations: MIGRATIONS.slice(0, 5) })
  addProperty(older)
  const { guestId } = addStay(older)
  const news = { guestId, knownOn: calendarDate('2026-11-23'), at: AT, actor: MANAGER, reason: null }
  const before = openRows(older).waitingNews
  before.insert({ ...news, kind: 'extended' })
  before.insert({ ...news, kind: 'never_came', reason: 'не приехал' })
  expect(() => before.insert({ ...news, kind: 'not_required' })).toThrow('CHECK')
  older.close()
  const { waitingNews } = openRows(openRegister(directory))
  waitingNews.insert({ ...news, kind: 'not_required', reason: 'дипломат' })
  expect(waitingNews.ofGuest(guestId).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['extended', null],
    ['never_came', 'не приехал'],
    ['not_required', 'дипломат'],
  ])
})

test('who is being withdrawn is found without reading the notices there are', () => {
  const store = openRegister(newFolder())
  let sql = ''
  notificationRows({
    propertyId: () => 'p',
    statement(name, text) {
      if (name === 'notification.withdrawing') sql = text
      return store.statement(name, text)
    },
  })
  const plan = store.database.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all({ propertyId: 'p' })
  // News wait for minutes; of notices there are all that ever were.
  const steps = plan.map(({ detail }) => detail).filter((detail) => /^(SEARCH|SCAN)/.test(detail))
  expect(steps).toEqual(['SEARCH notification USING INDEX notification_open_cancellation (property_id=?)', 'SCAN waiting_news'])
})
