import { describe, expect, it } from 'vitest'
import { contentOf } from '#electron/desk/told.ts'
import type { PropertyDetails } from '#shared/contract/property-contract.ts'
import { type ANNA, checkedIn, type DeskUnderTest, PROPERTY, startedDesk } from './desk-under-test.ts'

const { name, bin, address, city, phone, department, kind, roomCount, language } = PROPERTY
const BEFORE: PropertyDetails = { name, bin, address, city, phone, department, kind, roomCount, language }
/** Another sound BIN that belongs to nobody. */
const OTHER_BIN = '000240000006'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

function change({ client }: TestDesk, changed: Partial<PropertyDetails>, before: PropertyDetails = BEFORE) {
  return client.property.change({ before, details: { ...before, ...changed } })
}

function audit(desk: DeskUnderTest, like: string): readonly { action: string; details: unknown }[] {
  return (
    desk
      .desk()
      .register.store.database.prepare('SELECT action, details FROM audit WHERE action LIKE ? ORDER BY sequence')
      .all(like) as { action: string; details: string }[]
  ).map(({ action, details }) => ({ action, details: JSON.parse(details) as unknown }))
}

/** Host and revision as the notice would be sent now. */
function hostOf(desk: DeskUnderTest, noticeId: string) {
  const { register } = desk.desk()
  const record = register.rows.notifications.find(noticeId)
  if (record === undefined) throw new Error('There is no such notice')
  return { host: contentOf(register, record).host, revision: record.revision, state: record.state }
}

describe('a change of the property', () => {
  it('counts at once, and is written down field by field, before and after', async () => {
    const desk = await startedDesk()
    const { property, rewritten } = await change(desk, { name: 'Hotel Probe Plus', roomCount: 14, department: 'Другая' })
    expect([property.name, property.roomCount, property.department, rewritten]).toEqual(['Hotel Probe Plus', 14, 'Другая', 0])
    expect((await desk.client.desk.status()).property).toEqual(property)
    expect(audit(desk, 'property.changed')).toEqual([
      {
        action: 'property.changed',
        details: {
          before: { name: 'Hotel Probe', department: department, roomCount: 12 },
          after: { name: 'Hotel Probe Plus', department: 'Другая', roomCount: 14 },
          rewritten: 0,
        },
      },
    ])
    expect(desk.desk().register.store.audit.verify().brokenAt).toBeNull()
  })

  it('that changes nothing writes nothing', async () => {
    const desk = await startedDesk()
    await change(desk, {})
    expect(audit(desk, 'property.changed')).toEqual([])
  })

  it('made against what somebody else has changed meanwhile is refused whole', async () => {
    const desk = await startedDesk()
    await change(desk, { phone: '+7 700 000 00 01' })
    await expect(change(desk, { address: 'Пробная, 3' })).rejects.toMatchObject({ code: 'STALE', data: { what: 'property' } })
    expect((await desk.client.desk.status()).property).toMatchObject({ address, phone: '+7 700 000 00 01' })
    expect(audit(desk, 'property.changed')).toHaveLength(1)
  })

  it.each([
    ['a check digit that does not fit', { bin: '000140000003' }, 'bin_check_digit'],
    ['a number of too few digits', { bin: '1234' }, undefined],
    ['the BIN of an organisation for a person', { kind: 'natural_person' as const }, 'bin_is_bin'],
  ])('with %s is refused at its field', async (_what, changed, code) => {
    const desk = await startedDesk()
    await expect(change(desk, changed)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [expect.objectContaining({ path: 'details.bin', ...(code === undefined ? {} : { code }) })] },
    })
    expect((await desk.client.desk.status()).property).toMatchObject({ bin, kind })
  })

  it('reaches what has not left the desk, and leaves what was accepted as it was', async () => {
    const desk = await startedDesk()
    const filed = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: filed.id })
    await desk.client.filing.recordProof({ noticeId: filed.id, reference: 'A-1' })
    const waiting = await checkedIn(desk, { documentNumber: 'C01X00T48' })
    const taken = await checkedIn(desk, { documentNumber: 'C01X00T49' })
    await desk.client.filing.take({ noticeId: taken.id })
    const incomplete = await checkedIn(desk, { documentNumber: 'C01X00T50', issueDate: null } satisfies Partial<typeof ANNA>)

    expect((await change(desk, { bin: OTHER_BIN, phone: '+7 700 000 00 01' })).rewritten).toBe(2)

    const now = { bin: OTHER_BIN, name, address, phone: '+7 700 000 00 01' }
    expect(hostOf(desk, filed.id)).toEqual({ host: { bin, name, address, phone }, revision: 1, state: 'accepted' })
    expect(hostOf(desk, waiting.id)).toEqual({ host: now, revision: 2, state: 'ready' })
    // Whoever is copying it keeps it.
    expect(hostOf(desk, taken.id)).toEqual({ host: now, revision: 2, state: 'leased' })
    expect((await desk.client.guest.get({ noticeId: incomplete.id })).notice).toMatchObject({
      state: 'incomplete',
      revision: 0,
    })
    const told = (await desk.client.guest.get({ noticeId: waiting.id })).timeline
    expect(told.map(({ kind: event }) => event)).toContain('followed_property')
  })

  it('that no notice speaks of leaves every notice alone', async () => {
    const desk = await startedDesk()
    const { id } = await checkedIn(desk)
    expect((await change(desk, { department: 'Другая', kind: 'medium_business', language: 'kk' })).rewritten).toBe(0)
    expect(hostOf(desk, id).revision).toBe(1)
  })

  it('is for whoever administers the desk', async () => {
    const desk = await startedDesk()
    const clerk = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role: 'receptionist' } })
    await expect(clerk.property.change({ before: BEFORE, details: { ...BEFORE, name: 'X' } })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
