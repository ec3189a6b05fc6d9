import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

const REASON = 'видели удостоверение личности'

let documents = 0
/** Somebody else each time. */
async function guest(desk: TestDesk, facts: Partial<GuestFacts> = {}) {
  documents += 1
  return checkedIn(desk, { documentNumber: `C${documents}X`, ...facts })
}

async function stateOf({ client }: TestDesk, noticeId: string): Promise<string> {
  const { notice } = await client.guest.get({ noticeId })
  return notice.state
}

const whys = (exceptions: readonly { noticeId: string; why: string }[]) =>
  exceptions.map(({ noticeId, why }) => [noticeId, why])

test('citizens by document seen: for those unknown alone, each audited with the reason, and back to unknown', async () => {
  const desk = await startedDesk()
  const [unknown, foreign, second] = [
    await guest(desk, { citizenship: null }),
    await guest(desk),
    await guest(desk, { citizenship: null, issueDate: null }),
  ]
  const noticeIds = [unknown.id, foreign.id, second.id]
  const preview = await desk.client.guestList.preview({ act: 'citizens', noticeIds })
  expect(preview.applies).toEqual([unknown.id, second.id])
  expect(whys(preview.exceptions)).toEqual([[foreign.id, 'citizenship_known']])
  expect(await stateOf(desk, unknown.id)).toBe('citizenship_unknown')

  const given = { bulkId: randomUUID(), part: 0, noticeIds, reason: REASON }
  const result = await desk.client.guestList.setCitizens(given)
  expect(result.done).toBe(2)
  expect(whys(result.exceptions)).toEqual([[foreign.id, 'citizenship_known']])
  const { notice, facts, timeline } = await desk.client.guest.get({ noticeId: unknown.id })
  expect([notice.state, facts.citizenship]).toEqual(['not_required', 'KAZ'])
  expect(timeline.filter(({ kind }) => kind === 'citizen_seen').map(({ details }) => details['reason'])).toEqual([REASON])

  const undone = await desk.client.guestList.undo({ bulkId: given.bulkId })
  expect(undone).toEqual({ done: 2, exceptions: [], remaining: 0 })
  const after = await desk.client.guest.get({ noticeId: unknown.id })
  expect([after.notice.state, after.facts.citizenship]).toEqual(['citizenship_unknown', null])
  expect(await stateOf(desk, second.id)).toBe('citizenship_unknown')
  await expect(desk.client.guestList.undo({ bulkId: given.bulkId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await desk.client.maintenance.verify()).isClean).toBe(true)
})

test('no notice owed: what waits for a signature comes back to the list of the colleague who signs', async () => {
  const desk = await startedDesk()
  const [ready, signed, incomplete] = [await guest(desk), await guest(desk), await guest(desk, { purpose: null })]
  await desk.client.filing.handOver({ noticeId: signed.id })
  const noticeIds = [ready.id, signed.id, incomplete.id]
  const bulkId = randomUUID()
  expect(await desk.client.guestList.setNotOwed({ bulkId, part: 0, noticeIds, reason: 'экипаж' })).toEqual({
    done: 3,
    exceptions: [],
  })
  for (const id of noticeIds) expect(await stateOf(desk, id)).toBe('not_required')
  expect(await desk.client.guestList.undo({ bulkId })).toMatchObject({ done: 3, remaining: 0 })
  expect([await stateOf(desk, ready.id), await stateOf(desk, signed.id), await stateOf(desk, incomplete.id)]).toEqual([
    'ready',
    'handover',
    'incomplete',
  ])
})

test('an undo leaves whoever was changed by anything else, and names him', async () => {
  const desk = await startedDesk()
  const [first, second] = [await guest(desk), await guest(desk, { surname: 'IVANOV', printedName: 'Иванов Пётр' })]
  const bulkId = randomUUID()
  await desk.client.guestList.setNotOwed({ bulkId, part: 0, noticeIds: [first.id, second.id], reason: 'экипаж' })
  const { notice } = await desk.client.guest.get({ noticeId: second.id })
  await desk.client.guest.reopen({ noticeId: second.id, version: notice.version })
  const undone = await desk.client.guestList.undo({ bulkId })
  expect(undone).toEqual({
    done: 1,
    remaining: 0,
    exceptions: [{ noticeId: second.id, displayName: 'Иванов Пётр', why: 'changed_since', state: 'ready' }],
  })
  expect(await stateOf(desk, first.id)).toBe('ready')
})

test('handing over takes what is next to be told, also what follows an accepted arrival, and back', async () => {
  const desk = await startedDesk()
  const told = await guest(desk)
  await desk.client.filing.take({ noticeId: told.id })
  const { version } = await desk.client.filing.recordProof({ noticeId: told.id, reference: 'A-77' })
  await desk.client.guest.extend({ noticeId: told.id, version, departureDate: calendarDate('2026-12-01') })
  const [ready, settled, incomplete] = [
    await guest(desk),
    await guest(desk, { citizenship: 'KAZ' }),
    await guest(desk, { purpose: null }),
  ]
  const noticeIds = [told.id, ready.id, settled.id, incomplete.id]
  const preview = await desk.client.guestList.preview({ act: 'hand_over', noticeIds })
  expect(preview.applies).toEqual([told.id, ready.id])
  expect(whys(preview.exceptions)).toEqual([
    [settled.id, 'nothing_owed'],
    [incomplete.id, 'not_now'],
  ])
  const bulkId = randomUUID()
  const result = await desk.client.guestList.handOver({ bulkId, part: 0, noticeIds })
  expect([result.done, whys(result.exceptions)]).toEqual([2, whys(preview.exceptions)])
  const followUp = async () => (await desk.client.guest.get({ noticeId: told.id })).followUps.map(({ notice }) => notice.state)
  expect([await stateOf(desk, ready.id), await followUp()]).toEqual(['handover', ['handover']])
  await desk.client.guestList.undo({ bulkId })
  expect([await stateOf(desk, ready.id), await followUp()]).toEqual(['ready', ['ready']])
})

test('a part that is sent again because its answer was lost does nothing twice', async () => {
  const desk = await startedDesk()
  const { id } = await guest(desk)
  const given = { bulkId: randomUUID(), part: 0, noticeIds: [id], reason: 'экипаж' }
  expect(await desk.client.guestList.setNotOwed(given)).toEqual({ done: 1, exceptions: [] })
  const entries = (await desk.client.guest.get({ noticeId: id })).audit.entries
  expect(await desk.client.guestList.setNotOwed(given)).toEqual({ done: 1, exceptions: [] })
  expect((await desk.client.guest.get({ noticeId: id })).audit.entries).toBe(entries)
})

test('many parts come back in as many calls, and survive a restart of the desk in between', async () => {
  const desk = await startedDesk()
  const ids: string[] = []
  for (let index = 0; index < 45; index += 1) ids.push((await guest(desk)).id)
  const bulkId = randomUUID()
  for (let part = 0; part < 3; part += 1)
    await desk.client.guestList.setNotOwed({ bulkId, part, noticeIds: ids.slice(part * 20, part * 20 + 20), reason: 'экипаж' })
  expect((await desk.client.guestList.undo({ bulkId })).remaining).toBe(25)
  await desk.process.stop()
  const again = await startedDesk({}, { directory: desk.directory })
  expect((await again.client.guestList.undo({ bulkId })).remaining).toBe(5)
  expect(await again.client.guestList.undo({ bulkId })).toEqual({ done: 5, exceptions: [], remaining: 0 })
  const { total } = await again.client.guestList.page({ filter: { marks: ['set_aside'] } })
  expect(total).toBe(0)
})

test('a preview changes nothing at all', async () => {
  const desk = await startedDesk()
  const noticeIds = [(await guest(desk)).id, (await guest(desk, { citizenship: null })).id]
  const { database } = desk.desk().register.store
  const tables = ['notification', 'guest', 'audit', 'setting', 'paper_list', 'paper_entry', 'waiting_news']
  const stored = () =>
    tables.map((table) =>
      database.prepare(`SELECT * FROM ${table} ORDER BY rowid`.replace(/(setting) ORDER BY rowid/, '$1')).all(),
    )
  const before = stored()
  for (const act of ['send', 'hand_over', 'paper', 'citizens', 'not_owed'] as const)
    await desk.client.guestList.preview({ act, noticeIds })
  expect(stored()).toEqual(before)
  // The chain in memory is that of the file: what follows a preview still fits.
  await guest(desk)
  expect((await desk.client.maintenance.verify()).isClean).toBe(true)
})

test('what lies at the counter, or a colleague is filing, is left alone', async () => {
  const desk = await startedDesk()
  const [listed, leased] = [await guest(desk), await guest(desk)]
  await desk.client.paper.make({ listId: randomUUID(), noticeIds: [listed.id] })
  await desk.at('back').filing.take({ noticeId: leased.id })
  for (const act of ['not_owed', 'hand_over', 'paper'] as const) {
    const { applies, exceptions } = await desk.client.guestList.preview({ act, noticeIds: [listed.id, leased.id] })
    expect([applies, whys(exceptions)]).toEqual([
      [],
      [
        [listed.id, 'on_paper'],
        [leased.id, 'leased'],
      ],
    ])
  }
})

test('a role takes back only what it could have done', async () => {
  const desk = await startedDesk()
  const { id } = await guest(desk)
  const bulkId = randomUUID()
  await desk.client.guestList.setNotOwed({ bulkId, part: 0, noticeIds: [id], reason: 'экипаж' })
  const receptionist = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role: 'receptionist' } })
  await expect(receptionist.guestList.undo({ bulkId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    data: { permission: 'notice.set_aside' },
  })
  await expect(receptionist.guestList.setNotOwed({ bulkId, part: 1, noticeIds: [id], reason: 'экипаж' })).rejects.toMatchObject(
    { code: 'FORBIDDEN' },
  )
})

test('where a person files there is nothing to send now', async () => {
  const desk = await startedDesk()
  const { id } = await guest(desk)
  await expect(desk.client.guestList.send({ noticeIds: [id] })).rejects.toMatchObject({ code: 'CHANNEL_NOT_AUTOMATIC' })
})

test('everything about one guest can be corrected after an act on many, which an undo then respects', async () => {
  const desk = await startedDesk()
  const { id } = await guest(desk, { citizenship: null })
  const bulkId = randomUUID()
  await desk.client.guestList.setCitizens({ bulkId, part: 0, noticeIds: [id], reason: REASON })
  const { notice, facts } = await desk.client.guest.get({ noticeId: id })
  const { departureDate, room } = STAY
  await desk.client.guest.correct({
    noticeId: id,
    version: notice.version,
    facts: { ...ANNA, ...facts, citizenship: 'RUS' },
    departureDate,
    room,
  })
  const { exceptions } = await desk.client.guestList.undo({ bulkId })
  expect(whys(exceptions)).toEqual([[id, 'changed_since']])
  expect((await desk.client.guest.get({ noticeId: id })).facts.citizenship).toBe('RUS')
})
