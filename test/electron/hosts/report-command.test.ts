import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayCloseSchema } from '#shared/contract/report-schemas.ts'
import { run } from './command-line.ts'

const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'г. Алматы, ул. Абая, 1',
  department: 'Алматы',
  environment: 'test',
}
const NOW = '2026-11-23T05:43:00Z'
const NEXT_MORNING = '2026-11-24T04:00:00Z'
const STAY = { arrivalAt: '2026-11-23T10:10', departureDate: '2026-11-27', room: '12' }
const GUEST = { surname: 'MÜLLER', givenNames: 'ANNA', citizenship: 'DEU' }

let base: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-report-command-'))
  const property = join(base, 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  await json('init', '--property', property)
  await run(['check-in', '--data', join(base, 'data'), '--now', NOW, '--json'], {
    input: JSON.stringify({ stay: STAY, guests: [GUEST] }),
  })
})
afterEach(() => rm(base, { recursive: true, force: true }))

function typed(words: readonly string[], now: string): string[] {
  return [...words, '--data', join(base, 'data'), '--now', now]
}

async function json(...words: string[]) {
  return jsonAt(NOW, ...words)
}

async function jsonAt(now: string, ...words: string[]) {
  const { exit, documents } = await run([...typed(words, now), '--json'])
  return { exit, document: documents[0] }
}

function out(name: string): string {
  return join(base, name)
}

async function closed(): Promise<z.infer<typeof dayCloseSchema>> {
  const { exit, document } = await json('report', 'close')
  expect(exit).toBe(0)
  return dayCloseSchema.parse(document)
}

describe('report of a day', () => {
  it('is data with --json, and words without', async () => {
    expect(await json('report', '--date', '2026-11-23')).toMatchObject({
      exit: 0,
      document: { report: { date: '2026-11-23', totals: { incomplete: 1, arrivals: 1 } }, close: null },
    })
    const english = await run(typed(['report', '--date', '2026-11-23', '--language', 'en'], NOW))
    expect(english.out).toContain('Deadline report for 23 November 2026')
    expect(english.out).toContain('MÜLLER')
    expect((await run(typed(['report', '--date', '2026-11-23'], NOW))).out).toContain('Отчёт о сроках за 23 ноября 2026')
  })

  it.each(['pdf', 'xlsx', 'csv', 'json'] as const)('is written as %s, and nothing is written over', async (format) => {
    const file = out(`day.${format}`)
    const words = ['report', '--date', '2026-11-23', '--format', format, '--out', file, '--language', 'kk']
    expect(await json(...words)).toMatchObject({ exit: 0, document: { file, format, isCopy: false } })
    const before = await readFile(file)
    expect(before.length).toBeGreaterThan(400)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await json(...words)).toMatchObject({ exit: 1, document: { error: { code: 'FILE_EXISTS' } } })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('cannot be written where a file stands in the way of a folder', async () => {
    const words = ['report', '--date', '2026-11-23', '--format', 'csv', '--out', join(out('property.json'), 'day.csv')]
    expect(await json(...words)).toMatchObject({ exit: 1, document: { error: { code: 'NOT_WRITTEN' } } })
  })

  it.each([
    [['report'], /--date is needed/],
    [['report', '--date', '2026-02-30'], /--date is a day that exists/],
    [['report', '--date', '2026-11-23', '--format', 'pdf'], /--format and --out belong together/],
    [['report', '--date', '2026-11-23', '--format', 'doc', '--out', 'x'], /--format is one of pdf, xlsx, csv, json/],
    [['report', '--date', '2026-11-23', '--format', 'pdf', '--out', 'x', '--delimiter', ','], /--delimiter is of CSV alone/],
    [['report', 'closes'], /There is no command "report closes"/],
    [['report', 'period', '--from', '2026-11-24', '--to', '2026-11-23'], /--to is not before --from/],
    [['report', 'set-hour'], /Either --at is needed, or --by-hand/],
    [['report', 'set-hour', '--at', '25:00'], /--at is a time/],
    [['report', 'verify'], /FILE is needed/],
  ])('%j is not understood', async (words, said) => {
    const { exit, err } = await run(typed(words, NOW))
    expect(exit).toBe(2)
    expect(err).toMatch(said)
  })

  it('says how it is used, the report itself first', async () => {
    const { exit, out: help } = await run(['report', '--help'])
    expect(exit).toBe(0)
    expect(help).toMatch(/^qabyl report \[flags\]/)
    for (const word of ['close', 'days', 'set-hour', 'handover', 'period', 'verify FILE', '--format FORMAT'])
      expect(help).toContain(word)
  })
})

describe('closing', () => {
  it('closes the open day once, by its date or without, and lists it', async () => {
    expect(await json('report', 'close', '--date', '2026-11-24')).toMatchObject({
      exit: 1,
      document: { error: { code: 'BAD_INPUT' } },
    })
    const close = await closed()
    expect(close).toMatchObject({ number: '2026-327', date: '2026-11-23', mode: 'by_hand' })
    expect(await json('report', 'close', '--date', '2026-11-23')).toMatchObject({
      exit: 1,
      document: { error: { code: 'STALE' } },
    })
    expect(await json('report', 'days')).toMatchObject({
      exit: 0,
      document: { openDate: '2026-11-24', closesAt: '23:59', closed: [{ number: '2026-327', hash: close.hash }] },
    })
    const { out: said } = await run(typed(['report', 'days'], NOW))
    expect(said).toContain(`2026-327  2026-11-23  by hand  ${close.hash.slice(0, 16)}`)
    expect(said).toContain('open: 2026-11-24; closes by itself at 23:59')
  })

  it('by itself is set to an hour or switched off', async () => {
    expect(await json('report', 'set-hour', '--at', '01:30')).toMatchObject({
      exit: 0,
      document: { closesAt: '01:30', nextCloseAt: '2026-11-23T20:30:00.000Z' },
    })
    expect(await json('report', 'set-hour', '--by-hand')).toMatchObject({ document: { closesAt: null, nextCloseAt: null } })
    expect((await run(typed(['report', 'days'], NOW))).out).toContain('closes by hand only')
  })
})

describe('hand-over and period', () => {
  it('are data, words and files', async () => {
    expect(await json('report', 'handover')).toMatchObject({ exit: 0, document: { totals: { incomplete: 1, checkedIn: 1 } } })
    expect((await run(typed(['report', 'handover'], NOW))).out).toContain('MÜLLER')
    const period = ['report', 'period', '--from', '2026-11-23', '--to', '2026-11-23']
    expect(await json(...period)).toMatchObject({ exit: 0, document: { days: [{ date: '2026-11-23', arrivals: 1 }] } })
    expect((await run(typed(period, NOW))).exit).toBe(0)
    expect(await json(...period, '--format', 'xlsx', '--out', out('week.xlsx'))).toMatchObject({ exit: 0 })
  })
})

describe('verify', () => {
  it('tells the original of a close from a copy, from its data, from a changed one and from any other file', async () => {
    const close = await closed()
    const write = async (name: string, ...more: string[]) => {
      const format = name.split('.').at(-1) ?? ''
      const answer = await json('report', '--date', '2026-11-23', '--format', format, '--out', out(name), ...more)
      expect(answer.exit).toBe(0)
    }
    const verified = async (name: string) => json('report', 'verify', out(name))
    await write('original.pdf')
    await write('copy.pdf')
    await write('english.json', '--language', 'en')
    const { out: view } = await run([...typed(['report', '--date', '2026-11-23'], NOW), '--json'])
    await writeFile(out('view.json'), view)
    expect(await verified('original.pdf')).toMatchObject({
      exit: 0,
      document: { what: 'original', close: { hash: close.hash } },
    })
    expect(await verified('copy.pdf')).toMatchObject({ exit: 0, document: { what: 'copy', close: { number: '2026-327' } } })
    expect(await verified('english.json')).toMatchObject({ exit: 0, document: { what: 'data', close: { number: '2026-327' } } })
    expect(await verified('view.json')).toMatchObject({ exit: 0, document: { what: 'data' } })

    const original = await readFile(out('original.pdf'))
    original[Math.floor(original.length / 2)] = (original[Math.floor(original.length / 2)] ?? 0) ^ 1
    await writeFile(out('changed.pdf'), original)
    expect(await verified('changed.pdf')).toMatchObject({
      exit: 1,
      document: { what: 'altered', close: { number: '2026-327' } },
    })
    await writeFile(out('changed.json'), (await readFile(out('english.json'), 'utf8')).replace('"value": 1', '"value": 0'))
    expect(await verified('changed.json')).toMatchObject({ exit: 1, document: { what: 'altered' } })
    await writeFile(out('changed-view.json'), view.replace('"incomplete":1', '"incomplete":0'))
    expect(await verified('changed-view.json')).toMatchObject({ exit: 1, document: { what: 'altered' } })

    await writeFile(out('other.json'), '{"a":1}')
    await writeFile(out('other.pdf'), '%PDF-1.4\n%%EOF\n')
    for (const name of ['other.json', 'other.pdf'])
      expect(await verified(name)).toEqual({ exit: 1, document: { what: 'unknown', close: null } })
    expect(await verified('none.pdf')).toMatchObject({ exit: 1, document: { error: { code: 'NOT_READ' } } })
    const { out: said } = await run(typed(['report', 'verify', out('copy.pdf')], NOW))
    expect(said).toContain('A copy of the original of close 2026-327')
  })
})

const packSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  keyFingerprint: z.string(),
  entriesAfterLastClose: z.number(),
})

describe('evidence', () => {
  it('is written for one guest and for a period, and verified without any register, with paper beside it', async () => {
    const { document: notices } = await json('queue')
    const [notice] = z
      .object({ notices: z.array(z.object({ id: z.string() })) })
      .or(z.array(z.object({ id: z.string() })).transform((all) => ({ notices: all })))
      .parse(notices).notices
    const file = out('guest.zip')
    const close = await closed()
    const made = await jsonAt(NEXT_MORNING, 'evidence', '--notice', notice?.id ?? '', '--out', file)
    expect(made.exit).toBe(0)
    const pack = packSchema.parse(made.document)
    expect(pack.keyFingerprint).toBe(close.keyFingerprint)

    const alone = await run(['verify', '--evidence', file])
    expect(alone.exit).toBe(0)
    expect(alone.out).toContain('Nothing was held against paper yet')
    const paper = ['--key', close.keyFingerprint, '--close', `2026-327=${close.hash.slice(0, 20)}`]
    const held = await run(['verify', '--evidence', file, ...paper])
    expect(held.exit).toBe(0)
    expect(held.out).toContain('Genuine')
    const wrong = await run(['verify', '--evidence', file, '--close', `2026-327=${'0'.repeat(16)}`, '--json'])
    expect(wrong).toMatchObject({
      exit: 1,
      documents: [{ isGenuine: false, findings: ['close 2026-327 is not the one on paper'] }],
    })

    const period = ['evidence', '--from', '2026-11-23', '--to', '2026-11-24', '--out', out('period.zip'), '--language', 'en']
    expect(await jsonAt(NEXT_MORNING, ...period)).toMatchObject({ exit: 0, document: { guests: 1, leftOut: 0 } })
    expect((await run(['verify', '--evidence', out('period.zip')])).exit).toBe(0)
    await writeFile(out('broken.zip'), (await readFile(file)).subarray(0, 500))
    expect((await run(['verify', '--evidence', out('broken.zip')])).exit).toBe(1)
  })

  it.each([
    [['evidence', '--out', 'x'], /Either --notice is needed, or --from and --to/],
    [['evidence', '--notice', 'a', '--from', '2026-11-23', '--out', 'x'], /Either --notice is needed, or --from and --to/],
    [['evidence', '--notice', 'a', '--out', 'x'], /--notice is the id/],
    [['evidence', '--from', '2026-11-24', '--to', '2026-11-23', '--out', 'x'], /--to is not before --from/],
    [['evidence', '--from', '2026-11-24', '--to', '2026-11-25'], /--out is needed/],
    [['verify', '--key', '0123456789abcdef'], /--key and --close belong to --evidence/],
    [['verify', '--evidence', 'x', '--key', 'abc'], /--key is 16 hexadecimal digits/],
    [['verify', '--evidence', 'x', '--close', '2026-327'], /--close is a number and a hash/],
  ])('%j is not understood', async (words, said) => {
    const { exit, err } = await run(typed(words, NOW))
    expect(exit).toBe(2)
    expect(err).toMatch(said)
  })

  it('says which file could not be read', async () => {
    const { exit, documents } = await run(['verify', '--evidence', out('none.zip'), '--json'])
    expect({ exit, documents }).toMatchObject({ exit: 1, documents: [{ error: { code: 'NOT_READ' } }] })
  })
})
