import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handedInSchema, paperListSchema, paperListSummarySchema } from '#shared/contract/paper-schemas.ts'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { run } from './command-line.ts'

const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'г. Алматы, ул. Абая, 1',
  department: 'Алматы',
  channel: 'paper',
}
const NOW = '2026-11-23T05:43:00Z'
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])

let base: string
let data: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-paper-'))
  data = join(base, 'data')
  await writeFile(join(base, 'property.json'), JSON.stringify(PROPERTY))
  expect((await command('init', '--property', join(base, 'property.json'))).exit).toBe(0)
  for (const number of ['N1000001', 'N1000002', 'N1000003']) await checkIn(number)
})
afterEach(() => rm(base, { recursive: true, force: true }))

const command = (...typed: string[]) => run([...typed, '--data', data, '--now', NOW, '--json'])

async function checkIn(documentNumber: string): Promise<void> {
  const guest = {
    surname: 'PROBE',
    givenNames: `GUEST ${documentNumber}`,
    sex: 'F',
    birthDate: '1990-05-17',
    citizenship: 'DEU',
    documentType: 'passport',
    documentNumber,
    issuingState: 'DEU',
    issueDate: '2022-01-10',
    expiryDate: '2032-01-09',
    purpose: 'tourism',
  }
  const stay = { arrivalAt: '2026-11-22T21:10', departureDate: '2026-11-27', room: '208' }
  const input = JSON.stringify({ stay, guests: [guest] })
  expect((await run(['check-in', '--data', data, '--now', NOW, '--json'], { input })).exit).toBe(0)
}

async function one<T>(schema: { parse(value: unknown): T }, ...typed: string[]): Promise<T> {
  const { exit, documents, err } = await command(...typed)
  expect([exit, documents.length, exit === 0 ? '' : err]).toEqual([0, 1, ''])
  return schema.parse(documents[0])
}

const ids = async () => (await one(noticeSchema.array(), 'queue')).map(({ id }) => id)

it('takes three guests to the counter and brings two back accepted', { timeout: 60_000 }, async () => {
  const [a = '', b = '', c = ''] = await ids()
  const list = await one(paperListSchema, 'paper', 'make', '--notice', a, '--notice', b, '--notice', c)
  expect(list).toMatchObject({ number: '2026-001', waiting: 3, printed: null })

  const out = join(base, 'list.pdf')
  await one({ parse: (value) => value }, 'paper', 'print', '2026-001', '--out', out)
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await stat(out)).mode & 0o077).toBe(0)
  const again = await command('paper', 'print', '2026-001', '--out', out)
  expect([again.exit, again.documents]).toMatchObject([1, [{ error: { code: 'FILE_NOT_WRITTEN' } }]])

  const scan = join(base, 'Опись.jpg')
  await writeFile(scan, JPEG)
  const handedIn = await one(
    handedInSchema,
    ...['paper', 'hand-in', '2026-1', '--stamped', '2026-11-23', '--number', 'ВХ-44', '--file', scan],
    ...['--refused', `${b}=фамилия с ошибкой`],
  )
  expect(handedIn.late).toEqual([])
  expect(handedIn.list).toMatchObject({ waiting: 0, taken: 2, notTaken: 1, printed: { times: 1 } })
  expect(handedIn.list.entries.map(({ outcome, reason, notice }) => [outcome, reason, notice.state])).toEqual([
    ['taken', null, 'accepted'],
    ['refused', 'фамилия с ошибкой', 'rejected'],
    ['taken', null, 'accepted'],
  ])
  expect(await one(paperListSummarySchema.array(), 'paper', 'lists')).toEqual([])
  expect(await one(paperListSummarySchema.array(), 'paper', 'lists', '--all')).toMatchObject([{ number: '2026-001', taken: 2 }])
  expect(await one({ parse: (value) => value }, 'verify')).toMatchObject({ isClean: true })
})

it('takes one off again', async () => {
  const [a = '', b = ''] = await ids()
  await one(paperListSchema, 'paper', 'make', '--notice', a, '--notice', b, '--language', 'kk')
  const after = await one(paperListSchema, 'paper', 'take-off', '2026-001', '--notice', a, '--reason', 'уже подано')
  expect(after).toMatchObject({ language: 'kk', waiting: 1, droppedOff: 1 })
  expect((await one(paperListSchema, 'paper', 'show', '2026-001')).entries.map(({ outcome }) => outcome)).toEqual([
    'taken_off',
    null,
  ])
})

it.each([
  [['make'], 2],
  [['show'], 2],
  [['show', '2026-009'], 1],
  [['print', '2026-001', '--out', '/nowhere/at/all.pdf'], 1],
  [['hand-in', '2026-001', '--stamped', '2026-02-30'], 2],
  [['hand-in', '2026-001', '--stamped', '2026-11-23', '--refused', 'без причины'], 2],
  [['hand-in', '2026-001', '--stamped', '2026-11-23'], 1],
])('%j is refused with %i', async (typed, exit) => {
  const [a = ''] = await ids()
  await one(paperListSchema, 'paper', 'make', '--notice', a)
  expect((await command('paper', ...typed)).exit).toBe(exit)
  expect(await one(paperListSchema, 'paper', 'show', '2026-001')).toMatchObject({ waiting: 1, printed: null })
})
