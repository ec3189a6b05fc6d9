import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filingSettingsSchema } from '#shared/contract/filing-schemas.ts'
import { run } from './command-line.ts'

const PROPERTY = { name: 'Отель Алатау', bin: '000140000002', address: 'г. Алматы, ул. Абая, 1', department: 'Алматы' }
const NOW = '2026-11-23T05:43:00Z'

let base: string
let data: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-filing-'))
  data = join(base, 'data')
  const property = join(base, 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  expect((await run(['init', '--property', property, '--data', data, '--now', NOW])).exit).toBe(0)
})
afterEach(() => rm(base, { recursive: true, force: true }))

async function settings(...typed: string[]) {
  const { exit, documents } = await run(['filing', ...typed, '--data', data, '--json'])
  expect([exit, documents.length]).toEqual([0, 1])
  return filingSettingsSchema.parse(documents[0])
}

it('sets the portals and the folders of a desk without a screen, and shows them', async () => {
  const downloads = join(base, 'Downloads')
  await mkdir(downloads)
  await settings('portals', '--use', 'vmp=https://vmp.example/cabinet?x=1', '--use', 'eqonaq')
  await settings('folders', '--watch', downloads, '--watch', join(base, 'missing'))
  const shown = await settings('show')
  expect(shown.portals.map(({ id, ownUrl, isUsed }) => [id, ownUrl, isUsed])).toEqual([
    ['vmp', 'https://vmp.example/cabinet?x=1', true],
    ['eqonaq', null, true],
  ])
  expect(shown.folders).toEqual([
    { directory: downloads, state: 'readable' },
    { directory: join(base, 'missing'), state: 'missing' },
  ])
  expect((await settings('folders', '--none')).folders).toEqual([])
})

it.each([
  [['portals'], 2],
  [['folders'], 2],
  [['folders', '--none', '--watch', '/x'], 2],
  [['portals', '--use', 'fms'], 1],
  [['portals', '--use', 'vmp=http://vmp.gov.kz'], 1],
  [['folders', '--watch', 'Downloads'], 1],
])('%j is refused with %i and changes nothing', async (typed, exit) => {
  expect((await run(['filing', ...typed, '--data', data, '--json'])).exit).toBe(exit)
  const { portals, folders } = await settings('show')
  expect([portals.map(({ id }) => id), folders]).toEqual([['eqonaq', 'vmp'], []])
})
