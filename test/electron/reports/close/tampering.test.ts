import { beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { damage, storeOf } from './closing-desk.ts'

const DATES = ['2026-11-23', '2026-11-24', '2026-11-25'].map(calendarDate)
type ClosedDesk = Awaited<ReturnType<typeof startedDesk>>

/** Three closed days; two guests of two stays stand in each. */
async function closedDesk(): Promise<ClosedDesk> {
  const desk = await startedDesk()
  await checkedIn(desk, { documentNumber: 'A1' })
  await checkedIn(desk, { documentNumber: 'B2', surname: 'SCHMIDT', printedName: 'Schmidt Berta' })
  desk.ports.clock.setWallTime('2026-11-25T20:00:00.000Z')
  for (const date of DATES) await desk.client.report.close({ date })
  return desk
}

async function foundIn(desk: ClosedDesk): Promise<readonly string[]> {
  const { isClean, closes, closesBroken } = await desk.client.maintenance.verify()
  expect(isClean).toBe(closesBroken.length === 0)
  expect(closes).toBeGreaterThan(0)
  return closesBroken
}

let desk: ClosedDesk
beforeEach(async () => {
  desk = await closedDesk()
})

describe('a closed day', () => {
  it.each([
    "UPDATE business_day SET closed_at = '2026-11-23T00:00:00.000Z'",
    'DELETE FROM business_day',
    'UPDATE business_day_person SET stay_id = (SELECT id FROM stay LIMIT 1)',
    'DELETE FROM business_day_person',
  ])('refuses %s', (sql) => {
    expect(() => storeOf(desk).database.exec(sql)).toThrow(/a closed day is never (changed|removed)/)
  })

  it('is whole as it was closed', async () => {
    expect(await foundIn(desk)).toEqual([])
  })

  it('says of every column when it was changed', async () => {
    const second = "WHERE date = '2026-11-24'"
    const columns: readonly (readonly [string, readonly string[]])[] = [
      ["closed_at = '2026-11-24T20:00:00.000Z'", ['hash']],
      ["mode = 'missed'", ['hash']],
      ["actor_id = 'somebody'", ['hash']],
      ["actor_name = 'Somebody'", ['hash']],
      ["actor_role = 'inspector'", ['hash']],
      ["number = '2026-400'", ['order', 'hash']],
      ['body = replace(body, \'"overdue":0\', \'"overdue":1\')', ['hash']],
      ['audit_sequence = audit_sequence - 1', ['hash', 'audit_head']],
      [`audit_head = '${'1'.repeat(64)}'`, ['hash', 'audit_head']],
      [`previous_hash = '${'1'.repeat(64)}'`, ['chain', 'hash']],
      ['public_key = randomblob(32)', ['hash', 'key', 'signature']],
      ['signature = randomblob(64)', ['signature']],
      [`body = '{}'`, ['hash', 'people']],
      ['id = id', []],
    ]
    const { database } = storeOf(desk)
    damage(storeOf(desk), 'SELECT 1')
    for (const [change, what] of columns) {
      database.exec('SAVEPOINT tampering')
      const { changes } = database.prepare(`UPDATE business_day SET ${change} ${second}`).run()
      expect(changes, change).toBe(1)
      const number = change.startsWith('number') ? '2026-400' : '2026-328'
      expect(await foundIn(desk), change).toEqual(what.map((part) => `${number}: ${part}`))
      database.exec('ROLLBACK TO tampering; RELEASE tampering')
    }
    expect(await foundIn(desk)).toEqual([])
  })

  it('that no program could have written is a finding, not a failure', async () => {
    damage(storeOf(desk), "PRAGMA ignore_check_constraints = ON; UPDATE business_day SET mode = 'guessed'")
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: false, closesBroken: ['unreadable: TypeError'] })
  })

  it('is not read out any more once it was changed: nobody prints what was not signed', async () => {
    damage(storeOf(desk), `UPDATE business_day SET actor_name = 'Somebody' WHERE date = '2026-11-24'`)
    await expect(desk.client.report.day({ date: calendarDate('2026-11-24') })).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { saved: 'no', cause: 'damaged' },
    })
    expect((await desk.client.report.day({ date: calendarDate('2026-11-23') })).close).not.toBeNull()
  })

  it('whose hash was computed anew is betrayed by the signature, the next day and the record', async () => {
    const store = storeOf(desk)
    const { closeHash } = await import('#electron/reports/close/close-hash.ts')
    const record = desk.desk().register.rows.businessDays.find(calendarDate('2026-11-24'))
    if (record === undefined) throw new Error('The day was closed')
    const body = record.body.replace('"open":2', '"open":1')
    expect(body).not.toBe(record.body)
    const hash = closeHash({ ...record, body })
    damage(store, 'SELECT 1')
    store.database.prepare('UPDATE business_day SET body = ?, hash = ? WHERE id = ?').run(body, hash, record.id)
    expect(await foundIn(desk)).toEqual(['2026-328: signature', '2026-328: recorded', '2026-329: chain'])
  })

  it('that is gone, the last one too, is missed', async () => {
    const store = storeOf(desk)
    const { id } = desk.desk().register.rows.businessDays.last() ?? {}
    damage(
      store,
      `DELETE FROM business_day_person WHERE business_day_id = '${id}'; DELETE FROM business_day_file WHERE business_day_id = '${id}';
       DELETE FROM business_day WHERE id = '${id}'`,
    )
    expect(await foundIn(desk)).toEqual([`${id}: removed`])
  })

  it('in the middle that is gone breaks the order', async () => {
    damage(storeOf(desk), `DELETE FROM business_day WHERE date = '2026-11-24'`)
    const removed = storeOf(desk).audit.entriesOfAction('day.closed')[1]?.subject
    // Its people and its file are left without a close, which the check of references says.
    const { closesBroken, foreignKeys, isClean } = await desk.client.maintenance.verify()
    expect(closesBroken).toEqual(['2026-329: order', '2026-329: chain', `${removed}: removed`])
    expect([foreignKeys > 0, isClean]).toEqual([true, false])
  })

  it('with the dates of two days exchanged is out of order', async () => {
    damage(
      storeOf(desk),
      `UPDATE business_day SET date = '2026-12-31' WHERE date = '2026-11-24';
       UPDATE business_day SET date = '2026-11-24' WHERE date = '2026-11-25';
       UPDATE business_day SET date = '2026-11-25' WHERE date = '2026-12-31'`,
    )
    const found = await foundIn(desk)
    expect(found).toEqual(expect.arrayContaining(['2026-329: order', '2026-328: order', '2026-329: chain', '2026-328: chain']))
  })
})

describe('the people in a closed day', () => {
  it.each([
    ['gone', 'DELETE FROM business_day_person WHERE position = 1'],
    ['changed', 'UPDATE business_day_person SET sealed_content = zeroblob(80) WHERE position = 1'],
    [
      'exchanged for another day’s',
      `CREATE TEMP TABLE of_another_day AS
         SELECT a.business_day_id, a.position, b.sealed_content FROM business_day_person a
         JOIN business_day_person b ON b.stay_id = a.stay_id AND b.business_day_id <> a.business_day_id;
       UPDATE business_day_person SET sealed_content = (
         SELECT o.sealed_content FROM of_another_day o
         WHERE o.business_day_id = business_day_person.business_day_id AND o.position = business_day_person.position LIMIT 1)`,
    ],
    [
      'added',
      `INSERT INTO business_day_person SELECT business_day_id, property_id, 99, stay_id, sealed_content
       FROM business_day_person WHERE position = 0`,
    ],
  ])('are missed when one is %s', async (_, sql) => {
    damage(storeOf(desk), sql)
    expect(await foundIn(desk)).toEqual(['2026-327: people', '2026-328: people', '2026-329: people'])
  })

  it('are forgotten with the key of their stay, while hash, signature and figures stay', async () => {
    const before = await desk.client.report.day({ date: calendarDate('2026-11-24') })
    const [first] = before.report.rows
    if (first === undefined) throw new Error('Two guests stand in it')
    const store = storeOf(desk)
    store.transaction(() => store.stayKeys.erase(first.stayId))
    const after = await desk.client.report.day({ date: calendarDate('2026-11-24') })
    expect(after).toEqual({
      ...before,
      report: {
        ...before.report,
        rows: before.report.rows.map((row) => (row.stayId === first.stayId ? { ...row, person: null } : row)),
      },
    })
    expect(after.report.rows.map(({ person }) => person === null)).toEqual([true, false])
    const { closesBroken } = await desk.client.maintenance.verify()
    expect(closesBroken).toEqual([])
  })

  it('stand nowhere in the body', () => {
    const bodies = storeOf(desk).database.prepare<[], string>('SELECT body FROM business_day').pluck().all()
    expect(bodies).toHaveLength(3)
    for (const body of bodies) expect(body).not.toMatch(/M(ü|ue)ller|anna|schmidt|berta|208/i)
  })
})
