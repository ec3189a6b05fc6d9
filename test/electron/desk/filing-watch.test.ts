import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { matchOf } from '#electron/desk/filing/watch/file-match.ts'
import { systemFolders } from '#electron/desk/filing/watch/folder-port.ts'
import { textOfPdf } from '#electron/desk/filing/watch/receipt-text.ts'
import { createReceiptWatch } from '#electron/desk/filing/watch/receipt-watch.ts'
import { receiptPdf } from '#electron/simulator/receipt-pdf.ts'
import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { ANNA, checkedIn, startedDesk } from './desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>
type Client = TestDesk['client']
type Found = Awaited<ReturnType<Client['filing']['found']>>

/** A receipt that names whoever `person` says. */
function receipt(person: string, reference = 'EQ-1'): Buffer {
  return receiptPdf({
    reference,
    kind: 'arrival',
    clientId: '01890000-0000-7000-8000-000000000001',
    revision: 1,
    receivedAt: '2026-11-23T05:43:00.000Z',
    hostName: 'Hotel Probe',
    personName: person,
    arrivalAt: '2026-11-23T10:00',
  })
}

/** A PDF in which nothing can be read: a scan. */
const SCAN = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n')

/** What the desk answers as soon as it is so; the desk's own events say when to ask again. */
async function foundWhen(client: Client, noticeId: string, isSo: (found: Found) => boolean): Promise<Found> {
  const stop = new AbortController()
  for await (const { topics } of await client.desk.events(undefined, { signal: stop.signal })) {
    if (!topics.includes('filing')) continue
    const found = await client.filing.found({ noticeId })
    if (!isSo(found)) continue
    stop.abort()
    return found
  }
  throw new Error('The desk has ended')
}

/** Waits for the next call of `signal`; one that came meanwhile counts. */
function changeSignal() {
  let wake: (() => void) | undefined
  let wasCalled = false
  return {
    signal() {
      wasCalled = true
      wake?.()
    },
    async next() {
      if (!wasCalled)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      wasCalled = false
    },
  }
}

const hasOffer = (found: Found) => found.offer !== null

async function watching(facts = {}) {
  const desk = await startedDesk()
  const folder = tempDirectory()
  await desk.client.filing.setFolders({ directories: [folder] })
  const notice = await checkedIn(desk, facts)
  return { desk, folder, notice, file: (name: string) => join(folder, name) }
}

describe('a receipt that appears in the folder', () => {
  it('is offered to whoever files this guest, accepted by its hash, kept byte for byte, and never offered again', async () => {
    const { desk, notice, file } = await watching()
    await desk.client.filing.take({ noticeId: notice.id, portal: 'vmp' })
    const bytes = receipt('MUELLER ANNA C01X00T47')
    writeFileSync(file('eqonaq-0417.pdf'), bytes)
    const { offer } = await foundWhen(desk.client, notice.id, hasOffer)
    expect(offer).toMatchObject({ fileName: 'eqonaq-0417.pdf', sizeBytes: bytes.length, match: 'document' })
    const sha256 = offer?.sha256 ?? ''
    const accepted = await desk.client.filing.acceptFound({ noticeId: notice.id, sha256, portal: 'vmp', reference: 'EQ-1' })
    expect(accepted).toMatchObject({ state: 'accepted', reference: 'EQ-1', hasReceipt: true })
    const [kept] = (await desk.client.guest.get({ noticeId: notice.id })).receipts
    expect(kept).toMatchObject({ fileName: 'eqonaq-0417.pdf', sha256, portal: 'vmp', source: 'clerk' })
    const opened = await desk.client.receipt.get({ receiptId: kept?.id ?? '' })
    expect(Buffer.from(await opened.content.arrayBuffer()).equals(bytes)).toBe(true)
    // Nothing in the folder was touched.
    expect(readFileSync(file('eqonaq-0417.pdf')).equals(bytes)).toBe(true)

    // The same bytes under another name are the proof of somebody already; the scan that comes after them is not.
    const next = await checkedIn(desk, { documentNumber: 'C01X00T48' })
    await desk.client.filing.take({ noticeId: next.id })
    writeFileSync(file('copy (1).pdf'), bytes)
    writeFileSync(file('scan.pdf'), SCAN)
    const after = await foundWhen(desk.client, next.id, hasOffer)
    expect(after.offer).toMatchObject({ fileName: 'scan.pdf', match: 'unreadable' })
  })

  it('is not offered while it is still coming, whatever the browser calls it meanwhile', async () => {
    const { desk, notice, file } = await watching()
    await desk.client.filing.take({ noticeId: notice.id })
    const bytes = receipt('MUELLER ANNA C01X00T47')
    // One is written in place, in pieces; one waits beside its own placeholder; one is renamed into place once it is whole.
    writeFileSync(file('grows.pdf'), bytes.subarray(0, 300))
    writeFileSync(file('placeholder.pdf'), 'x')
    writeFileSync(file('placeholder.pdf.part'), bytes)
    const named = receipt('MUELLER ANNA C01X00T47', 'EQ-2')
    writeFileSync(file('Unconfirmed 31.crdownload'), named.subarray(0, 200))
    appendFileSync(file('Unconfirmed 31.crdownload'), named.subarray(200))
    renameSync(file('Unconfirmed 31.crdownload'), file('renamed.pdf'))
    const first = await foundWhen(desk.client, notice.id, hasOffer)
    expect(first.offer).toMatchObject({ fileName: 'renamed.pdf', sizeBytes: named.length })
    await desk.client.filing.declineFound({ noticeId: notice.id, sha256: first.offer?.sha256 ?? '' })
    appendFileSync(file('grows.pdf'), bytes.subarray(300))
    const second = await foundWhen(desk.client, notice.id, hasOffer)
    expect(second.offer).toMatchObject({ fileName: 'grows.pdf', sizeBytes: bytes.length })
    expect(second.passedOver).toBeNull()
  })

  it('that names somebody else is said so; a declined one is not asked about again', async () => {
    const { desk, notice, file } = await watching()
    await desk.client.filing.take({ noticeId: notice.id })
    writeFileSync(file('a.pdf'), receipt('SOMEBODY ELSE N9999999'))
    const { offer } = await foundWhen(desk.client, notice.id, hasOffer)
    expect(offer).toMatchObject({ fileName: 'a.pdf', match: 'other' })
    const declined = await desk.client.filing.declineFound({ noticeId: notice.id, sha256: offer?.sha256 ?? '' })
    expect(declined.offer).toBeNull()
    writeFileSync(file('b.pdf'), receipt('Mueller, Anna'))
    expect((await foundWhen(desk.client, notice.id, hasOffer)).offer).toMatchObject({ fileName: 'b.pdf', match: 'name' })
  })

  it('goes to the clerk whose guest it names, when two file at a time; what names nobody is asked of both', async () => {
    const { desk, notice, file } = await watching()
    const other = await checkedIn(desk, {
      surname: 'KIM',
      givenNames: 'SOO AH',
      printedName: null,
      documentNumber: 'M70214455',
    })
    const [front, back] = [desk.at('front'), desk.at('back')]
    await front.filing.take({ noticeId: notice.id })
    await back.filing.take({ noticeId: other.id })
    writeFileSync(file('kim.pdf'), receipt('KIM SOO AH M70214455'))
    expect((await foundWhen(back, other.id, hasOffer)).offer).toMatchObject({ match: 'document' })
    expect((await front.filing.found({ noticeId: notice.id })).offer).toBeNull()
    writeFileSync(file('scan.pdf'), SCAN)
    expect((await foundWhen(front, notice.id, hasOffer)).offer).toMatchObject({ fileName: 'scan.pdf', match: 'unreadable' })
    expect((await back.filing.found({ noticeId: other.id })).offer).toMatchObject({ fileName: 'kim.pdf' })
    // Names of files are for whoever files the guest.
    await expect(back.filing.found({ noticeId: notice.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    await expect(back.filing.acceptFound({ noticeId: notice.id, sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
  })

  it.each([
    ['a minute', 60_000, { fileName: 'named.pdf', match: 'document' }],
    ['an hour', 60 * 60_000, { fileName: 'new-scan.pdf', match: 'unreadable' }],
  ])(
    'that lay there %s before the guest was taken is offered only where it names him, and not at all once it is old',
    async (_age, ageMs, offered) => {
      const { desk, folder, notice, file } = await watching()
      writeFileSync(file('scan.pdf'), SCAN)
      writeFileSync(file('named.pdf'), receipt('MUELLER ANNA C01X00T47'))
      const { register } = desk.desk()
      await desk.client.filing.setFolders({ directories: [] })
      await desk.client.filing.take({ noticeId: notice.id })
      await desk.client.filing.setFolders({ directories: [folder] })
      // The same files for a desk whose files are stamped by a clock so far behind.
      const changes = changeSignal()
      const watch = createReceiptWatch(register, changes.signal, { ...systemFolders, nowMs: () => Date.now() + ageMs })
      onTestFinished(() => watch.stop())
      watch.follow(notice.id)
      while (watch.found(notice.id).folders[0]?.state !== 'readable') await changes.next()
      writeFileSync(file('new-scan.pdf'), Buffer.concat([SCAN, SCAN]))
      while (watch.found(notice.id).offer === null) await changes.next()
      expect(watch.found(notice.id).offer).toMatchObject(offered)
    },
  )

  it('and has gone or changed by the time somebody says yes is not accepted', async () => {
    const { desk, notice, file } = await watching()
    await desk.client.filing.take({ noticeId: notice.id })
    writeFileSync(file('a.pdf'), receipt('MUELLER ANNA C01X00T47'))
    const { offer } = await foundWhen(desk.client, notice.id, hasOffer)
    rmSync(file('a.pdf'))
    await expect(desk.client.filing.acceptFound({ noticeId: notice.id, sha256: offer?.sha256 ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'file' },
    })
    expect((await desk.client.filing.found({ noticeId: notice.id })).offer).toBeNull()
    expect((await desk.client.guest.get({ noticeId: notice.id })).notice.state).toBe('leased')
  })

  it('is not read as a link, when it is too large, or when it is no PDF inside; which is said', async () => {
    const { desk, notice, file, folder } = await watching()
    await desk.client.filing.take({ noticeId: notice.id })
    const elsewhere = join(tempDirectory(), 'secret.pdf')
    writeFileSync(elsewhere, receipt('MUELLER ANNA C01X00T47'))
    const why = async (name: string) =>
      (await foundWhen(desk.client, notice.id, ({ passedOver }) => passedOver?.fileName === name)).passedOver?.why
    symlinkSync(elsewhere, file('link.pdf'))
    expect(await why('link.pdf')).toBe('link')
    writeFileSync(file('huge.pdf'), '%PDF-1.7')
    truncateSync(file('huge.pdf'), MAX_FILE_BYTES + 1)
    expect(await why('huge.pdf')).toBe('too_large')
    writeFileSync(file('session.pdf'), '<html>Session expired</html>')
    expect(await why('session.pdf')).toBe('not_pdf')
    expect((await desk.client.filing.found({ noticeId: notice.id })).offer).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(['huge.pdf', 'link.pdf', 'session.pdf'])
  })

  it('is found among ten thousand old ones', async () => {
    const { desk, notice, file } = await watching()
    for (let index = 0; index < 10_000; index += 1) writeFileSync(file(`${index}.pdf`), SCAN)
    await desk.client.filing.take({ noticeId: notice.id })
    await foundWhen(desk.client, notice.id, ({ folders }) => folders[0]?.state === 'readable')
    writeFileSync(file('new.pdf'), receipt('MUELLER ANNA C01X00T47'))
    expect((await foundWhen(desk.client, notice.id, hasOffer)).offer).toMatchObject({ fileName: 'new.pdf', match: 'document' })
  })
})

describe('the folder', () => {
  it('that is missing is said, filing goes on, and it is watched once it is there', async () => {
    const desk = await startedDesk()
    const folder = join(tempDirectory(), 'Downloads')
    const set = await desk.client.filing.setFolders({ directories: [folder] })
    expect(set.folders).toEqual([{ directory: folder, state: 'missing' }])
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    await foundWhen(desk.client, notice.id, ({ folders }) => folders[0]?.state === 'missing')
    mkdirSync(folder)
    await foundWhen(desk.client, notice.id, ({ folders }) => folders[0]?.state === 'readable')
    writeFileSync(join(folder, 'a.pdf'), receipt('MUELLER ANNA C01X00T47'))
    await foundWhen(desk.client, notice.id, hasOffer)
    expect((await desk.client.filing.recordProof({ noticeId: notice.id, reference: 'A-1' })).state).toBe('accepted')
  })

  it('is watched only while somebody files, and no longer when it is taken out of the settings', async () => {
    const { desk, notice, file } = await watching()
    await desk.client.filing.take({ noticeId: notice.id })
    await desk.client.filing.setFolders({ directories: [] })
    expect((await desk.client.filing.found({ noticeId: notice.id })).folders).toEqual([])
    const other = tempDirectory()
    await desk.client.filing.setFolders({ directories: [other] })
    writeFileSync(file('a.pdf'), receipt('MUELLER ANNA C01X00T47'))
    writeFileSync(join(other, 'b.pdf'), receipt('MUELLER ANNA'))
    expect((await foundWhen(desk.client, notice.id, hasOffer)).offer).toMatchObject({ fileName: 'b.pdf', directory: other })
  })

  it('is a whole path, named once, and not that of the register', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const refused = (directories: string[], path: string, code: string) =>
      expect(client.filing.setFolders({ directories })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        data: { issues: [{ path, code }] },
      })
    const folder = tempDirectory()
    await refused(['Downloads'], 'directories.0', 'folder_not_absolute')
    await refused([folder, desk.directory], 'directories.1', 'folder_of_register')
    await refused([join(desk.directory, 'backups')], 'directories.0', 'folder_of_register')
    await refused([folder, `${folder}/`], 'directories', 'already_used')
    expect((await client.filing.settings()).folders).toEqual([])
    writeFileSync(join(folder, 'file'), '')
    const set = await client.filing.setFolders({ directories: [join(folder, 'file')] })
    expect(set.folders[0]?.state).toBe('not_a_folder')
  })

  it('leaves no name of a file in the log', async () => {
    const lines: string[] = []
    const logger = Object.fromEntries(
      ['debug', 'info', 'warn', 'error'].map((level) => [level, (...said: unknown[]) => lines.push(JSON.stringify(said))]),
    ) as never
    const desk = await startedDesk({}, { logger })
    const folder = tempDirectory()
    await desk.client.filing.setFolders({ directories: [folder, join(folder, 'missing')] })
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    writeFileSync(join(folder, 'Mueller Anna C01X00T47.pdf'), receipt('MUELLER ANNA C01X00T47'))
    const { offer } = await foundWhen(desk.client, notice.id, hasOffer)
    await desk.client.filing.acceptFound({ noticeId: notice.id, sha256: offer?.sha256 ?? '' })
    expect(existsSync(join(folder, 'Mueller Anna C01X00T47.pdf'))).toBe(true)
    expect(lines.filter((line) => /mueller|C01X00T47|\.pdf/i.test(line))).toEqual([])
  })
})

describe('what a file says about a guest', () => {
  const KIM = { ...EMPTY_GUEST, surname: 'Kim', givenNames: 'Soo-ah', documentNumber: 'M 7021-4455' }
  const FILLER = 'Уведомление о прибытии иностранца принято.'

  it.each([
    ['the number, written apart', `${FILLER} M7021 4455`, 'document'],
    ['the number, run together', `${FILLER} m70214455`, 'document'],
    ['all of the name as words', `${FILLER} KIM, SOO AH`, 'name'],
    ['half of the name', `${FILLER} KIM`, 'other'],
    ['the name inside other words', `${FILLER} KIMONO SOON AHEAD`, 'other'],
    ['somebody else', `${FILLER} LEE MIN HO M11112222`, 'other'],
    ['next to nothing', 'стр. 1', 'unreadable'],
  ])('%s', (_what, text, match) => {
    expect(matchOf(text, KIM)).toBe(match)
  })

  it('reads a name in its own script and in the letters it was sent in', () => {
    const guest = { ...EMPTY_GUEST, surname: 'Токтосунов', givenNames: 'Айбек', documentNumber: 'ID0417002' }
    expect(
      ['Токтосунов Айбек', 'TOKTOSUNOV AIBEK', 'Токтосунов А.'].map((name) => matchOf(`${FILLER} ${name}`, guest)),
    ).toEqual(['name', 'name', 'other'])
  })

  it('does not take a short number for his: it stands in many a text by chance', () => {
    expect(matchOf(`${FILLER} № 2026-1234`, { ...ANNA, documentNumber: '1234' })).toBe('other')
  })
})

describe('the text of a PDF', () => {
  it('is read in a thread of its own; what cannot be read is no text, and nothing ends', async () => {
    expect(await textOfPdf(receipt('MUELLER ANNA'))).toContain('MUELLER ANNA')
    for (const bytes of [SCAN, Buffer.from('%PDF-'), Buffer.alloc(0), Buffer.from('%PDF-1.7\n'.repeat(50_000))])
      expect(await textOfPdf(bytes)).toBeNull()
  })
})
