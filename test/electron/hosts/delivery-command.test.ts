import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDeskProcess } from '#electron/desk/desk-process.ts'
import { deliverySchema, deliverySettingsSchema } from '#shared/contract/delivery-schemas.ts'
import { recipient } from '../delivery/delivery-under-test.ts'
import { run } from './command-line.ts'

const PROPERTY = { name: 'Отель Алатау', bin: '000140000002', address: 'г. Алматы, ул. Абая, 1', department: 'Алматы' }
const NOW = '2026-11-23T05:43:00Z'

let base: string
let data: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-delivery-'))
  data = join(base, 'data')
  const property = join(base, 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  expect((await run(['init', '--property', property, '--data', data, '--now', NOW])).exit).toBe(0)
})
afterEach(() => rm(base, { recursive: true, force: true }))

/** As somebody set it up on the screen before. */
async function setUp(address: string): Promise<void> {
  const desk = createDeskProcess({ directory: data, appVersion: '0', logger: pino({ level: 'silent' }) })
  await desk.start({ isSending: false })
  const client = createRouterClient(desk.router, { context: () => desk.contextFor('test') })
  await client.delivery.setRecipients({
    recipients: [recipient({ name: 'Архив', way: 'folder', address, warnings: false, dayReport: true })],
  })
  await desk.stop()
}

async function delivery(...typed: string[]) {
  const { exit, documents } = await run(['delivery', ...typed, '--data', data, '--json'])
  return { exit, document: documents[0] }
}

it('shows who gets what, tests it, and delivers what waits without a screen', async () => {
  const out = join(base, 'out')
  await setUp(out)
  const shown = await delivery('show')
  expect(deliverySettingsSchema.parse(shown.document).recipients.map(({ name }) => name)).toEqual(['Архив'])
  const failing = await delivery('test', '--to', 'Архив')
  const tested = deliverySchema.parse(failing.document)
  expect([failing.exit, tested.state, tested.cause]).toEqual([1, 'waiting', 'folder_missing'])
  await mkdir(out)
  expect((await delivery('run')).exit).toBe(0)
  expect(await readdir(out)).toEqual(['qabyl-test.txt'])
  const listed = await run(['delivery', 'list', '--data', data])
  expect([listed.exit, listed.out]).toEqual([0, expect.stringMatching(/done +folder +Архив +test/)])
  expect((await delivery('try-again', tested.id)).exit).toBe(0)
})

it('is set up from a file: what it leaves out stays, what is wrong in it changes nothing', async () => {
  const file = join(base, 'delivery.json')
  const telegram = { apiUrl: 'https://api.telegram.org', token: '1:secret-of-the-bot' }
  await writeFile(file, JSON.stringify({ telegram, recipients: [recipient()] }))
  const first = await run(['delivery', 'set', '--file', file, '--data', data, '--json'])
  expect(first.exit).toBe(0)
  expect(first.out).not.toContain('secret-of-the-bot')
  await writeFile(file, JSON.stringify({ schedule: { ladder: [], summaryAt: '08:00' } }))
  const second = deliverySettingsSchema.parse((await delivery('set', '--file', file)).document)
  expect(second).toMatchObject({ telegram: { hasToken: true }, recipients: [recipient()], ladder: [], summaryAt: '08:00' })
  await writeFile(file, JSON.stringify({ telegram: null, recipients: [{ ...recipient(), way: 'pigeon' }] }))
  const refused = await delivery('set', '--file', file)
  expect([refused.exit, JSON.stringify(refused.document)]).toEqual([1, expect.stringContaining('recipients.0.way')])
  expect(deliverySettingsSchema.parse((await delivery('show')).document)).toEqual(second)
})

it.each([
  [['test'], 2],
  [['set'], 2],
  [['set', '--file', '/no/such/file'], 1],
  [['test', '--to', 'Nobody'], 1],
  [['try-again', '0199a1d0-0000-7000-8000-00000000bbbb'], 1],
  [['list', '--limit', '0'], 2],
])('%j is refused with %i', async (typed, exit) => {
  expect((await delivery(...typed)).exit).toBe(exit)
})
