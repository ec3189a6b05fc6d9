import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { LEASE_MINUTES } from '#electron/desk/filing/lease.ts'
import { checkedIn, startedDesk } from './desk-under-test.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n')
const pdf = (bytes: Uint8Array = PDF) => new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })

describe('the lease', () => {
  it('gives a guest to one workplace, also when it is the same person at two', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const [first, second] = [desk.at('tab-1'), desk.at('tab-2')]
    const sheet = await first.filing.take({ noticeId: notice.id })
    expect(sheet.notice).toMatchObject({
      state: 'leased',
      lease: { by: 'Управляющий', isMine: true, until: '2026-11-23T05:53:00.000Z' },
    })
    await expect(second.filing.take({ noticeId: notice.id })).rejects.toMatchObject({
      code: 'LEASED',
      data: { by: 'Управляющий', until: '2026-11-23T05:53:00.000Z' },
    })
    await expect(second.filing.renew({ noticeId: notice.id })).rejects.toMatchObject({ code: 'LEASED' })
    await expect(second.filing.release({ noticeId: notice.id })).rejects.toMatchObject({ code: 'LEASED' })
    await expect(second.filing.handOver({ noticeId: notice.id })).rejects.toMatchObject({ code: 'LEASED' })
    await expect(second.filing.recordProof({ noticeId: notice.id, reference: 'A-1' })).rejects.toMatchObject({ code: 'LEASED' })
    expect((await second.queue.get()).byHand[0]?.lease).toMatchObject({ isMine: false })
  })

  it('is renewed without making the sheet stale', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const taken = await desk.client.filing.take({ noticeId: notice.id })
    desk.ports.clock.advance(5 * 60_000)
    expect(await desk.client.filing.renew({ noticeId: notice.id })).toEqual({ until: '2026-11-23T05:58:00.000Z' })
    const again = await desk.client.filing.take({ noticeId: notice.id })
    expect(again.notice.version).toBe(taken.notice.version)
  })

  it('ends by itself, and then a colleague may', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.at('tab-1').filing.take({ noticeId: notice.id })
    desk.ports.clock.advance(LEASE_MINUTES * 60_000)
    expect((await desk.client.queue.get()).byHand[0]).toMatchObject({ state: 'ready', lease: null })
    await expect(desk.at('tab-1').filing.renew({ noticeId: notice.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    await expect(desk.at('tab-1').filing.recordProof({ noticeId: notice.id, reference: 'A-1' })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
    expect((await desk.at('tab-2').filing.take({ noticeId: notice.id })).notice.lease).toMatchObject({ isMine: true })
  })

  it('gives a notice back to the list it was taken from', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    expect((await desk.client.filing.handOver({ noticeId: notice.id })).state).toBe('handover')
    expect((await desk.client.filing.handOverList()).map((entry) => entry.notice.id)).toEqual([notice.id])
    await desk.at('tab-1').filing.take({ noticeId: notice.id })
    // Still on it, in the hands of whoever is filing.
    expect((await desk.client.filing.handOverList()).map((entry) => [entry.notice.lease?.isMine, entry.canTakeBack])).toEqual([
      [false, false],
    ])
    expect((await desk.at('tab-1').filing.release({ noticeId: notice.id })).state).toBe('handover')
  })

  it('is not to be had for a guest whose data are not complete', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { issueDate: null })
    await expect(desk.client.filing.take({ noticeId: notice.id })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { state: 'incomplete', action: 'take' },
    })
  })
})

describe('the proof', () => {
  it('makes the notice accepted, and the file opens again byte for byte', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    const accepted = await desk.client.filing.recordProof({
      noticeId: notice.id,
      reference: ' EQ-7001 ',
      file: pdf(),
      fileName: '../../Квитанция 208.exe',
    })
    expect(accepted).toMatchObject({
      state: 'accepted',
      reference: 'EQ-7001',
      hasReceipt: true,
      acceptedAt: '2026-11-23T05:43:00.000Z',
      lease: null,
      lane: null,
    })
    const { receipts, timeline } = await desk.client.guest.get({ noticeId: notice.id })
    const sha256 = createHash('sha256').update(PDF).digest('hex')
    expect(receipts).toEqual([
      {
        id: expect.any(String),
        reference: 'EQ-7001',
        mediaType: 'application/pdf',
        fileName: 'Квитанция 208.pdf',
        sizeBytes: PDF.length,
        sha256,
        storedAt: '2026-11-23T05:43:00.000Z',
        source: 'clerk',
        portal: null,
      },
    ])
    const receiptId = receipts[0]?.id ?? ''
    expect(timeline.at(-1)).toMatchObject({ kind: 'accepted', by: 'Управляющий', receiptId })
    const opened = await desk.client.receipt.get({ receiptId })
    expect(Buffer.from(await opened.content.arrayBuffer()).equals(PDF)).toBe(true)
    const after = await desk.client.guest.get({ noticeId: notice.id })
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'receipt_opened', details: { receiptId } })
    // The register itself holds the bytes sealed only.
    const stored = desk.desk().register.store.database.prepare('SELECT sealed_content FROM receipt').pluck().get() as Buffer
    expect(stored.includes('%PDF')).toBe(false)
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
    expect(await desk.client.board.get()).toMatchObject({ acceptedToday: 1, acceptedTodayWithoutReceipt: 0 })
  })

  it('is needed, and must be a PDF or a picture', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    const { filing } = desk.client
    await expect(filing.recordProof({ noticeId: notice.id })).rejects.toMatchObject({ code: 'PROOF_REQUIRED' })
    await expect(filing.recordProof({ noticeId: notice.id, reference: '  ' })).rejects.toMatchObject({ code: 'PROOF_REQUIRED' })
    for (const bytes of ['', '<html>502</html>', 'MZ']) {
      await expect(filing.recordProof({ noticeId: notice.id, file: pdf(Buffer.from(bytes)) })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        data: { issues: [{ path: 'file', code: 'not_taken' }] },
      })
    }
    expect((await desk.client.queue.list({}))[0]?.state).toBe('leased')
  })

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ])('may be %s whatever type the browser says', async (_title, bytes, mediaType) => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    await desk.client.filing.recordProof({ noticeId: notice.id, file: pdf(Buffer.from(bytes)) })
    expect((await desk.client.guest.get({ noticeId: notice.id })).receipts[0]?.mediaType).toBe(mediaType)
  })

  it('proves one guest only, and says whose it is by room', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk)
    const second = await checkedIn(desk, { documentNumber: 'C01X00T48' }, { room: '305' })
    for (const { id } of [first, second]) await desk.client.filing.take({ noticeId: id })
    await desk.client.filing.recordProof({ noticeId: first.id, reference: 'EQ-1', file: pdf() })
    await expect(desk.client.filing.recordProof({ noticeId: second.id, reference: 'EQ-1' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'reference', message: expect.stringContaining('room 208') }] },
    })
    await expect(desk.client.filing.recordProof({ noticeId: second.id, file: pdf() })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'file', message: expect.stringContaining('room 208') }] },
    })
    expect((await desk.client.guest.get({ noticeId: second.id })).notice.state).toBe('leased')
  })

  it('may be brought by anyone for a notice that was handed over, and needs a lease for one that waits', async () => {
    const desk = await startedDesk()
    const [waiting, handedOver] = [await checkedIn(desk), await checkedIn(desk, { documentNumber: 'C01X00T48' })]
    await desk.client.filing.handOver({ noticeId: handedOver.id })
    const colleague = desk.at('office')
    await expect(colleague.filing.recordProof({ noticeId: waiting.id, reference: 'EQ-1' })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
    expect((await colleague.filing.recordProof({ noticeId: handedOver.id, reference: 'EQ-2' })).state).toBe('accepted')
  })
})

describe('the fill-in sheet', () => {
  it('follows the portal’s own order with values ready to copy', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, {
      phone: '+7-701-111.22',
      surname: 'Мюллер',
      printedName: 'Мюллер Анна',
      birthDate: '1990',
    })
    const sheet = await desk.client.filing.take({ noticeId: notice.id })
    expect([sheet.portal.name, sheet.portal.url]).toEqual(['eQonaq', 'https://eqonaq.kz'])
    expect(sheet.fields.map(({ key, value, hint }) => [key, value, hint])).toEqual([
      ['surname', 'MIULLER', 'transliterated'],
      ['givenNames', 'ANNA', null],
      ['patronymic', null, null],
      ['citizenship', 'Германия', null],
      ['birthDate', '1990', 'partial_date'],
      ['sex', 'Женский', null],
      ['documentType', 'Паспорт', null],
      ['documentSeries', null, null],
      ['documentNumber', 'C01X00T47', null],
      ['issueDate', '10.01.2022', null],
      ['expiryDate', '09.01.2032', null],
      ['phone', '+7 701 111 22', null],
      ['email', null, null],
      ['placeOfStay', 'г. Алматы, ул. Пробная, 2', null],
      ['purpose', 'Туризм', null],
      ['stayFrom', '23.11.2026', null],
      ['stayTo', '27.11.2026', null],
      ['checkIn', '23.11.2026', null],
      ['checkOut', '27.11.2026', null],
      ['comment', null, null],
      ['welcomeMessage', null, 'welcome_mail_default_on'],
    ])
  })

  it('flags what the portal cannot carry instead of dropping it', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, {
      sex: 'X',
      citizenship: 'XXA',
      documentNumber: 'АВ-123/4',
      hasSingleName: true,
      givenNames: null,
      hasNoExpiry: true,
      expiryDate: null,
    })
    const { fields } = await desk.client.filing.take({ noticeId: notice.id })
    const line = (key: string) => fields.find((field) => field.key === key)
    expect(line('sex')).toMatchObject({ value: null, hint: 'not_accepted_by_portal' })
    expect(line('citizenship')).toMatchObject({ value: 'Лицо без гражданства' })
    expect(line('documentNumber')).toMatchObject({ value: 'AV-123/4', hint: 'not_accepted_by_portal' })
    expect(line('givenNames')).toMatchObject({ value: '-', hint: 'convention' })
    expect(line('expiryDate')).toMatchObject({ value: null, hint: 'convention' })
  })
})
