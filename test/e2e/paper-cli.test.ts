import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { handedInSchema, paperListSchema } from '#shared/contract/paper-schemas.ts'
import { runCli, runCliJson } from '../support/run-cli.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { arrangePaper, TUESDAY } from './screens/paper-scene.ts'

/** The counter by the built command line beside a desk that runs: list, stamp and photo go over its HTTP. */

let root: string
let data: string
let desk: RunningDesk

beforeAll(async () => {
  root = makeTempDirectory()
  data = join(root, 'desk')
  await arrangePaper(data)
  desk = await startServe(['--data', data, '--now', TUESDAY], { TZ: 'Asia/Almaty' })
}, 120_000)

afterAll(async () => {
  await desk.stop()
  removeDirectory(root)
})

const paper = (...typed: string[]) => runCliJson(['paper', ...typed, '--data', data])

test('a list printed twice is the same file, and its stamp makes everybody accepted, late ones named', {
  timeout: 60_000,
}, async () => {
  onTestFailed(() => void process.stderr.write(desk.log()))
  const before = paperListSchema.parse(await paper('show', '2026-001'))
  const [once, twice] = [join(root, 'once.pdf'), join(root, 'twice.pdf')]
  await paper('print', '2026-001', '--out', once)
  await paper('print', '2026-1', '--out', twice)
  expect(readFileSync(once).equals(readFileSync(twice))).toBe(true)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(once))))
  expect([text.length, text[0]?.includes('Опись уведомлений № 2026-001')]).toEqual([2 + before.notices, true])

  const scan = join(root, 'опись.jpg')
  writeFileSync(scan, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))
  const nobody = await runCli([
    'paper',
    'hand-in',
    '2026-001',
    '--stamped',
    '2026-05-06',
    '--file',
    scan,
    '--data',
    data,
    '--json',
  ])
  expect([nobody.exitCode, nobody.stdout]).toEqual([1, expect.stringContaining('in_future')])
  const { list, late } = handedInSchema.parse(
    await paper('hand-in', '2026-001', '--stamped', '2026-05-05', '--number', 'ВХ-12', '--file', scan),
  )
  expect(list).toMatchObject({ waiting: 0, taken: 3, printed: { times: 3 } })
  // Who arrived on 29 April was due on 4 May.
  expect(late).toEqual([before.entries[0]?.notice.id])
  expect(
    list.entries.map(({ notice, proof }) => [notice.state, notice.hasReceipt, proof?.reference, proof?.stampedOn]),
  ).toEqual(before.entries.map(() => ['accepted', true, 'ВХ-12', '2026-05-05']))
  const again = await runCli([
    'paper',
    'hand-in',
    '2026-001',
    '--stamped',
    '2026-05-05',
    '--number',
    'ВХ-12',
    '--data',
    data,
    '--json',
  ])
  expect([again.exitCode, again.stdout]).toEqual([1, expect.stringContaining('NOT_NOW')])
  expect(statSync(once).mode & 0o077).toBe(0)
})
