import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calculationSchema } from '#shared/contract/law-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { runCli, runCliJson } from '../support/run-cli.ts'
import { startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { checkInOf, contentOf, fileWith, MARKER, makeRegister, placesOf, refused } from './bad-input/refused.ts'

/** The law on the built command line: every clock of a stay, and a working calendar that changes under open deadlines. */

const RUSSIAN = ['--citizenship', 'RUS', '--entry', '2026-07-10', '--arrival', '2026-07-12']

describe('a stay in question', () => {
  test('a guest of a 90-day state is registered by day 30; every clock has its date', async () => {
    const answer = await runCliJson(['deadline', ...RUSSIAN, '--now', '2026-07-20T05:00:00Z'])
    expect(answer).toMatchObject({ arrival: '2026-07-12', strictDue: '2026-07-15', latestDue: '2026-07-15' })
    const { duties, regime } = calculationSchema.pick({ duties: true, regime: true }).parse(answer)
    const dated = duties.flatMap((duty) => (duty.state === 'dated' ? [[duty.kind, duty.strictDue, duty.certainty]] : []))
    expect(dated).toEqual([
      ['arrival_notice', '2026-07-15', 'sure'],
      ['registration', '2026-08-08', 'open'],
      ['reregistration', '2026-07-17', 'open'],
      ['permit_reminder', '2026-08-08', 'open'],
      ['stay_limit', '2026-10-07', 'open'],
      ['window_limit', '2026-10-07', 'advisory'],
    ])
    expect(regime).toMatchObject({ code: 'RUS', current: { perEntryDays: 90 } })
  })

  test('the same in words, in three languages; a forecast is never left out', async () => {
    const texts = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { exitCode, stdout } = await runCli(['deadline', '--arrival', '2026-12-31', '--language', language])
        return { exitCode, last: stdout.trimEnd().split(' · ').at(-1) }
      }),
    )
    expect(texts).toEqual([
      { exitCode: 0, last: '2027 күнтізбесі – болжам, күн жылжуы мүмкін' },
      { exitCode: 0, last: 'календарь на 2027 – прогноз, дата может сдвинуться' },
      { exitCode: 0, last: 'the calendar for 2027 is a forecast, the date may move' },
    ])
    const { stdout } = await runCli(['deadline', ...RUSSIAN, '--language', 'ru'])
    expect(stdout).toContain(
      'Регистрация до 30-го дня: сб, 8 августа 2026, до 23:59\n  въезд 10 июля = день 1 … день 30 – 8 августа\n',
    )
  })
})

describe('a rest day moved by order', () => {
  let base: string
  let data: string
  beforeAll(async () => {
    base = makeTempDirectory()
    data = join(base, 'data')
    await makeRegister(data)
    await runCliJson(['check-in', '--data', data], {
      input: JSON.stringify(checkInOf({ ...MARKER, citizenship: 'DEU' }, { room: '7' })),
    })
  })
  afterAll(() => removeDirectory(base))

  const NOTICES = { before: ['2026-11-25', '2026-11-25'], moved: ['2026-11-26', '2026-11-26'] }

  async function dueDates(): Promise<readonly unknown[]> {
    const { notices, isClean } = await contentOf(data)
    expect(isClean).toBe(true)
    return notices.map(({ strictDue }) => strictDue).toSorted()
  }

  /** Wednesday 25 November 2026 off, Saturday 28 November worked: written into what the desk itself exports. */
  async function transferFile(): Promise<string> {
    const exported = join(base, 'exported.json')
    await runCliJson(['calendar', 'export', '--year', '2026', '--out', exported, '--data', data])
    const file = fileSchema.parse(JSON.parse(readFileSync(exported, 'utf8')))
    const [year] = file.years
    if (year === undefined) throw new Error('Nothing was exported')
    year.nonWorking = [...year.nonWorking, '2026-11-25'].toSorted()
    year.workingWeekends = ['2026-11-28']
    year.ministerialTransfers = [{ from: '2026-11-28', to: '2026-11-25' }]
    return fileWith(base, 'transfer.json', JSON.stringify(file))
  }

  test('preview, import, undo: the deadlines move and come back, with a desk running or without', async () => {
    const file = await transferFile()
    expect(await dueDates()).toEqual(NOTICES.before)

    const preview = await runCliJson(['calendar', 'import', file, '--preview', '--data', data])
    expect(preview).toMatchObject({
      change: null,
      openDeadlines: 2,
      moves: [{}, {}],
      days: [{ date: '2026-11-25' }, { date: '2026-11-28' }],
    })
    expect(await dueDates()).toEqual(NOTICES.before)

    const { exitCode, stdout } = await runCli(['calendar', 'import', file, '--reason', 'Order 1', '--data', data])
    expect({ exitCode, tellsGuest: stdout.includes(MARKER.surname) }).toEqual({ exitCode: 0, tellsGuest: false })
    expect(stdout).toMatch(/^2 days change:\n.*\n2 of 2 open deadlines move\n.*In force now: 2026\.1 → 2026\.2\./s)
    expect(await dueDates()).toEqual(NOTICES.moved)
    expect(await runCliJson(['deadline', '--arrival', '2026-11-23', '--data', data])).toMatchObject({
      strictDue: '2026-11-26',
      calendar: { version: '2026.2' },
    })
    expect(await runCliJson(['deadline', '--arrival', '2026-11-23'])).toMatchObject({ strictDue: '2026-11-25' })

    const desk = await startServe(['--data', data])
    expect(await runCliJson(['calendar', 'undo', '--data', data])).toMatchObject({ change: { kind: 'undo', moved: 2 } })
    expect(await runCliJson(['deadline', ...RUSSIAN, '--data', data])).toMatchObject({ regime: { code: 'RUS' } })
    expect(await runCliJson(['calendar', 'import', file, '--preview', '--data', data])).toMatchObject({ moves: [{}, {}] })
    const again = join(base, 'again.json')
    await runCliJson(['calendar', 'export', '--year', '2026', '--out', again, '--data', data])
    expect(await runCliJson(['calendar', 'diff', again, '--data', data])).toMatchObject({ days: [], years: [{ isSame: true }] })
    expect(await runCliJson(['calendar', 'diff', file])).toMatchObject({
      days: [{ date: '2026-11-25' }, { date: '2026-11-28' }],
    })
    await desk.stop()

    expect(await dueDates()).toEqual(NOTICES.before)
    const changes = await runCliJson(['calendar', 'changes', '--data', data])
    expect(changes).toMatchObject([
      { kind: 'undo', years: [{ from: '2026.2', to: '2026.1' }] },
      { kind: 'import', reason: 'Order 1', years: [{ from: '2026.1', to: '2026.2' }] },
    ])
  })

  test('a hostile or broken file is refused with its place, and no deadline moves', async () => {
    const good = readFileSync(await transferFile(), 'utf8')
    const before = await contentOf(data)
    const files: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
      ['nothing', '', ['content not_json']],
      ['cut off', good.slice(0, -20), ['content not_json']],
      ['no text', Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256), ['content not_text']],
      ['nested without end', '['.repeat(200_000), ['content not_json']],
      ['larger than any calendar', `"${'x'.repeat(1024 * 1024)}"`, ['content too_large']],
      ['a newer format', good.replace('"formatVersion":1', '"formatVersion":2'), ['formatVersion newer_format']],
    ]
    for (const [what, content, places] of files) {
      const answer = await refused(['calendar', 'import', fileWith(base, 'wrong.json', content), '--data', data])
      expect({ what, code: answer.code, places: placesOf(answer) }).toEqual({ what, code: 'BAD_INPUT', places })
    }
    const withPrototype = fileWith(base, 'wrong.json', `{"__proto__": {"years": []}, ${good.slice(1)}`)
    const named = await refused(['calendar', 'import', withPrototype, '--data', data])
    expect(named.issues.map(({ path }) => path)).toEqual(['__proto__'])
    const otherYear = fileWith(base, 'wrong.json', good.replaceAll('2026-11-28', '2031-11-28'))
    const elsewhere = await refused(['calendar', 'diff', otherYear])
    expect(elsewhere.issues.every(({ path, message }) => path.startsWith('years.0.') && message !== '')).toBe(true)
    expect((await refused(['calendar', 'import', join(base, 'none.json'), '--data', data])).code).toBe('NO_SUCH_FILE')
    expect(await contentOf(data)).toEqual(before)
  })

  test('what is typed wrong exits 2 with the usage, what is refused exits 1, and no folder is made', async () => {
    const none = join(base, 'none')
    for (const typed of [
      ['calendar'],
      ['calendar', 'fly'],
      ['calendar', 'import'],
      ['calendar', 'show', 'soon'],
      ['deadline', '--arrival', '2026-07-12', '--language', 'xx'],
    ]) {
      const { exitCode, stdout, stderr } = await runCli([...typed, ...(typed.length === 1 ? [] : ['--data', none])])
      expect({ typed, exitCode, stdout, stderr }).toEqual({
        typed,
        exitCode: 2,
        stdout: '',
        stderr: expect.stringContaining('qabyl '),
      })
    }
    for (const typed of [
      ['calendar', 'show'],
      ['calendar', 'undo'],
      ['deadline', '--arrival', '2026-07-12'],
    ]) {
      expect((await refused([...typed, '--data', none])).code).toBe('NOT_SET_UP')
    }
    expect(placesOf(await refused(['deadline', '--arrival', '2026-07-12', '--citizenship', 'Русский']))).toEqual([
      'citizenship unknown_code',
    ])
    expect(existsSync(none)).toBe(false)
  })
})

const fileSchema = z.looseObject({
  years: z.array(
    z.looseObject({
      nonWorking: z.array(z.string()),
      workingWeekends: z.array(z.string()),
      ministerialTransfers: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
})
