import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli, runCliJson } from '../support/run-cli.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { arrangeLoss, type LossScene, TUESDAY } from './screens/lost-passport-scene.ts'

/** The registration card by the built command line, fonts and all, without a desk that runs. */

let root: string
let data: string
let scene: LossScene

beforeAll(async () => {
  root = makeTempDirectory()
  data = join(root, 'desk')
  scene = await arrangeLoss(data)
}, 120_000)

afterAll(() => removeDirectory(root))

test('writes one page a guest, in the languages asked for, readable by nobody else, and keeps a file that is there', {
  timeout: 60_000,
}, async () => {
  const out = join(root, 'cards.pdf')
  const asked = ['card', '--notice', scene.open, '--notice', scene.calm, '--language', 'ru', '--out', out]
  const answer = await runCliJson([...asked, '--data', data, '--now', TUESDAY])
  expect(answer).toEqual({ file: out, bytes: statSync(out).size, cards: 2 })
  expect(statSync(out).mode & 0o077).toBe(0)
  const bytes = readFileSync(out)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  expect(text).toHaveLength(2)
  expect(text[0]).toContain('Delorme')
  expect(text[1]).toContain('Юсупова')
  for (const page of text) for (const words of ['Фамилия', 'Тегі', '94-V']) expect(page).toContain(words)
  const again = await runCli([...asked, '--data', data, '--now', TUESDAY, '--json'])
  expect([again.exitCode, again.stdout]).toEqual([1, expect.stringContaining('FILE_EXISTS')])
  expect(readFileSync(out).equals(bytes)).toBe(true)
})

test('says what it needs', async () => {
  const nobody = await runCli(['card', '--out', join(root, 'nobody.pdf'), '--data', data])
  expect([nobody.exitCode, nobody.stderr]).toEqual([2, expect.stringContaining('--notice ID')])
  const unknown = await runCli([
    'card',
    '--notice',
    '00000000-0000-7000-8000-000000000001',
    '--out',
    join(root, 'unknown.pdf'),
    '--data',
    data,
    '--json',
  ])
  expect([unknown.exitCode, unknown.stdout]).toEqual([1, expect.stringContaining('NOT_FOUND')])
})
