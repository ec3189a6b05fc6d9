import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runCliJson } from '../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../support/sample-hotel.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'

/** Tuesday morning in Almaty. */
const NOW = '2026-05-05T05:00:00.000Z'
const PROPERTY = { ...SAMPLE_HOTEL, channel: 'assisted-portal' }

/** What of a guest the tests tell apart; the rest is the same for everybody. */
export interface GuestGiven {
  readonly surname: string
  readonly givenNames: string
  readonly citizenship: string
  readonly documentNumber: string
  readonly room: string
  readonly arrivalAt: string
  readonly issueDate?: string | null
}

export interface ByHandDesk {
  readonly desk: RunningDesk
  /** A folder of the test's own. */
  readonly directory: string
  /** The notices, in the order of the guests. */
  readonly ids: readonly string[]
  stop(): Promise<void>
}

/** The built desk of a property that files by hand, with these guests checked in. */
export async function startByHandDesk(guests: readonly GuestGiven[]): Promise<ByHandDesk> {
  const directory = makeTempDirectory()
  const propertyFile = join(directory, 'property.json')
  writeFileSync(propertyFile, JSON.stringify(PROPERTY))
  const at = ['--data', join(directory, 'data'), '--now', NOW]
  await runCliJson(['init', '--property', propertyFile, ...at])
  const ids: string[] = []
  for (const guest of guests) ids.push(await checkIn(guest, at))
  const desk = await startServe(at, { TZ: 'Asia/Almaty' })
  return {
    desk,
    directory,
    ids,
    async stop() {
      await desk.stop()
      removeDirectory(directory)
    },
  }
}

async function checkIn({ room, arrivalAt, ...guest }: GuestGiven, at: readonly string[]): Promise<string> {
  const input = {
    requestId: randomUUID(),
    stay: { arrivalAt, departureDate: '2026-05-12', room },
    guests: [
      {
        sex: 'F',
        birthDate: '1991-11-02',
        documentType: 'passport',
        issueDate: '2023-08-09',
        ...guest,
        expiryDate: '2033-08-09',
        purpose: 'tourism',
      },
    ],
  }
  const answer = await runCliJson(['check-in', ...at], { input: JSON.stringify(input) })
  const { notices } = z.object({ notices: z.array(z.object({ id: z.string() })) }).parse(answer)
  return notices[0]?.id ?? ''
}
