import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { addProperty, addStay, MANAGER, newFolder, openRegister, testPorts } from './register-fixture.ts'

const MADE = '2026-11-20T05:00:00.000Z'
const ACCEPTED = '2026-11-20T06:00:00.000Z'
const DECIDED = '2026-11-21T05:00:00.000Z'
const TOUCHED = '2026-11-22T05:00:00.000Z'

/** What each notice was, and what the audit of version 6 says of it; the last entry of all came later and decided nothing. */
const NOTICES = [
  { id: 'accepted', state: 'accepted', entries: [['notice.accepted', ACCEPTED]], settledAt: ACCEPTED },
  {
    id: 'by-person',
    state: 'not_required',
    entries: [
      ['notice.set_not_required', DECIDED],
      ['notice.departed', TOUCHED],
    ],
    settledAt: DECIDED,
  },
  {
    id: 'elsewhere',
    state: 'filed_elsewhere',
    entries: [
      ['notice.corrected', MADE],
      ['notice.set_filed_elsewhere', DECIDED],
    ],
    settledAt: DECIDED,
  },
  {
    id: 'never-came',
    state: 'cancelled',
    entries: [
      ['notice.cancelled', DECIDED],
      ['stay.moved', TOUCHED],
    ],
    settledAt: DECIDED,
  },
  {
    id: 'citizen',
    state: 'not_required',
    entries: [
      ['stay.checked_in', MADE],
      ['notice.departed', TOUCHED],
    ],
    settledAt: MADE,
  },
  {
    id: 'citizen-after-all',
    state: 'not_required',
    entries: [
      ['notice.corrected', DECIDED],
      ['notice.departed', TOUCHED],
    ],
    settledAt: DECIDED,
  },
  { id: 'open', state: 'incomplete', entries: [['notice.corrected', TOUCHED]], settledAt: null },
] as const

test('of what was settled before reports were closed it is kept when: the entry of the decision, not of what came after', () => {
  const directory = newFolder()
  const ports = testPorts(Date.parse(MADE))
  const older = openRegister(directory, { migrations: MIGRATIONS.slice(0, 6), ports })
  addProperty(older)
  for (const { id, state, entries } of NOTICES) {
    const { stayId, guestId } = addStay(older)
    older.database
      .prepare(
        `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast,
           revision, attempt_count, accepted_at, created_at, updated_at, version)
         VALUES (?, 'property-1', ?, ?, 'arrival', 1, ?, '[]', '2026-11-20', '2026-11-20', 0, 0, 0, ?, ?, ?, 1)`,
      )
      .run(id, stayId, guestId, state, state === 'accepted' ? ACCEPTED : null, MADE, TOUCHED)
    for (const [action, at] of entries) {
      ports.clock.advance(Date.parse(at) - ports.clock.now())
      older.transaction(() => older.audit.append({ actor: MANAGER, action, subject: id, stayId, details: { state } }))
    }
  }
  older.close()

  const store = openRegister(directory)
  const settled = store.database.prepare('SELECT id, settled_at AS settledAt FROM notification ORDER BY rowid').all()
  expect(settled).toEqual(NOTICES.map(({ id, settledAt }) => ({ id, settledAt })))
  expect(
    openRows(store)
      .noticeLines.settledBetween(DECIDED, TOUCHED)
      .map(({ notification }) => notification.id),
  ).toEqual(['by-person', 'citizen-after-all', 'elsewhere', 'never-came'])
  expect(verifyStore(store)).toMatchObject({ foreignKeys: 0, auditBrokenAt: null })
})
