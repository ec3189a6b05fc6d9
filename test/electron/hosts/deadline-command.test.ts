import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculationSchema } from '#shared/contract/law-schemas.ts'
import { DUTY_KINDS } from '#shared/regulation/duties/duty.ts'
import { TRANSFER_FILE } from './calendar-file.ts'
import { run } from './command-line.ts'

const NOW = '2026-07-20T05:00:00Z'
const RUSSIAN = ['--citizenship', 'RUS', '--entry', '2026-07-10', '--arrival', '2026-07-12', '--now', NOW]

/** `deadline …` with `--json`: its one document. */
async function asked(...typed: string[]) {
  const { exit, documents } = await run(['deadline', ...typed, '--json'])
  expect(documents).toHaveLength(1)
  return { exit, document: documents[0] }
}

async function clocksOf(...typed: string[]) {
  const { exit, document } = await asked(...typed)
  expect(exit).toBe(0)
  return calculationSchema.pick({ duties: true, regime: true }).parse(document)
}

const refusal = (issues: readonly unknown[]) => ({
  exit: 1,
  document: { error: { code: 'BAD_INPUT', message: expect.any(String), issues } },
})
const issue = (path: string, code: string) => ({ path, code, message: expect.stringMatching(/\w/) })

describe('what was typed', () => {
  it.each([
    [['--language', 'de'], '--language is one of kk, ru, en.'],
    [['--reading', 'middle'], '--reading is one of strict, latest.'],
    [['--earlier', '2026-03-01'], '--earlier is FROM..TO, e.g. 2026-03-01..2026-03-20.'],
    [['--earlier', '2026-03-01..2026-03-05..2026-03-07'], '--earlier is FROM..TO, e.g. 2026-03-01..2026-03-20.'],
    [['--now', 'soon'], '--now is an instant such as 2026-11-23T05:43:00Z or 2026-11-23T10:43:00+05:00.'],
  ])('%j is not understood', async (typed, message) => {
    const { exit, err } = await run(['deadline', '--arrival', '2026-07-12', ...typed])
    expect([exit, err.split('\n')[0]]).toEqual([2, message])
  })

  it.each([
    [['--citizenship', 'Russia'], [issue('citizenship', 'unknown_code')]],
    [['--citizenship', 'RUS', '--issuing-state', '1'], [issue('issuingState', 'unknown_code')]],
    [['--entry', '2026-02-30'], [issue('borderEntry', 'not_a_date')]],
    [['--departure', '2026-07-11'], [issue('departure', 'departure_before_arrival')]],
    [['--visa-until', '30.09.2026'], [issue('visaValidUntil', 'not_a_date')]],
    [['--document-type', 'ticket'], [issue('documentType', 'unknown_code')]],
    [['--document-number', 'N'.repeat(51)], [issue('documentNumber', 'too_long')]],
    [['--earlier', '2026-03-20..2026-03-01'], [issue('earlier.0.to', 'departure_before_arrival')]],
    [['--earlier', '2026-03-01..2026-03-20', '--earlier', 'x..2026-03-01'], [issue('earlier.1.from', 'not_a_date')]],
  ])('%j is refused with its place, and no value repeated', async (typed, issues) => {
    expect(await asked('--arrival', '2026-07-12', ...typed)).toEqual(refusal(issues))
  })

  it('everything wrong is said at once', async () => {
    const typed = ['--citizenship', 'XYZ', '--entry', 'x', '--document-expiry', 'y']
    const { document } = await asked('--arrival', '2026-07-12', ...typed)
    expect(document).toMatchObject({
      error: { issues: [{ path: 'citizenship' }, { path: 'borderEntry' }, { path: 'documentExpiry' }] },
    })
  })
})

describe('a guest of a 90-day state', () => {
  it('has every clock with its date, beside the notice as it always was', async () => {
    const { document } = await asked(...RUSSIAN)
    const plain = (await asked('--arrival', '2026-07-12')).document
    expect(document).toMatchObject(plain ?? {})
    const { duties, regime } = await clocksOf(...RUSSIAN)
    const due = duties.map((duty) => [duty.kind, duty.state === 'dated' ? duty.strictDue : duty.needs])
    expect(due).toEqual([
      ['arrival_notice', '2026-07-15'],
      ['registration', '2026-08-08'],
      ['reregistration', '2026-07-17'],
      ['permit_reminder', '2026-08-08'],
      ['stay_limit', '2026-10-07'],
      ['window_limit', '2026-10-07'],
      ['document_expiry', ['document_expiry_date']],
    ])
    expect(due.map(([kind]) => kind)).toEqual(DUTY_KINDS.filter((kind) => kind !== 'visa_expiry'))
    expect(duties.find(({ kind }) => kind === 'registration')).toMatchObject({
      binds: 'host_and_guest',
      certainty: 'open',
      isFollowed: true,
      daysLeft: 19,
    })
    expect(regime).toMatchObject({ code: 'RUS', current: { perEntryDays: 90, window: { maxDays: 90, periodDays: 180 } } })
  })

  it.each([
    [
      'en',
      [
        'arrival 2026-07-12: due 2026-07-15, last arguable day 2026-07-15',
        'Registration by day 30: Sat, 8 August 2026, by 23:59',
        '  entry 10 July = day 1 … day 30 – 8 August',
        '  binds the guest and the host, disputed, missing it may be fined',
        '  Order of the Minister of Internal Affairs No. 923 of 17.11.2025',
        'Visa-free stay: Wed, 7 October 2026, by 23:59',
        '  20 July: 11 of 90 days used in the last 180 · 10–20 July here, days 1–11 · if the guest stays on, the last day is 7 October',
        'Document expiry: cannot be counted yet, missing: document expiry',
        'RUS: visa-free 90 days, at most 90 days in any 180; not on the older list',
      ],
    ],
    [
      'ru',
      [
        'заезд 2026-07-12: срок 2026-07-15, крайний спорный день 2026-07-15',
        'Регистрация до 30-го дня: сб, 8 августа 2026, до 23:59',
        '  въезд 10 июля = день 1 … день 90 – 7 октября',
        '  20 июля: использовано 11 из 90 дней за последние 180 · 10–20 июля здесь, дни 1–11 · если гость останется, последний день – 7 октября',
        'RUS: безвиз 90 дней, не больше 90 дней за 180; в прежнем списке нет',
      ],
    ],
    [
      'kk',
      [
        'келген күні 2026-07-12: мерзімі 2026-07-15, соңғы даулы күн 2026-07-15',
        '30-күнге дейін тіркеу: сб, 2026 ж. 8 тамыз, 23:59-ға дейін',
        '  10 шілде, кірген күні = 1-күн … 90-күн – 7 қазан',
        'RUS: визасыз 90 күн, 180 күнде 90 күннен аспайды; бұрынғы тізімде жоқ',
      ],
    ],
  ])('reads so in %s', async (language, lines) => {
    const { exit, out } = await run(['deadline', ...RUSSIAN, '--language', language])
    expect(exit).toBe(0)
    expect(out.split('\n')).toEqual(expect.arrayContaining(lines))
  })

  it('with earlier days in the country has fewer left', async () => {
    const { duties } = await clocksOf(...RUSSIAN, '--earlier', '2026-03-01..2026-03-20', '--earlier', '2026-05-01..2026-05-10')
    expect(duties.find(({ kind }) => kind === 'window_limit')).toMatchObject({
      explanation: { usedDays: 41, asOf: '2026-07-20' },
    })
  })
})

describe('other guests', () => {
  it('a citizen of Kazakhstan owes nothing', async () => {
    expect(await asked('--arrival', '2026-07-12', '--citizenship', 'KAZ')).toEqual({
      exit: 0,
      document: {
        arrival: '2026-07-12',
        strictDue: null,
        latestDue: null,
        explanation: [],
        calendar: null,
        rule: null,
        duties: [],
        regime: null,
      },
    })
    const { out } = await run(['deadline', '--arrival', '2026-07-12', '--citizenship', 'kz', '--language', 'ru'])
    expect(out).toBe('Уведомлять не нужно: гражданин Казахстана\n')
  })

  it('a visa decides where one is needed', async () => {
    const { duties, regime } = await clocksOf('--arrival', '2026-07-12', '--citizenship', 'NGA', '--visa-until', '2026-08-01')
    expect(duties.find(({ kind }) => kind === 'visa_expiry')).toMatchObject({ strictDue: '2026-08-01' })
    expect(regime?.current?.regime).not.toBe('visa_free')
  })

  it('a Chinese passport with a number of Hong Kong is taken for one, and both are said', async () => {
    const chinese = ['--arrival', '2026-07-12', '--entry', '2026-07-12', '--citizenship', 'CHN']
    expect((await clocksOf(...chinese)).regime).toMatchObject({ code: 'CHN', alsoPossible: null })
    const { regime } = await clocksOf(...chinese, '--document-number', 'H12345678')
    expect(regime).toMatchObject({ code: 'HKG', current: { perEntryDays: 14 }, alsoPossible: { code: 'CHN' } })
    const { out } = await run(['deadline', ...chinese, '--document-number', 'H12345678'])
    expect(out).toContain('\n  CHN: visa-free 30 days')
    expect(out).not.toContain('H12345678')
  })

  it('a stay without a citizenship has the clocks that can be known', async () => {
    const { duties, regime } = await clocksOf('--arrival', '2026-07-12', '--entry', '2026-07-10')
    expect(duties.find(({ kind }) => kind === 'stay_limit')).toMatchObject({ state: 'waiting', needs: ['citizenship'] })
    expect(regime).toBeNull()
  })
})

describe('the later reading', () => {
  it('is the due one when it is asked for, beside the same dates', async () => {
    expect((await asked('--arrival', '2026-03-20', '--reading', 'latest')).document).toMatchObject({
      strictDue: '2026-03-27',
      latestDue: '2026-03-30',
      reading: 'latest',
      due: '2026-03-30',
    })
    const { out } = await run(['deadline', '--arrival', '2026-03-20', '--reading', 'latest'])
    expect(out.split('\n')[0]).toBe('arrival 2026-03-20: due by the later count 2026-03-30, by the cautious one 2026-03-27')
  })
})

describe('line by line', () => {
  it('takes arrivals and guests as JSON, what is on the line before what is in the flags', async () => {
    const lines = [
      '2026-07-12',
      '{"arrival": "2026-07-12"}',
      '{"arrival": "2026-07-11T19:30:00Z", "citizenship": "UZB", "borderEntry": "2026-07-12"}',
      '{"arrival": "2026-07-12", "nationality": "UZB"}',
      '{"arrival": 7}',
      '{"arrival": "2026-07-12", "__proto__": {"citizenship": "KAZ"}}',
      '{"citizenship": ',
    ]
    const { exit, documents } = await run(['deadline', '--stdin', '--citizenship', 'KAZ', '--json'], {
      input: lines.join('\n'),
    })
    expect(exit).toBe(1)
    expect(documents).toMatchObject([
      { strictDue: null, duties: [] },
      { strictDue: null, duties: [] },
      { arrival: '2026-07-12', strictDue: '2026-07-15', regime: { code: 'UZB' } },
      { line: 4, error: { code: 'BAD_INPUT', issues: [{ path: 'nationality', code: 'unknown_field' }] } },
      { line: 5, error: { code: 'BAD_INPUT', issues: [{ path: 'arrival' }] } },
      { line: 6, error: { code: 'BAD_INPUT', issues: [{ path: '__proto__', code: 'unknown_field' }] } },
      { line: 7, error: { code: 'BAD_INPUT' } },
    ])
  })
})

describe('with the folder of a property', () => {
  let base: string
  let data: string
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'qabyl-deadline-'))
    data = join(base, 'data')
    const property = join(base, 'property.json')
    await writeFile(
      property,
      JSON.stringify({ name: 'Отель Алатау', bin: '000140000002', address: 'г. Алматы, ул. Абая, 1', department: 'Алматы' }),
    )
    expect((await run(['init', '--property', property, '--data', data, '--now', NOW])).exit).toBe(0)
    const file = join(base, 'calendar.json')
    await writeFile(file, TRANSFER_FILE)
    expect((await run(['calendar', 'import', file, '--data', data])).exit).toBe(0)
  })
  afterAll(() => rm(base, { recursive: true, force: true }))

  it('the calendar in force there counts, and only there', async () => {
    expect((await asked('--arrival', '2026-11-23', '--data', data)).document).toMatchObject({
      strictDue: '2026-11-26',
      calendar: { version: '2026.2', forecast: false },
    })
    expect((await asked('--arrival', '2026-11-23')).document).toMatchObject({
      strictDue: '2026-11-25',
      calendar: { version: '2026.1', forecast: false },
    })
    const { documents } = await run(['deadline', '--stdin', '--data', data, '--json'], { input: '2026-11-23\n2026-11-24' })
    expect(documents).toMatchObject([{ strictDue: '2026-11-26' }, { strictDue: '2026-11-27' }])
  })

  it('every clock is the one the property would see', async () => {
    const typed = ['--arrival', '2026-11-23', '--citizenship', 'CHN', '--entry', '2026-11-23', '--document-number', 'M12345678']
    const { exit, document } = await asked(...typed, '--data', data)
    expect(exit).toBe(0)
    expect(document).toMatchObject({
      strictDue: '2026-11-26',
      calendar: { version: '2026.2' },
      duties: expect.arrayContaining([expect.objectContaining({ kind: 'arrival_notice', strictDue: '2026-11-26' })]),
      regime: { code: 'MAC' },
    })
  })

  it('one that is not set up is refused and not made; what is mistyped is said first', async () => {
    const none = join(base, 'none')
    expect(await asked('--arrival', '2026-11-23', '--data', none)).toMatchObject({
      exit: 1,
      document: { error: { code: 'NOT_SET_UP' } },
    })
    expect(await asked('--arrival', 'x', '--data', none)).toMatchObject({ exit: 1, document: { error: { code: 'BAD_INPUT' } } })
    await expect(stat(none)).rejects.toThrow()
  })
})
