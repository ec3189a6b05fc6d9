import { unzipSync, zipSync } from 'fflate'
import { type EvidencePack, evidenceSchema } from '#shared/contract/evidence-schemas.ts'
import type { DayClose } from '#shared/contract/report-schemas.ts'
import { checkedIn, type startedDesk } from '../../desk/desk-under-test.ts'

export const DAY_MS = 24 * 3_600_000

export type SceneDesk = Awaited<ReturnType<typeof startedDesk>>

/** Somebody else's, who must not be readable in a pack about Anna. */
/** No hash and no signature has it in it by chance. */
export const BORIS_ROOM = '310-EAST'
export const BORIS = {
  surname: 'ZHDANOV',
  givenNames: 'BORIS',
  printedName: 'Жданов Борис',
  sex: 'M',
  citizenship: 'RUS',
  issuingState: 'RUS',
  documentNumber: '750000001',
  birthDate: '1985-03-02',
} as const

export function receiptFile(text: string): Blob {
  return new Blob([`%PDF-1.4\n% ${text}\n%%EOF\n`], { type: 'application/pdf' })
}

/** Filed at the portal by hand, the receipt brought back. */
export async function filedByHand(desk: SceneDesk, noticeId: string, reference: string): Promise<void> {
  await desk.client.filing.take({ noticeId })
  await desk.client.filing.recordProof({
    noticeId,
    reference,
    file: receiptFile(reference),
    fileName: `Müller ${reference}.pdf`,
  })
}

/** Closes the open day by hand, an hour before midnight, and goes on to the next morning. */
export async function nightFalls(desk: SceneDesk): Promise<DayClose> {
  const { openDate } = await desk.client.report.days()
  const closed = await desk.client.report.close({ date: openDate })
  desk.ports.clock.advance(DAY_MS)
  return closed
}

/** Anna comes on Monday and is filed on Tuesday; Boris comes and goes through the same days; three days are closed. */
export async function threeDays(desk: SceneDesk) {
  const anna = await checkedIn(desk)
  const boris = await checkedIn(desk, BORIS, { room: BORIS_ROOM })
  const monday = await nightFalls(desk)
  await filedByHand(desk, boris.id, 'EQ-4001')
  await filedByHand(desk, anna.id, 'EQ-4002')
  const tuesday = await nightFalls(desk)
  const wednesday = await nightFalls(desk)
  return { anna, boris, closes: [monday, tuesday, wednesday] as const }
}

export async function packOf(desk: SceneDesk, noticeId: string): Promise<Uint8Array> {
  return bytesOf(await desk.client.evidence.make({ request: { what: 'guest', noticeId } }))
}

export async function bytesOf({ content }: EvidencePack): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer())
}

export function fileIn(zip: Uint8Array, name: string): Buffer {
  const bytes = unzipSync(zip)[name]
  if (bytes === undefined) throw new Error(`There is no ${name} in the pack`)
  return Buffer.from(bytes)
}

export function accountIn(zip: Uint8Array) {
  return evidenceSchema.parse(JSON.parse(fileIn(zip, 'evidence.json').toString('utf8')))
}

/** The pack with some files changed by somebody who has a zip program and no key. */
export function repacked(zip: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(zip)
  change(files)
  return zipSync(files)
}
