import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import type { Desk } from '#electron/desk/desk.ts'
import { createDeskProcess } from '#electron/desk/desk-process.ts'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import { SAMPLE_HOTEL } from './sample-hotel.ts'

interface InDeskOptions {
  /** The data folder; what is not there yet is set up. */
  readonly directory: string
  /** Where the desk's clock starts. */
  readonly startAt: string
  /** The property, if there is none yet. */
  readonly property?: Parameters<DirectDeskClient['setup']['createProperty']>[0]
  readonly channelUrl?: string
}

/** Works at the desk of a folder, in this very process and with nothing sent by itself, and closes it; for what a test finds there. */
export async function inDesk<T>(
  { directory, startAt, property = SAMPLE_HOTEL, channelUrl }: InDeskOptions,
  work: (client: DirectDeskClient, desk: Desk) => Promise<T>,
): Promise<T> {
  const process = createDeskProcess({
    directory,
    appVersion: '0.0.0-test',
    logger: pino({ level: 'silent' }),
    startAt,
    machineZoneOffsetMinutes: () => 300,
    ...(channelUrl !== undefined && { channelUrl }),
  })
  try {
    const start = await process.start({ isSending: false })
    if (!start.ok) throw new Error(start.error.message)
    const client: DirectDeskClient = createRouterClient(process.router, { context: () => process.contextFor('front') })
    if ((await client.desk.status()).mode === 'needs_setup') await client.setup.createProperty(property)
    const desk = process.desk()
    if (desk === undefined) throw new Error('A property that was set up has a desk')
    return await work(client, desk)
  } finally {
    await process.stop()
  }
}
