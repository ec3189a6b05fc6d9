import { describe, expect, it } from 'vitest'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

function correction(
  notice: Notice,
  facts: Partial<GuestFacts>,
  stay: Partial<Pick<typeof STAY, 'room' | 'departureDate'>> = {},
) {
  return {
    noticeId: notice.id,
    version: notice.version,
    facts: { ...ANNA, ...facts },
    departureDate: stay.departureDate ?? STAY.departureDate,
    room: stay.room ?? STAY.room,
  }
}

describe('correcting a guest', () => {
  it('completes an incomplete one, which makes the first revision', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { issueDate: null })
    const complete = await desk.client.guest.correct(correction(notice, {}))
    expect(complete).toMatchObject({ state: 'ready', missing: [], revision: 1, strictDue: notice.strictDue })
    expect(complete.version).toBe(notice.version + 1)
  })

  it('makes a new revision with an id of its own when something else is said, and none when not', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const same = await desk.client.guest.correct(correction(notice, {}))
    expect([same.revision, same.clientId]).toEqual([1, notice.clientId])
    const changed = await desk.client.guest.correct(correction(same, { documentNumber: 'C01X00T99' }))
    expect(changed.revision).toBe(2)
    expect(changed.clientId).not.toBe(notice.clientId)
    const { rows, store } = desk.desk().register
    expect(rows.revisions.find(notice.id, 1)?.clientId).toBe(notice.clientId)
    expect(rows.guests.find(notice.guestId)?.facts.documentNumber).toBe('C01X00T99')
    // The document shown before stays on record.
    expect(
      store.database.prepare('SELECT number FROM document WHERE guest_id = ? ORDER BY rowid').pluck().all(notice.guestId),
    ).toEqual(['C01X00T47', 'C01X00T99'])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('refuses a change made against an older version', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.guest.correct(correction(notice, { phone: '+7 701 222 22 22' }))
    await expect(desk.client.guest.correct(correction(notice, { phone: '+7 701 333 33 33' }))).rejects.toMatchObject({
      code: 'STALE',
    })
    expect(desk.desk().register.rows.guests.find(notice.guestId)?.facts.phone).toBe('+7 701 222 22 22')
  })

  it('turns a foreigner into a citizen and back, on the first arrival’s clock', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const citizen = await desk.client.guest.correct(correction(notice, { citizenship: 'KAZ' }))
    expect(citizen).toMatchObject({
      state: 'not_required',
      strictDue: null,
      actBy: null,
      lane: null,
      reason: 'citizen_of_kazakhstan',
    })
    desk.ports.clock.advance(2 * 86_400_000)
    const foreigner = await desk.client.guest.correct(correction(citizen, {}))
    expect(foreigner).toMatchObject({ state: 'ready', strictDue: notice.strictDue, reason: null, lane: 'today' })
  })

  it('lets companions follow room and departure, each with a revision of its own', async () => {
    const desk = await startedDesk()
    const { notices } = await desk.client.checkIn.create({
      requestId: desk.ports.newId(),
      stay: { ...STAY, departureDate: null },
      guests: [ANNA, { ...ANNA, givenNames: 'BERTA', documentNumber: 'C01X00T48' }],
    })
    const [anna] = notices
    if (anna === undefined) throw new Error('no notice')
    expect(notices.map(({ state, missing }) => [state, missing])).toEqual([
      ['incomplete', ['departureDate']],
      ['incomplete', ['departureDate']],
    ])
    await desk.client.guest.correct(correction(anna, {}, { departureDate: calendarDate('2026-11-28') }))
    const all = await desk.client.queue.list({})
    expect(all.map(({ state, revision, departureDate }) => [state, revision, departureDate])).toEqual([
      ['ready', 1, '2026-11-28'],
      ['ready', 1, '2026-11-28'],
    ])
  })

  it('keeps the caller’s lease, and refuses while a colleague has it', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const { notice: leased } = await desk.at('first').filing.take({ noticeId: notice.id })
    await expect(desk.at('second').guest.correct(correction(leased, { phone: '1' }))).rejects.toMatchObject({ code: 'LEASED' })
    const kept = await desk.at('first').guest.correct(correction(leased, { phone: '+7 701 4' }))
    expect(kept).toMatchObject({ state: 'leased', revision: 2, lease: { isMine: true } })
  })

  it.each(['sending', 'unknown', 'deferred', 'duplicate'] as const)(
    'is kept while the service has the say: %s',
    async (state) => {
      const desk = await startedDesk()
      const notice = await checkedIn(desk)
      const { register } = desk.desk()
      register.store.database.prepare('UPDATE notification SET state = ? WHERE id = ?').run(state, notice.id)
      const corrected = await desk.client.guest.correct(correction(notice, { phone: '1' }))
      expect(corrected).toMatchObject({ state, revision: 1, whatFollows: 'after_answer', waitingNews: [{ kind: 'corrected' }] })
      expect(register.rows.guests.find(notice.guestId)?.facts.phone).toBe('1')
    },
  )
})

describe('setting a notice aside', () => {
  it.each([
    ['setNotRequired', 'not_required'],
    ['setFiledElsewhere', 'filed_elsewhere'],
    ['cancel', 'cancelled'],
  ] as const)('%s keeps the reason and can be undone', async (procedure, state) => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const aside = await desk.client.guest[procedure]({
      noticeId: notice.id,
      version: notice.version,
      reason: 'по решению управляющего',
    })
    expect(aside).toMatchObject({ state, reason: 'по решению управляющего', lane: null })
    expect((await desk.client.board.get()).lanes.later).toEqual([])
    await expect(desk.client.guest.correct(correction(aside, { phone: '1' }))).rejects.toMatchObject({ code: 'NOT_NOW' })
    const open = await desk.client.guest.reopen({ noticeId: notice.id, version: aside.version })
    expect(open).toMatchObject({
      state: 'ready',
      reason: null,
      strictDue: notice.strictDue,
      revision: 1,
      clientId: notice.clientId,
    })
    const detail = await desk.client.guest.get({ noticeId: notice.id })
    expect(detail.timeline.map(({ kind }) => kind)).toEqual([
      'checked_in',
      procedure === 'cancel' ? 'cancelled' : procedure === 'setNotRequired' ? 'set_not_required' : 'set_filed_elsewhere',
      'reopened',
    ])
    expect(detail.audit).toEqual({ entries: 3, chainIntact: true })
  })

  it('reopens nothing that was not set aside', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await expect(desk.client.guest.reopen({ noticeId: notice.id, version: notice.version })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
  })
})
