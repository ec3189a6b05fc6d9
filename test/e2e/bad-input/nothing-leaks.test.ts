import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT_ROOT } from '../../support/project.ts'
import { type CliRun, runCli, runCliJson } from '../../support/run-cli.ts'
import { startServe, startSimulatorProcess } from '../../support/serve.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { checkInOf, fileWith, MARKER, PROPERTY } from './refused.ts'

const ARRIVALS = join(PROJECT_ROOT, 'test', 'fixtures', 'arrivals.csv')
const MRZ_OF_MARKER = `P<UTO${MARKER.surname}<<ANNA`.padEnd(44, '<')
const SECRETS = [MARKER.surname, MARKER.documentNumber, 'zzmarkerzz', 'Zzmarkerzz', 'pp0marker0']

/** The marker in any spelling and coding a file may hold it in. */
function secretsIn(bytes: Buffer): readonly string[] {
  return SECRETS.filter((secret) =>
    [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(Buffer.from(secret).toString('hex'))].some((form) =>
      bytes.includes(form),
    ),
  )
}

function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file).isFile())
}

test('a day with faults, kills and bad input leaves a guest’s name and number nowhere but at the service and in the encrypted register', async () => {
  const base = tempDirectory()
  const data = join(base, 'desk')
  const simulator = await startSimulatorProcess([
    ...['--data', join(base, 'simulator'), '--seed', '7'],
    ...[
      '--fault',
      'reject-field=0.2',
      '--fault',
      'drop-after-store=0.3',
      '--fault',
      'http-503=0.2',
      '--fault',
      'html-502=0.1',
      '--fault',
      'bad-shape=0.1',
    ],
  ])
  const said: string[] = []
  const keep = (run: CliRun) => {
    said.push(run.stderr, run.exitCode === 0 ? '' : run.stdout)
    return run
  }
  try {
    const property = fileWith(base, 'property.json', JSON.stringify(PROPERTY))
    await runCliJson(['init', '--property', property, '--data', data, '--channel-url', simulator.ready.url])
    keep(await runCli(['import', ARRIVALS, '--data', data]))
    const complete = {
      ...{
        surname: MARKER.surname,
        givenNames: 'ANNA',
        sex: 'F',
        birthDate: '1990-05-05',
        citizenship: 'DEU',
        purpose: 'tourism',
      },
      ...{ documentType: 'passport', documentNumber: MARKER.documentNumber, issueDate: '2020-01-01', expiryDate: '2030-01-01' },
    }
    const sound = JSON.stringify(checkInOf(complete, { departureDate: '2026-11-29', room: '77' }))
    const made = await runCli(['check-in', '--data', data, '--json'], { input: sound })
    expect(made.exitCode).toBe(0)

    for (let round = 0; round < 2; round++) {
      const desk = await startServe(['--data', data])
      onTestFinished(() => desk.kill())
      const headers = { authorization: `Bearer ${desk.ready.apiToken}`, 'content-type': 'application/json' }
      const body = JSON.stringify({
        ...checkInOf({ ...complete, documentNo: MARKER.documentNumber }),
        requestId: crypto.randomUUID(),
      })
      const answers = await Promise.all(
        [body, body.slice(0, -2), sound].map(async (text) => {
          const answer = await fetch(new URL('/api/v1/check-ins', desk.ready.url), { method: 'POST', headers, body: text })
          return `${answer.status} ${await answer.text()}`
        }),
      )
      expect(answers.every((answer) => answer.startsWith('4'))).toBe(true)
      said.push(...answers)
      keep(await runCli(['drain', '--timeout', '2', '--data', data, '--json']))
      await desk.kill()
      said.push(desk.log())
    }

    const bad = [
      keep(await runCli(['check-in', '--data', data, '--json'], { input: `${sound}${MARKER.surname}` })),
      keep(await runCli(['check-in', '--data', data], { input: sound.replace('"DEU"', '"Germany"') })),
      keep(await runCli(['check-in', '--data', data], { input: sound.replace('1990-05-05', '5.5.90') })),
      keep(await runCli(['check-in', '--mrz', MRZ_OF_MARKER, '--data', data])),
      keep(
        await runCli(['import', fileWith(base, 'cut.csv', `arrival,surname\n2026-11-23,"${MARKER.surname}\n`), '--data', data]),
      ),
      keep(
        await runCli([
          'import',
          fileWith(base, 'zero.csv', `arrival,surname\nsoon,${MARKER.surname}\n`),
          '--data',
          data,
          '--json',
        ]),
      ),
    ]
    expect(bad.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1, 1, 1])
    keep(await runCli(['drain', '--until-empty', '--timeout', '4', '--data', data]))
    keep(await runCli(['backup', '--data', data]))
    keep(await runCli(['verify', '--data', data]))
  } finally {
    await simulator.stop()
  }

  // The day was a real one: the service knows the guest, and the register shows it to whoever has the key.
  const atService = filesUnder(join(base, 'simulator')).flatMap((file) => secretsIn(readFileSync(file)))
  expect(atService).toContain(MARKER.surname)
  expect((await runCli(['queue', '--data', data, '--json'])).stdout).toContain(MARKER.surname)

  const written = filesUnder(data)
  const names = written.map((file) => relative(data, file).replaceAll('\\', '/'))
  expect(names).toEqual(expect.arrayContaining(['register.db', 'register.key', 'logs/desk.log']))
  expect(names.some((name) => name.startsWith('backups/'))).toBe(true)
  expect(
    written.flatMap((file) => secretsIn(readFileSync(file)).map((secret) => `${secret} in ${relative(data, file)}`)),
  ).toEqual([])
  expect(names.filter((name) => secretsIn(Buffer.from(name)).length > 0)).toEqual([])
  expect(secretsIn(Buffer.from(said.join('\n')))).toEqual([])
})
