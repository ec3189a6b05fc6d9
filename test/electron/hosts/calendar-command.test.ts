import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { calendarFileOf, parseCalendarFile } from '#shared/regulation/calendar/parse-calendar-file.ts'
import { TRANSFER_FILE, YEAR_2026 } from './calendar-file.ts'
import { run } from './command-line.ts'

const PROPERTY = { name: 'Отель Алатау', bin: '000140000002', address: 'г. Алматы, ул. Абая, 1', department: 'Алматы' }
const NOW = '2026-11-23T05:43:00Z'
const CHECK_IN = { stay: { arrivalAt: '2026-11-23T10:10', room: '12' }, guests: [{ surname: 'MÜLLER', citizenship: 'DEU' }] }

let base: string
let data: string
let file: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-calendar-'))
  data = join(base, 'data')
  file = join(base, 'calendar.json')
  await writeFile(file, TRANSFER_FILE)
})
afterEach(() => rm(base, { recursive: true, force: true }))

async function makeRegister(): Promise<void> {
  const property = join(base, 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  expect((await run(['init', '--property', property, '--data', data, '--now', NOW])).exit).toBe(0)
  const { exit } = await run(['check-in', '--data', data, '--json'], { input: JSON.stringify(CHECK_IN) })
  expect(exit).toBe(0)
}

/** `calendar …` on the folder of this test; answers the exit code and the one document. */
async function json(...typed: string[]) {
  const { exit, documents } = await run(['calendar', ...typed, '--data', data, '--json'])
  expect(documents).toHaveLength(1)
  return { exit, document: documents[0] }
}

async function dates(): Promise<readonly unknown[]> {
  const { documents } = await run(['queue', '--data', data, '--json'])
  const [notice] = z.array(noticeSchema).parse(documents[0])
  return [notice?.strictDue, notice?.latestDue]
}

const MOVED = ['2026-11-26', '2026-11-27']
const AS_BEFORE = ['2026-11-25', '2026-11-26']
const issue = (path: unknown, code: unknown) => expect.objectContaining({ path, code, message: expect.any(String) })

describe('what was typed', () => {
  it.each([
    [['calendar'], '"calendar" needs one of these words first: show, import, export, diff, changes, undo, schema.'],
    [
      ['calendar', '--preview', 'import'],
      '"calendar" needs one of these words first: show, import, export, diff, changes, undo, schema.',
    ],
    [['calendar', 'fly'], 'There is no command "calendar fly".'],
    [['calendar', 'constructor'], 'There is no command "calendar constructor".'],
    [['calendar', 'import'], 'FILE is needed.'],
    [['calendar', 'import', 'a', 'b'], '"b" is not expected here.'],
    [['calendar', 'show', '2026', '2027'], '"2027" is not expected here.'],
    [['calendar', 'show', 'soon'], 'YEAR is a year from 2000 to 2199.'],
    [['calendar', 'show', '1999'], 'YEAR is a year from 2000 to 2199.'],
    [['calendar', 'export', '--format', 'pdf'], '--format is one of json, ics.'],
    [['calendar', 'export', '--year', '26'], '--year is a year from 2000 to 2199.'],
    [['calendar', 'undo', '--now', 'soon'], '--now is an instant such as 2026-11-23T05:43:00Z or 2026-11-23T10:43:00+05:00.'],
  ])('%j is not understood: says why, shows the usage, exits 2', async (typed, message) => {
    const { exit, out, err } = await run(typed)
    expect([exit, out, err.split('\n')[0], err.includes('qabyl calendar ')]).toEqual([2, '', message, true])
    const withJson = await run([...typed, '--json'])
    expect([withJson.exit, withJson.documents]).toEqual([2, [{ error: { code: 'USAGE', message } }]])
  })

  it('explains the group, and each of its commands', async () => {
    const { exit, out } = await run(['calendar', '--help'])
    expect(exit).toBe(0)
    for (const word of ['show [YEAR]', 'import FILE', 'export', 'diff FILE', 'changes', 'undo', 'schema']) {
      expect(out).toContain(`  ${word} `)
      const [first = ''] = word.split(' ')
      const one = await run(['calendar', first, '--help'])
      expect([one.exit, one.out.split('\n')[0]]).toEqual([0, `qabyl calendar ${word} [flags]`])
    }
  })
})

describe('without a folder', () => {
  it('the built-in years are shown', async () => {
    const { exit, document } = await json('show', '--built-in')
    expect(exit).toBe(0)
    expect(document).toEqual(
      BUILT_IN_YEARS.map(({ year, version, status }) => ({
        year,
        version: `${year}.${version}`,
        status,
        workingDays: expect.any(Number),
        available: null,
      })),
    )
    expect((await json('show', '2026', '--built-in')).document).toMatchObject({
      year: 2026,
      content: { version: YEAR_2026.version },
      days: expect.arrayContaining([expect.objectContaining({ date: '2026-03-24', isWorking: false })]),
    })
    const { out } = await run(['calendar', 'show', '2028', '--built-in'])
    expect(out).toBe('2028  no calendar, Mon–Fri counted  260 working days\n')
    await expect(stat(data)).rejects.toThrow()
  })

  it('a file is compared with the built-in calendar', async () => {
    const { exit, out } = await run(['calendar', 'diff', file])
    expect([exit, out]).toEqual([
      0,
      '2 days change:\n' +
        '  2026-11-25 Wed  working → off (moved from 28 November)\n' +
        '  2026-11-28 Sat  off (weekend) → working (working, moved)\n',
    ])
    await writeFile(file, JSON.stringify(calendarFileOf(BUILT_IN_YEARS)))
    expect((await run(['calendar', 'diff', file, '--json'])).documents).toEqual([
      { years: BUILT_IN_YEARS.map(({ year, version }) => ({ year, against: `${year}.${version}`, isSame: true })), days: [] },
    ])
  })

  it('the schema of the file is printed', async () => {
    expect((await json('schema')).document).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })

  it.each([['show'], ['export'], ['changes'], ['undo']])(
    '%s asks for a folder that is set up, and makes none',
    async (word) => {
      expect(await json(word)).toEqual({ exit: 1, document: { error: expect.objectContaining({ code: 'NOT_SET_UP' }) } })
      await expect(stat(data)).rejects.toThrow()
    },
  )
})

describe('on a folder', () => {
  it('a preview tells what would move and changes nothing', async () => {
    await makeRegister()
    const { exit, document } = await json('import', file, '--preview')
    expect(exit).toBe(0)
    expect(document).toMatchObject({
      change: null,
      openDeadlines: 1,
      years: [{ year: 2026, from: '2026.1', to: '2026.2' }],
      days: [{ date: '2026-11-25' }, { date: '2026-11-28' }],
      moves: [{ before: { strictDue: AS_BEFORE[0] }, after: { strictDue: MOVED[0] } }],
    })
    expect(await dates()).toEqual(AS_BEFORE)
    expect((await json('changes')).document).toEqual([])
  })

  it('import moves the deadline, undo puts it back, and the journal knows both', async () => {
    await makeRegister()
    const { exit, out } = await run(['calendar', 'import', file, '--reason', 'Order of the minister', '--data', data])
    expect(exit).toBe(0)
    expect(out.split('\n').map((line) => line.replace(/ {2}[0-9a-f-]{36}$/, ''))).toEqual([
      '2 days change:',
      '  2026-11-25 Wed  working → off (moved from 28 November)',
      '  2026-11-28 Sat  off (weekend) → working (working, moved)',
      '1 of 1 open deadline moves',
      '  arrival 2026-11-23  room 12  due 2026-11-25 → 2026-11-26, last arguable day 2026-11-26 → 2026-11-27',
      'In force now: 2026.1 → 2026.2. Taken back with "qabyl calendar undo".',
      '',
    ])
    expect(out).not.toContain('MÜLLER')
    expect(await dates()).toEqual(MOVED)
    expect((await run(['calendar', 'show', '2026', '--data', data])).out).toMatch(/^2026 {2}2026\.2 {2}official/)

    expect((await json('undo', '--preview')).document).toMatchObject({
      change: null,
      moves: [{ after: { strictDue: AS_BEFORE[0] } }],
    })
    expect(await dates()).toEqual(MOVED)
    expect(await json('undo')).toMatchObject({ exit: 0, document: { change: { kind: 'undo', moved: 1 } } })
    expect(await dates()).toEqual(AS_BEFORE)
    expect((await json('changes')).document).toMatchObject([
      { kind: 'undo', moved: 1 },
      { kind: 'import', moved: 1, reason: 'Order of the minister' },
    ])
  })

  it('a file that is in force already is refused, and so is an undo of nothing', async () => {
    await makeRegister()
    await writeFile(file, JSON.stringify(calendarFileOf([YEAR_2026])))
    expect((await json('import', file, '--preview')).document).toMatchObject({ days: [], moves: [] })
    expect(await json('import', file)).toEqual({
      exit: 1,
      document: { error: expect.objectContaining({ code: 'BAD_INPUT', issues: [issue('years', 'calendar_unchanged')] }) },
    })
    expect(await json('undo')).toEqual({ exit: 1, document: { error: expect.objectContaining({ code: 'NOTHING_TO_UNDO' }) } })
  })

  it('a wrong file is refused with the place of everything wrong, and nothing moves', async () => {
    await makeRegister()
    const wrong: readonly (readonly [string, readonly unknown[]])[] = [
      ['', [issue('content', 'not_json')]],
      ['{"years": [', [issue('content', 'not_json')]],
      ['[]', [issue('', expect.any(String))]],
      ['{"format": "qabyl-calendar", "formatVersion": 9, "years": []}', [issue('formatVersion', 'newer_format')]],
      [
        TRANSFER_FILE.replace('"2026-11-28"', '"2026-11-31"'),
        [issue(expect.stringMatching(/^years\.0\.workingWeekends/), expect.any(String))],
      ],
      [TRANSFER_FILE.replace('{"format"', '{"__proto__": {"year": 1}, "format"'), [issue('__proto__', expect.any(String))]],
    ]
    for (const [content, issues] of wrong) {
      await writeFile(file, content)
      for (const word of ['import', 'diff']) {
        const { exit, document } = await json(word, file)
        const places = { error: expect.objectContaining({ code: 'BAD_INPUT', issues: expect.arrayContaining([...issues]) }) }
        expect({ content: content.slice(0, 60), word, exit, document }).toEqual({
          content: content.slice(0, 60),
          word,
          exit: 1,
          document: places,
        })
      }
    }
    expect(await dates()).toEqual(AS_BEFORE)
    const { err } = await run(['calendar', 'import', file, '--data', data])
    expect(err).toContain('  __proto__: ')
  })

  it('what is exported can be imported elsewhere, and read by any calendar program', async () => {
    await makeRegister()
    const out = join(base, 'out.json')
    expect((await json('export', '--out', out)).document).toEqual({
      file: out,
      mediaType: 'application/json',
      bytes: (await stat(out)).size,
    })
    const parsed = parseCalendarFile(JSON.parse(await readFile(out, 'utf8')))
    expect(parsed).toEqual({ ok: true, value: BUILT_IN_YEARS })
    const { out: ics } = await run(['calendar', 'export', '--year', '2026', '--format', 'ics', '--data', data])
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r?\n.*END:VCALENDAR\r?\n$/s)
    expect((await json('export', '--year', '2026')).document).toMatchObject({ fileName: 'qabyl-calendar-2026.json' })
    expect(await json('export', '--year', '2031')).toMatchObject({
      exit: 1,
      document: { error: { code: 'BAD_INPUT', issues: [{ path: 'years.0', code: 'no_calendar' }] } },
    })
    expect(await json('export', '--out', base)).toMatchObject({ exit: 1, document: { error: { code: 'FILE_NOT_WRITTEN' } } })
  })

  it('diff compares with what is in force there', async () => {
    await makeRegister()
    await json('import', file)
    expect((await json('diff', file)).document).toEqual({
      years: [{ year: 2026, against: '2026.2', isSame: true }],
      days: [],
    })
  })

  it('refuses a file that is not there', async () => {
    expect(await json('import', join(base, 'none.json'))).toMatchObject({
      exit: 1,
      document: { error: { code: 'NO_SUCH_FILE' } },
    })
  })
})
