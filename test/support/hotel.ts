import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { propertyInputSchema } from '#shared/contract/schemas.ts'
import { runCliJson } from './run-cli.ts'
import { type RunningDesk, startServe } from './serve.ts'
import { makeTempDirectory, removeDirectory } from './temp-directory.ts'

/** A hotel that is set up and served, at a time that stands still. */
export interface RunningHotel {
  readonly desk: RunningDesk
  /** Killed as by a power cut and served again on the port it had, so that a browser takes it for the same workplace. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startHotel(property: z.input<typeof propertyInputSchema>, now: string): Promise<RunningHotel> {
  const directory = makeTempDirectory()
  const file = join(directory, 'property.json')
  writeFileSync(file, JSON.stringify(property))
  await runCliJson(['init', '--property', file, '--data', join(directory, 'data'), '--now', now])
  const serve = (port = '0') =>
    startServe(['--data', join(directory, 'data'), '--now', now, '--port', port], { TZ: 'Asia/Almaty' })
  let desk = await serve()
  return {
    get desk() {
      return desk
    },
    async restart() {
      const { port } = new URL(desk.ready.url)
      await desk.kill()
      desk = await serve(port)
    },
    async close() {
      await desk.stop()
      removeDirectory(directory)
    },
  }
}
