import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { verifyEvidence } from '#electron/reports/evidence/verify-evidence.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { startedService } from '../../desk/service-under-test.ts'
import {
  accountIn,
  BORIS,
  BORIS_ROOM,
  bytesOf,
  DAY_MS,
  filedByHand,
  fileIn,
  nightFalls,
  packOf,
  type SceneDesk,
  threeDays,
} from './evidence-scene.ts'

function storeOf(desk: SceneDesk) {
  return desk.desk().register.store
}

describe('the evidence about one guest', () => {
  it('tells when the arrival became known and to whom, how the days were counted, what was done, and with what proof', async () => {
    const desk = await startedDesk()
    const { anna } = await threeDays(desk)
    const zip = await packOf(desk, anna.id)
    const { guests, leftOut, calendars, property } = accountIn(zip)
    expect({ leftOut, zone: property.zone }).toEqual({ leftOut: 0, zone: 'Asia/Almaty' })
    expect(calendars.map(({ year, version }) => [year, version])).toEqual([[2026, 1]])
    expect(guests).toHaveLength(1)
    expect(guests[0]).toMatchObject({
      person: { name: 'Müller Anna / MUELLER ANNA', citizenship: 'DEU', document: 'C01X00T47' },
      arrivalAt: '2026-11-23T10:00',
      known: { at: '2026-11-23T05:43:00.000Z', by: 'Управляющий', source: 'desk' },
      window: { from: '2026-11-23T05:00:00.000Z', to: '2026-11-24T05:43:00.000Z' },
      notices: [
        {
          standing: 'in_time',
          due: { strictDue: '2026-11-25', latestDue: '2026-11-26', calendarVersion: '2026.1' },
          explanation: { strictDue: '2026-11-25', latestDue: '2026-11-26' },
          acceptedAt: '2026-11-24T05:43:00.000Z',
          proofs: [{ reference: 'EQ-4002', source: 'clerk', file: { mediaType: 'application/pdf' } }],
        },
      ],
    })
    const [notice] = guests[0]?.notices ?? []
    expect(notice?.journal.map(({ action }) => action)).toEqual(['stay.checked_in', 'notice.lease_taken', 'notice.accepted'])
    const receipt = notice?.proofs[0]?.file?.name ?? ''
    expect(fileIn(zip, receipt).toString('utf8')).toBe('%PDF-1.4\n% EQ-4002\n%%EOF\n')
  })

  it('gives every attempt with its answer, and the outage that fell into the window', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    await service.fail({ 'drop-after-store': 1 })
    const notice = await checkedIn(desk)
    await expect
      .poll(async () => (await desk.client.guest.get({ noticeId: notice.id })).timeline.some(({ kind }) => kind === 'attempt'))
      .toBe(true)
    await service.fail({})
    desk.ports.clock.advance(10 * 60_000)
    await desk.client.queue.sendNow({ noticeIds: [notice.id] })
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 15_000 })
    const zip = await packOf(desk, notice.id)
    expect(verifyEvidence(zip, { closes: [] }).findings).toEqual([])
    const [guest] = accountIn(zip).guests
    const [told] = guest?.notices ?? []
    expect(told?.state).toBe('accepted')
    expect(told?.attempts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(['send unknown', 'look_up present'])
    const exchange = JSON.parse(told?.attempts.at(-1)?.exchange ?? 'null') as { readonly status: number }
    expect(exchange.status).toBe(200)
    const proof = told?.proofs[0]
    const accepted = told?.journal.find(({ action }) => action === 'notice.accepted')?.details
    expect(accepted).toMatchObject({ receiptId: proof?.id, sha256: proof?.file?.sha256 })
    expect(proof?.file?.name).toMatch(/^receipts\/0001-[0-9a-f]{12}\.pdf$/)
  })

  it('names no guest in any file name, and holds nothing readable about anybody else', async () => {
    const desk = await startedDesk()
    const { anna, boris } = await threeDays(desk)
    const pack = await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id } })
    const files = unzipSync(await bytesOf(pack))
    const names = [pack.fileName, ...Object.keys(files)].join(' ').toLowerCase()
    for (const word of ['muller', 'müller', 'mueller', 'anna', 'c01x00t47', '208', 'eq-4002']) expect(names).not.toContain(word)
    const texts = Object.entries(files)
      .filter(([name]) => !name.endsWith('.pdf'))
      .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
    const journal = Buffer.from(files['journal.jsonl'] ?? [])
      .toString('utf8')
      .trimEnd()
      .split('\n')
    const details = journal.map((line) =>
      Buffer.from((JSON.parse(line) as { details: string }).details, 'base64').toString('latin1'),
    )
    for (const word of [BORIS.surname, BORIS.givenNames, 'Жданов', BORIS.documentNumber, BORIS_ROOM, 'EQ-4001', '"RUS"']) {
      expect([...texts, ...details].filter((text) => text.includes(word))).toEqual([])
    }
    expect(journal.some((line) => line.includes(boris.id))).toBe(true)
  })

  it('is the same to the byte for the same register and moment', async () => {
    const hashes: string[] = []
    for (let round = 0; round < 2; round++) {
      const desk = await startedDesk()
      const { anna } = await threeDays(desk)
      hashes.push((await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id } })).sha256)
    }
    expect(hashes[0]).toBe(hashes[1])
  })

  it('writes its making into the journal, where the next pack tells of it', async () => {
    const desk = await startedDesk()
    const { anna } = await threeDays(desk)
    const first = await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id }, language: 'en' })
    const entries = storeOf(desk).audit.entriesOf(anna.id)
    expect(entries.at(-1)).toMatchObject({
      action: 'notice.evidence_made',
      details: { sha256: first.sha256, guests: 1, language: 'en' },
    })
    expect(storeOf(desk).audit.verify().brokenAt).toBeNull()
    const again = await packOf(desk, anna.id)
    const [told] = accountIn(again).guests[0]?.notices ?? []
    expect(told?.journal.at(-1)?.details).toMatchObject({ sha256: first.sha256 })
    expect(verifyEvidence(again, { closes: [] }).findings).toEqual([])
  })

  it('tells of an open duty up to now, and that no close vouches for its last entries yet', async () => {
    const desk = await startedDesk()
    const anna = await checkedIn(desk)
    const before = await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id } })
    expect(before.entriesAfterLastClose).toBe(before.entries)
    await nightFalls(desk)
    await desk.client.filing.take({ noticeId: anna.id })
    const pack = await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id } })
    const zip = await bytesOf(pack)
    expect(verifyEvidence(zip, { closes: [] }).findings).toEqual([])
    expect(accountIn(zip).guests[0]?.notices[0]).toMatchObject({ standing: 'open', state: 'leased' })
    expect(pack.entriesAfterLastClose).toBeGreaterThan(0)
    expect(pack.entriesAfterLastClose).toBeLessThan(pack.entries)
    desk.ports.clock.advance(5 * DAY_MS)
    expect(accountIn(await packOf(desk, anna.id)).guests[0]?.notices[0]?.standing).toBe('overdue')
  })

  it('of an erased guest still proves what was done, and says nothing of who it was', async () => {
    const desk = await startedDesk()
    const { anna } = await threeDays(desk)
    const store = storeOf(desk)
    store.transaction(() => store.stayKeys.erase(anna.stayId))
    const zip = await packOf(desk, anna.id)
    expect(verifyEvidence(zip, { closes: [] }).findings).toEqual([])
    const [guest] = accountIn(zip).guests
    expect(guest).toMatchObject({ person: null, sealKey: null, room: null })
    expect(guest?.notices[0]).toMatchObject({ acceptedAt: '2026-11-24T05:43:00.000Z', standing: 'in_time' })
    expect(guest?.notices[0]?.proofs[0]?.file).toMatchObject({ name: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(Object.keys(unzipSync(zip)).filter((name) => name.startsWith('receipts/'))).toEqual([])
  })

  it('leads back to the closes that stand on paper, however long ago the stay was', async () => {
    const desk = await startedDesk()
    const { anna, closes } = await threeDays(desk)
    for (let night = 0; night < 8; night++) await nightFalls(desk)
    const later = await nightFalls(desk)
    const zip = await packOf(desk, anna.id)
    const paper = [closes[0], later].map(({ number, hash }) => ({ number, hash }))
    expect(verifyEvidence(zip, { key: later.keyFingerprint, closes: paper }).findings).toEqual([])
    // The days since then are not in it: nothing about her was written in them.
    expect(accountIn(zip).journal.spans).toEqual([
      { first: 1, last: closes[1].auditSequence, afterClose: null, upToClose: closes[1].number },
    ])
  })

  it('refuses a notice that is not there and a period that is none', async () => {
    const desk = await startedDesk()
    const make = desk.client.evidence.make
    await expect(make({ request: { what: 'guest', noticeId: desk.ports.newId() } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const [from, to] = [calendarDate('2026-11-23'), calendarDate('2026-11-22')]
    await expect(make({ request: { what: 'period', from, to } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(make({ request: { what: 'period', from: calendarDate('2025-01-01'), to } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })
})

describe('somebody with the key of the register', () => {
  /** As the program itself hashes and signs; he has it. */
  async function forgedRegister() {
    const desk = await startedDesk()
    const scene = await threeDays(desk)
    const { database } = storeOf(desk)
    database.exec('DROP TRIGGER audit_is_append_only_update')
    return { desk, database, ...scene }
  }

  it('who rewrites a row is found', async () => {
    const { desk, database, anna } = await forgedRegister()
    database.prepare(`UPDATE audit SET actor_name = 'Другой' WHERE sequence = 2`).run()
    const { findings } = verifyEvidence(await packOf(desk, anna.id), { closes: [] })
    expect(findings.join('\n')).toContain('journal entry 2 is missing, was rewritten')
  })

  it('who dates the acceptance back in the notice is found', async () => {
    const { desk, database, anna } = await forgedRegister()
    database.prepare(`UPDATE notification SET accepted_at = '2026-11-23T06:00:00.000Z' WHERE id = ?`).run(anna.id)
    const { findings } = verifyEvidence(await packOf(desk, anna.id), { closes: [] })
    expect(findings.join('\n')).toContain('the journal knows no acceptance at that time')
  })

  it('who rewrites a row and recomputes the whole chain is found by the signed closes', async () => {
    const { desk, database, anna } = await forgedRegister()
    const { rechain } = await import('./rechain.ts')
    rechain(database, (row) => (row.sequence === 2 ? { ...row, at: '2026-11-23T04:00:00.000Z' } : row))
    // The chain by itself is whole again: nothing in the register's own chain shows it.
    expect(storeOf(desk).audit.verify().brokenAt).toBeNull()
    const { findings } = verifyEvidence(await packOf(desk, anna.id), { closes: [] })
    expect(findings.join('\n')).toMatch(/entry \d+ is not what close 2026-327 signed/)
  })
})

describe('the evidence of a period', () => {
  it('holds 300 guests, late ones among them, and passes', { timeout: 120_000 }, async () => {
    const desk = await startedDesk()
    for (let number = 0; number < 300; number++) {
      const notice = await checkedIn(desk, { documentNumber: `C${String(number).padStart(8, '0')}`, surname: `GUEST${number}` })
      if (number % 3 === 0) await filedByHand(desk, notice.id, `EQ-${number}`)
    }
    await checkedIn(desk, { citizenship: 'KAZ', issuingState: 'KAZ' })
    await nightFalls(desk)
    desk.ports.clock.advance(6 * DAY_MS)
    const pack = await desk.client.evidence.make({
      request: { what: 'period', from: calendarDate('2026-11-23'), to: calendarDate('2026-11-29') },
    })
    expect(pack).toMatchObject({ fileName: 'qabyl-evidence-2026-11-23--2026-11-29.zip', guests: 300, leftOut: 1 })
    const zip = await bytesOf(pack)
    expect(verifyEvidence(zip, { closes: [] }).findings).toEqual([])
    const standings = accountIn(zip).guests.map(({ notices }) => notices[0]?.standing)
    expect(standings.filter((standing) => standing === 'in_time')).toHaveLength(100)
    expect(standings.filter((standing) => standing === 'overdue')).toHaveLength(200)
    const names = Object.keys(unzipSync(zip))
    expect(names.filter((name) => name.startsWith('receipts/'))).toHaveLength(100)
    expect(names.filter((name) => /^evidence-\d{4}-\d{4}\.pdf$/.test(name))).toHaveLength(12)
  })

  it('is refused before anything is read where it would be too much for one file', { timeout: 60_000 }, async () => {
    const desk = await startedDesk()
    await desk.client.maintenance.seed({ guests: 2400, seed: 7 })
    const all = await desk.client.queue.list({})
    const arrivals = all
      .filter(({ strictDue }) => strictDue !== null)
      .map(({ arrivalAt }) => arrivalAt.slice(0, 10))
      .toSorted()
    expect(arrivals.length).toBeGreaterThan(2000)
    const [from, to] = [calendarDate(arrivals[0] ?? ''), calendarDate(arrivals.at(-1) ?? '')]
    await expect(desk.client.evidence.make({ request: { what: 'period', from, to } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'request.to', code: 'too_long', message: expect.stringContaining('too many') }] },
    })
  })
})
