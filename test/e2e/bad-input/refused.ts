import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inputIssueSchema } from '#shared/contract/errors.ts'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { type CliOptions, runCli, runCliJson } from '../../support/run-cli.ts'

/** What must never be found in anything that is not the encrypted register. */
export const MARKER = { surname: 'ZZMARKERZZ', documentNumber: 'PP0MARKER0' } as const

export const PROPERTY = {
  name: 'Отель «Мысал»',
  bin: '990140000384',
  address: 'Алматы, ул. Учебная, 1',
  department: 'УМС ДП г. Алматы',
  channel: 'migration-api',
  environment: 'test',
} as const

const refusalSchema = z.object({
  error: z.looseObject({ code: z.string(), message: z.string(), issues: z.array(inputIssueSchema).default([]) }),
})
export type RefusedRun = z.infer<typeof refusalSchema>['error'] & { readonly stdout: string; readonly stderr: string }

/**
 * Runs a command that must be refused: exit 1, one line of JSON with the reason, no stack of a program's mistake and nothing of the marker
 * guest in it.
 */
export async function refused(args: readonly string[], options: CliOptions = {}): Promise<RefusedRun> {
  const { exitCode, stdout, stderr } = await runCli([...args, '--json'], options)
  const said = `"${args.join(' ').slice(0, 200)}" ended with ${exitCode}: ${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`
  if (exitCode !== 1 || !/^[^\n]+\n$/.test(stdout)) throw new Error(said)
  if (/\n\s+at .*:\d+:\d+/.test(stderr) || stdout.includes('PROGRAM_ERROR'))
    throw new Error(`A mistake of the program: ${said}`)
  for (const secret of Object.values(MARKER))
    if (`${stdout}${stderr}`.includes(secret)) throw new Error(`Tells a guest: ${said}`)
  return { ...refusalSchema.parse(JSON.parse(stdout)).error, stdout, stderr }
}

/** Where and why, as `path code`; the order is the program's. */
export function placesOf({ issues }: RefusedRun): readonly string[] {
  return issues.map(({ path, code }) => `${path} ${code}`)
}

/** A data folder with a property and one guest in it; answers its recovery code. */
export async function makeRegister(directory: string): Promise<string> {
  const property = `${directory}.property.json`
  writeFileSync(property, JSON.stringify(PROPERTY))
  const made = await runCliJson(['init', '--property', property, '--data', directory])
  await runCliJson(['check-in', '--data', directory], { input: JSON.stringify(checkInOf({ surname: 'Muster' })) })
  return z.looseObject({ recoveryCode: z.string() }).parse(made).recoveryCode
}

let bookings = 0

/** Under a booking of its own, so that it is taken whatever day the machine has. */
export function checkInOf(guest: Readonly<Record<string, unknown>>, stay: Readonly<Record<string, unknown>> = {}) {
  bookings += 1
  const reservation = `E-${bookings}`
  return { stay: { arrivalAt: '2026-11-23T10:00', room: '12', reservation, ...stay }, guests: [guest] }
}

/** All a person would miss: every notice, and that the register is sound. */
export async function contentOf(directory: string) {
  const notices = z.array(noticeSchema).parse(await runCliJson(['queue', '--data', directory]))
  const { isClean, auditEntries } = z
    .looseObject({ isClean: z.boolean(), auditEntries: z.number() })
    .parse(await runCliJson(['verify', '--data', directory]))
  return { notices, isClean, auditEntries }
}

/** A file beside the data folder, with this content. */
export function fileWith(directory: string, name: string, content: string | Uint8Array): string {
  const file = join(directory, name)
  writeFileSync(file, content)
  return file
}
