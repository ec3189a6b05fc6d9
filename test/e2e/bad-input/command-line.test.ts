import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'
import { makeTempDirectory, removeDirectory, tempDirectory } from '../../support/temp-directory.ts'
import { checkInOf, contentOf, fileWith, MARKER, makeRegister, PROPERTY, placesOf, refused } from './refused.ts'

let base: string
let data: string

beforeAll(async () => {
  base = makeTempDirectory()
  data = join(base, 'data')
  await makeRegister(data)
})

afterAll(() => removeDirectory(base))

test('what is typed wrong is answered with the mistake and the usage, and leaves nothing behind', async () => {
  const folder = join(tempDirectory(), 'none')
  const typed: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /No command was given/],
    [['chek-in'], /no command "chek-in"/],
    [['queue', '--stat', 'ready'], /--stat/],
    [['queue', '--state', 'lost'], /no state "lost"/],
    [['queue', 'more'], /"more" is not expected/],
    [['init'], /--property FILE or --training/],
    [['deadline'], /--arrival WHEN or --stdin/],
    [['deadline', '--arrival', '2026-11-23', '--zone', 'Mars/Base'], /--zone/],
    [['report', '--date', '2026-02-30'], /--date is a day that exists/],
    [['drain', '--timeout', 'soon'], /--timeout is a whole number/],
    [['seed', '--guests', '0', '--seed', '1'], /--guests is a whole number/],
    [['serve', '--port', '70000'], /--port is a whole number/],
    [['serve'], /--port is needed/],
    [['check-in', '--room', '5'], /--room goes with --mrz/],
    [['queue', '--channel-url', 'ftp://service'], /http:\/\/ or https:\/\//],
    [['simulator', '--port', '0', '--fault', 'slow'], /--fault slow needs a probability/],
    [['simulator', '--port', '0', '--fault', 'slow=1.5'], /--fault slow needs a probability/],
    [['simulator', '--port', '0', '--fault', 'fast=0.5'], /no fault "fast"; there are reject-field/],
    [['simulator', '--port', '0', '--seed', '-3'], /--seed needs a value/],
    [['simulator', '--port', 'x'], /--port is a whole number/],
  ]
  for (const [args, sentence] of typed) {
    const { exitCode, stdout, stderr } = await runCli([...args, ...(args.length === 0 ? [] : ['--data', folder])])
    expect({ args, exitCode, stdout, stderr }).toEqual({
      args,
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    })
    expect(stderr).toContain('qabyl ')
  }
  expect(existsSync(folder)).toBe(false)
})

test('a property file that is wrong says where, and no folder is made', async () => {
  const folder = join(base, 'refused')
  const files: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ['cut off', '{"name": "Отель', [' wrong_format']],
    ['no text', Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256), [' wrong_format']],
    ['a list', '[]', [' wrong_format']],
    ['a misspelt field', JSON.stringify({ ...PROPERTY, adress: 'x' }), ['adress unknown_field']],
    ['a prototype key', `{"__proto__": {"kind": "hotel"}, ${JSON.stringify(PROPERTY).slice(1)}`, ['__proto__ unknown_field']],
    ['a field missing', JSON.stringify({ ...PROPERTY, address: undefined }), ['address required']],
    ['a wrong type', JSON.stringify({ ...PROPERTY, name: { ru: 'Отель' } }), ['name wrong_format']],
    ['an unknown channel', JSON.stringify({ ...PROPERTY, channel: 'pigeon' }), ['channel unknown_code']],
    ['a mistyped BIN', JSON.stringify({ ...PROPERTY, bin: '990140000385' }), ['bin bin_check_digit']],
    ['a BIN too short', JSON.stringify({ ...PROPERTY, bin: '9901' }), ['bin wrong_format']],
    ['no zone', JSON.stringify({ ...PROPERTY, zone: 'Asia/Nowhere' }), ['zone unknown_code']],
  ]
  for (const [what, content, places] of files) {
    const answer = await refused(['init', '--property', fileWith(base, 'wrong.json', content), '--data', folder])
    expect({ what, code: answer.code, places: placesOf(answer) }).toEqual({ what, code: 'BAD_INPUT', places })
  }
  expect((await refused(['init', '--property', join(base, 'none.json'), '--data', folder])).code).toBe('NO_SUCH_FILE')
  expect(existsSync(folder)).toBe(false)
})

test('a check-in that is wrong says which field, tells no guest, and changes nothing', async () => {
  const before = await contentOf(data)
  const guest = { surname: MARKER.surname, documentNumber: MARKER.documentNumber }
  const inputs: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', '', [' wrong_format']],
    ['cut off', JSON.stringify(checkInOf(guest)).slice(0, -3), [' wrong_format']],
    ['more behind it', `${JSON.stringify(checkInOf(guest))}${MARKER.surname}`, [' wrong_format']],
    ['null', 'null', [' wrong_format']],
    [
      'a misspelt field',
      JSON.stringify(checkInOf({ ...guest, documentNo: MARKER.documentNumber })),
      ['guests.0.documentNo unknown_field'],
    ],
    ['a field too much', JSON.stringify({ ...checkInOf(guest), actor: { role: 'manager' } }), ['actor unknown_field']],
    [
      'a prototype key',
      JSON.stringify(checkInOf(guest)).replace('{"surname"', '{"__proto__": {"role": "manager"}, "surname"'),
      ['guests.0.__proto__ unknown_field'],
    ],
    [
      'a constructor',
      JSON.stringify(checkInOf({ ...guest, constructor: { prototype: {} } })),
      ['guests.0.constructor unknown_field'],
    ],
    [
      'wrong types',
      JSON.stringify(checkInOf({ ...guest, surname: 1, sex: true }, { room: {} })),
      ['stay.room wrong_format', 'guests.0.surname wrong_format', 'guests.0.sex unknown_code'],
    ],
    [
      'days that are none',
      JSON.stringify(
        checkInOf({ ...guest, birthDate: '1999-02-30', issueDate: '30.11.2020' }, { arrivalAt: '2026-11-23T25:00' }),
      ),
      ['stay.arrivalAt not_a_date_time', 'guests.0.birthDate not_a_date', 'guests.0.issueDate not_a_date'],
    ],
    [
      'departure first',
      JSON.stringify(checkInOf(guest, { departureDate: '2026-11-22' })),
      ['stay.departureDate departure_before_arrival'],
    ],
    ['a name too long', JSON.stringify(checkInOf({ surname: MARKER.surname.repeat(10_000) })), ['guests.0.surname too_long']],
    ['a crowd', JSON.stringify({ ...checkInOf(guest), guests: Array.from({ length: 41 }, () => guest) }), ['guests too_long']],
    ['nobody', JSON.stringify({ ...checkInOf(guest), guests: [] }), ['guests too_short']],
    ['a bad request id', JSON.stringify({ ...checkInOf(guest), requestId: '1' }), ['requestId wrong_format']],
  ]
  for (const [what, input, places] of inputs) {
    const answer = await refused(['check-in', '--data', data], { input })
    expect({ what, code: answer.code, places: placesOf(answer) }).toEqual({ what, code: 'BAD_INPUT', places })
  }
  expect(await contentOf(data)).toEqual(before)
})

test('line by line: every line has its own answer, and one bad line stops no other', async () => {
  const folder = join(base, 'lines')
  await makeRegister(folder)
  const good = JSON.stringify(checkInOf({ surname: 'Second' }, { room: '13' }))
  const { exitCode, stdout } = await runCli(['check-in', '--stdin', '--data', folder, '--json'], {
    input: `${MARKER.surname}\n${good}\n\n{"stay": 5}`,
  })
  const answers: readonly unknown[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(exitCode).toBe(1)
  expect(stdout).not.toContain(MARKER.surname)
  expect(answers).toEqual([
    { line: 1, error: expect.objectContaining({ code: 'BAD_INPUT' }) },
    expect.objectContaining({ stayId: expect.any(String) }),
    { line: 3, error: expect.objectContaining({ code: 'BAD_INPUT' }) },
    { line: 4, error: expect.objectContaining({ code: 'BAD_INPUT' }) },
  ])
  expect((await contentOf(folder)).notices.map(({ room }) => room).toSorted()).toEqual(['12', '13'])
})

test('a machine-readable zone that cannot be read says why', async () => {
  const before = await contentOf(data)
  for (const zone of ['', 'P', `P<UTO${MARKER.surname}<<ANNA`, '<'.repeat(88), `${'P<UTO'.repeat(2000)}`]) {
    const answer = await refused(['check-in', '--mrz', zone, '--data', data])
    expect(answer).toMatchObject({ code: 'BAD_INPUT', issues: [{ path: 'mrz', message: expect.stringMatching(/\w/) }] })
  }
  expect(await contentOf(data)).toEqual(before)
})

test('input without an end is refused before it fills the memory', async () => {
  const { code, message } = await refused(['check-in', '--data', data], { input: 'x'.repeat(21 * 1024 * 1024) })
  expect({ code, message }).toEqual({ code: 'TOO_LARGE', message: expect.stringContaining('at most 20 MB') })
  if (process.platform !== 'win32') expect((await refused(['import', '/dev/zero', '--data', data])).code).toBe('TOO_LARGE')
})
