import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import type { PrinterPort } from '#electron/delivery/ways/printer.ts'
import { originalOf } from '#electron/reports/close/original.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { checkedIn, startedDesk } from '../desk/desk-under-test.ts'
import { recipient } from './delivery-under-test.ts'
import { settingsFor, startedMailServer } from './mail-server.ts'

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A desk whose reports go into a folder and to accounts. */
async function reportingDesk() {
  const desk = await startedDesk()
  const out = join(tempDirectory(), 'reports')
  mkdirSync(out)
  const mail = await startedMailServer()
  await desk.client.delivery.setEmail({ email: settingsFor(mail.port) })
  const archive = recipient({
    name: 'Архив',
    way: 'folder',
    address: out,
    warnings: false,
    dayReport: true,
    weekly: true,
    monthly: true,
    formats: ['pdf', 'csv'],
  })
  const accounts = recipient({
    id: desk.ports.newId(),
    name: 'Бухгалтер',
    way: 'email',
    address: 'accounts@example.com',
    warnings: false,
    dayReport: true,
  })
  await desk.client.report.close({ date: desk.desk().register.today() })
  await desk.client.delivery.setRecipients({ recipients: [archive, accounts] })
  await desk.client.delivery.run()
  return { ...desk, out, mail }
}

it('the report of a day goes right after its close, as the original, once; days closed before stay where they are', async () => {
  const desk = await reportingDesk()
  expect([readdirSync(desk.out), desk.mail.letters]).toEqual([[], []])
  desk.ports.clock.setWallTime('2026-11-24T06:00:00.000Z')
  await checkedIn(desk)
  await desk.client.report.close({ date: calendarDate('2026-11-24') })
  await desk.client.delivery.run()
  await desk.client.delivery.run()
  expect(readdirSync(desk.out).toSorted()).toEqual(['qabyl-2026-11-24-no-2026-328.csv', 'qabyl-2026-11-24-no-2026-328.pdf'])
  const original = await originalOf(desk.desk().register, calendarDate('2026-11-24'))
  expect(sha256(readFileSync(join(desk.out, 'qabyl-2026-11-24-no-2026-328.pdf')))).toBe(original?.sha256)
  const [letter] = desk.mail.letters
  expect(desk.mail.letters).toHaveLength(1)
  const attached = /\r?\n\r?\n(JVBERi[\w+/=\s]*?)\r?\n--/.exec(letter?.raw ?? '')?.[1] ?? ''
  expect(sha256(Buffer.from(attached, 'base64'))).toBe(original?.sha256)
})

it('of nights with the PC off each has a report of its own', async () => {
  const desk = await reportingDesk()
  desk.ports.clock.setWallTime('2026-11-27T06:00:00.000Z')
  desk.desk().start()
  await desk.client.delivery.run()
  const pdfs = readdirSync(desk.out).filter((name) => name.endsWith('.pdf'))
  expect(pdfs.toSorted()).toEqual(
    ['2026-11-24', '2026-11-25', '2026-11-26'].map((date, index) => `qabyl-${date}-no-2026-${328 + index}.pdf`),
  )
})

it('summaries go on Monday and on the first at their hour, and once when the PC was off then', async () => {
  const desk = await reportingDesk()
  const names = () => readdirSync(desk.out).filter((name) => /\d-2026-\d\d-\d\d\.pdf$/.test(name))
  desk.ports.clock.setWallTime('2026-11-30T03:30:00.000Z')
  await desk.client.delivery.run()
  expect(names()).toEqual([])
  desk.ports.clock.setWallTime('2026-11-30T04:00:00.000Z')
  await desk.client.delivery.run()
  expect(names()).toEqual(['qabyl-2026-11-23-2026-11-29.pdf'])
  desk.ports.clock.setWallTime('2026-12-03T12:00:00.000Z')
  await desk.client.delivery.run()
  await desk.client.delivery.run()
  expect(names().toSorted()).toEqual(['qabyl-2026-11-01-2026-11-30.pdf', 'qabyl-2026-11-23-2026-11-29.pdf'])
})

it('a printer gets the original, and whoever prints afterwards gets a copy; its test is a page of words', async () => {
  const printed: { readonly bytes: Uint8Array; readonly printer: string | null }[] = []
  const printer: PrinterPort = {
    async printPdf(bytes, printerName) {
      printed.push({ bytes, printer: printerName })
      return { kind: 'done', place: 'Front-1' }
    },
    names: async () => ['Front'],
  }
  const desk = await startedDesk({}, { printer })
  const front = recipient({ name: 'Стойка', way: 'printer', address: 'Front', warnings: false, dayReport: true })
  expect((await desk.client.delivery.setRecipients({ recipients: [front] })).printers).toEqual(['Front'])
  expect(await desk.client.delivery.test({ recipientId: front.id })).toMatchObject({ state: 'done', place: 'Front-1' })
  const page = await extractText(await getDocumentProxy(new Uint8Array(printed[0]?.bytes ?? [])), { mergePages: true })
  expect(page.text).toContain('Это проверка')
  const date = desk.desk().register.today()
  await desk.client.report.close({ date })
  await desk.client.delivery.run()
  const original = await originalOf(desk.desk().register, date)
  expect(printed.slice(1).map(({ bytes, printer: name }) => [sha256(bytes), name])).toEqual([[original?.sha256, 'Front']])
  const asked = { request: { what: 'day', date }, format: 'pdf', language: 'ru' } as const
  expect((await desk.client.report.file(asked)).isCopy).toBe(true)
})
