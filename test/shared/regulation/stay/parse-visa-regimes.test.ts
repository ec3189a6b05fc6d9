import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseVisaRegimes } from '#shared/regulation/stay/parse-visa-regimes.ts'

type Json = Record<string, unknown>

function file() {
  const url = new URL('../../../../shared/regulation/stay/data/visa-regimes.json', import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as Json & {
    regimes: Record<string, Json>
    seedLayer: Json
    sources: Record<string, Json>
  }
}

/** Changes one value of Germany's regime. */
function germany(change: Json) {
  const table = file()
  return { ...table, regimes: { ...table.regimes, DE: { ...table.regimes['DE'], ...change } } }
}

test('every state of the file is read as it stands there, its sources by their titles', () => {
  const table = file()
  const read = parseVisaRegimes(table)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const written = Object.values(table.regimes).map((regime) => ({
    ...regime,
    sources: (regime['sources'] as string[]).map((source) => table.sources[source]?.['title']),
  }))
  expect([...read.value.regimes.values()]).toEqual(written)
  expect(read.value.seedLayer.states.size).toBe((table.seedLayer['states'] as string[]).length)
})

test.each<[string, unknown, path: string, code: string]>([
  ['a list', [], '', 'not_an_object'],
  ['another format', { ...file(), format: 'x' }, 'format', 'unknown_value'],
  ['a later format', { ...file(), formatVersion: 2 }, 'formatVersion', 'out_of_range'],
  ['a month that does not exist', { ...file(), asOf: '2025-13' }, 'asOf', 'not_a_month'],
  ['a misspelt key', { ...file(), seedlayer: {} }, 'seedlayer', 'unknown_key'],
  ['a state nobody knows', { ...file(), regimes: { QQ: file().regimes['DE'] } }, 'regimes.QQ', 'unknown_state'],
  ['a regime nobody knows', germany({ regime: 'free' }), 'regimes.DE.regime', 'unknown_value'],
  ['no days at all', germany({ perEntryDays: 0 }), 'regimes.DE.perEntryDays', 'out_of_range'],
  ['days as text', germany({ perEntryDays: '30' }), 'regimes.DE.perEntryDays', 'not_a_whole_number'],
  [
    'a window that limits nothing',
    germany({ window: { maxDays: 180, periodDays: 180 } }),
    'regimes.DE.window',
    'contradiction',
  ],
  ['visa-free without a limit', germany({ perEntryDays: null, window: null }), 'regimes.DE', 'contradiction'],
  ['a visa and visa-free days', germany({ regime: 'visa_required' }), 'regimes.DE', 'contradiction'],
  ['a source nobody named', germany({ sources: ['XY'] }), 'regimes.DE.sources.0', 'unknown_source'],
  ['a confidence of no kind', germany({ confidence: 'total' }), 'regimes.DE.confidence', 'unknown_value'],
  [
    'an older list with a state nobody knows',
    { ...file(), seedLayer: { ...file().seedLayer, states: ['DE', 'ZZ'] } },
    'seedLayer.states.1',
    'unknown_state',
  ],
])('refuses %s', (_what, table, path, code) => {
  const read = parseVisaRegimes(table)
  expect(read.ok ? [] : read.error.map((issue) => ({ path: issue.path, code: issue.code }))).toContainEqual({ path, code })
})

test('never throws, whatever it is given', () => {
  const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  console.info(`visa-regimes seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)
  const table = { ...file(), regimes: { DE: file().regimes['DE'] } }
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(table), '__proto__'), fc.jsonValue(), (part, anything) => {
      const read = parseVisaRegimes({ ...table, [part]: anything })
      expect(read.ok || read.error.length > 0).toBe(true)
    }),
    { seed, numRuns: 1000 },
  )
  fc.assert(
    fc.property(fc.jsonValue(), (anything) => {
      expect(parseVisaRegimes(anything).ok).toBe(false)
    }),
    { seed, numRuns: 500 },
  )
})
