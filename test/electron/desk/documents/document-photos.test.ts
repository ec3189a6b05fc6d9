import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadingEvent } from '#shared/contract/document-contract.ts'
import { td3 } from '../../../shared/documents/mrz-maker.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import { drawnPage } from './drawn-page.ts'

/** The bytes of a picture, found again wherever they would lie. */
const MARK = 'qabyl-picture-of-a-document-qabyl'
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(MARK.repeat(40))])
const photo = () => new Blob([new Uint8Array(JPEG)], { type: 'image/jpeg' })
const LINES = td3({ name: 'MUELLER<<ANNA', issuer: 'D', nationality: 'D', number: 'C01X00T47', birth: '900517', sex: 'F' })

function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('lock.db'))
}

async function all(events: AsyncIterable<ReadingEvent>): Promise<ReadingEvent[]> {
  const list: ReadingEvent[] = []
  for await (const event of events) list.push(event)
  return list
}

describe('reading a picture', () => {
  it('answers with the lines as they look, their place, and nothing on disk changes by it', async () => {
    const desk = await startedDesk()
    const { width, height, pixels } = drawnPage(LINES, { pitch: 12, blur: 0 })
    const before = desk.desk().register.store.audit.head().sequence
    const events = await all(await desk.client.document.read({ pixels: new Blob([new Uint8Array(pixels)]), width, height }))
    expect(events.at(-1)).toMatchObject({ kind: 'read', lines: [...LINES], doubts: [] })
    expect(events.some(({ kind }) => kind === 'progress')).toBe(true)
    expect(desk.desk().register.store.audit.head().sequence).toBe(before)
    for (const file of filesUnder(desk.directory)) {
      const content = readFileSync(file)
      expect(content.includes(Buffer.from(pixels.subarray(width * 10, width * 10 + 400)))).toBe(false)
      expect(content.includes(Buffer.from(LINES[1]))).toBe(false)
    }
  })

  it('refuses bytes that are not the picture, and more pixels than are read', async () => {
    const { client } = await startedDesk()
    const read = (width: number, height: number, size: number) =>
      client.document.read({ pixels: new Blob([new Uint8Array(size)]), width, height })
    await expect(read(200, 200, 39_999)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ code: 'picture_broken' }] },
    })
    await expect(read(4000, 4000, 16_000_000)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ code: 'picture_too_large' }] },
    })
    await expect(read(50, 4000, 200_000)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect((await all(await read(200, 200, 40_000))).at(-1)).toEqual({ kind: 'nothing' })
  })
})

describe('keeping pictures of documents', () => {
  it('is off until somebody decides, and then nothing of a picture touches the disk', async () => {
    const desk = await startedDesk()
    const { id: noticeId } = await checkedIn(desk)
    expect(await desk.client.document.keeping()).toEqual({ isOn: false, photos: 0 })
    expect(await desk.client.document.keepPhoto({ noticeId, photo: photo() })).toEqual({ isKept: false })
    expect(await desk.client.document.photos({ noticeId })).toEqual([])
    await desk.process.stop()
    const files = filesUnder(desk.directory)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) expect(readFileSync(file).includes(MARK)).toBe(false)
  })

  it('keeps it sealed; each look is written down; switching off deletes all', async () => {
    const desk = await startedDesk()
    const { id: noticeId } = await checkedIn(desk)
    await desk.client.document.setKeeping({ isOn: true })
    expect(await desk.client.document.keepPhoto({ noticeId, photo: photo() })).toEqual({ isKept: true })
    const [kept] = await desk.client.document.photos({ noticeId })
    expect(kept).toMatchObject({ mediaType: 'image/jpeg', sizeBytes: JPEG.length, storedBy: 'Управляющий' })
    const photoId = kept?.id ?? ''
    const { content } = await desk.client.document.photo({ photoId })
    expect(Buffer.from(await content.arrayBuffer()).equals(JPEG)).toBe(true)
    const { timeline } = await desk.client.guest.get({ noticeId })
    expect(timeline.slice(-2).map(({ kind }) => kind)).toEqual(['document_photo_kept', 'document_photo_seen'])

    const { database } = desk.desk().register.store
    const sealed = database.prepare('SELECT sealed_content FROM document_photo').pluck().get() as Buffer
    expect(sealed.includes(MARK)).toBe(false)
    expect(() => database.exec("UPDATE document_photo SET stored_by = 'x'")).toThrow('never changes')

    expect(await desk.client.document.setKeeping({ isOn: false })).toEqual({ isOn: false, photos: 0 })
    await expect(desk.client.document.photo({ photoId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(database.prepare('SELECT count(*) FROM document_photo').pluck().get()).toBe(0)
  })

  it('goes with the key of the stay', async () => {
    const desk = await startedDesk()
    const { id: noticeId } = await checkedIn(desk)
    await desk.client.document.setKeeping({ isOn: true })
    await desk.client.document.keepPhoto({ noticeId, photo: photo() })
    const photoId = (await desk.client.document.photos({ noticeId }))[0]?.id ?? ''
    const { rows, store, write } = desk.desk().register
    const stayId = rows.notifications.find(noticeId)?.stayId ?? ''
    expect(write(() => store.stayKeys.erase(stayId))).toBe(true)
    expect(await desk.client.document.photos({ noticeId })).toEqual([])
    await expect(desk.client.document.photo({ photoId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes a JPEG or WebP picture of at most 4 MB and nothing else, for a notice there is', async () => {
    const desk = await startedDesk()
    const { id: noticeId } = await checkedIn(desk)
    await desk.client.document.setKeeping({ isOn: true })
    const keep = (id: string, content: Blob) => desk.client.document.keepPhoto({ noticeId: id, photo: content })
    const bad = [
      new Blob(['%PDF-1.7'], { type: 'application/pdf' }),
      new Blob(['no picture'], { type: 'image/jpeg' }),
      new Blob([new Uint8Array(4 * 1024 * 1024 + 1)], { type: 'image/jpeg' }),
      new Blob([], { type: 'image/jpeg' }),
    ]
    for (const content of bad) await expect(keep(noticeId, content)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(keep(desk.ports.newId(), photo())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await desk.client.document.keeping()).toEqual({ isOn: true, photos: 0 })
  })
})
