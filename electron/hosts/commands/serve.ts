import { createDeskProcess, type DeskProcess } from '#electron/desk/desk-process.ts'
import { createLogger } from '#electron/desk/logging.ts'
import { APP_VERSION } from '../app-version.ts'
import { startBrowserHost } from '../browser-host.ts'
import { type Command, type Invocation, isSet, PORT_FLAG, portOf, Refusal } from '../command.ts'
import { removeDeskFile, writeDeskFile } from '../desk-file.ts'
import { deskOptions, refuseTrouble } from '../with-desk.ts'

/** Runs until it is asked to stop. */
export const serve: Command = {
  summary: 'runs the desk for a browser on this PC',
  flags: { port: PORT_FLAG, training: { type: 'boolean', help: 'begin in training: sample guests, a simulated service' } },
  async run(invocation) {
    const port = portOf(invocation)
    const stopped = invocation.io.untilStopped()
    const logger = createLogger({ directory: invocation.directory, level: 'warn' })
    const desk = createDeskProcess({ ...deskOptions(invocation), logger, training: isSet(invocation, 'training') })
    try {
      const started = await desk.start()
      if (!started.ok) throw new Refusal(started.error.code.toUpperCase(), started.error.message)
      announceTrouble(desk, invocation)
      const host = await startBrowserHost({
        desk,
        port,
        rendererDirectory: invocation.io.rendererDirectory,
        appVersion: APP_VERSION,
        log: (message) => logger.warn(message),
      })
      if (!host.ok) throw new Refusal(host.error.code.toUpperCase(), host.error.message, { port })
      const { url, token, apiToken, origin } = host.value
      const directory = desk.desk()?.register.store.directory ?? invocation.directory
      const isTraining = desk.desk()?.property.environment === 'training'
      // A folder that cannot be written is shown on screen; the command line then finds no running desk, and says so.
      await writeDeskFile(directory, { pid: process.pid, origin, token, isTraining }).catch(() =>
        logger.warn('desk.json could not be written'),
      )
      try {
        invocation.io.writeOut(`${JSON.stringify({ url, token, apiToken })}\n`)
        await stopped
      } finally {
        await removeDeskFile(directory).catch(() => logger.warn('desk.json could not be removed'))
        await host.value.stop()
      }
    } finally {
      await desk.stop()
    }
    return 0
  },
}

/** A folder that another desk holds is refused; any other trouble stands on every screen, which says what to do. */
function announceTrouble(desk: DeskProcess, invocation: Invocation): void {
  const trouble = desk.trouble()
  if (trouble === null) return
  if (trouble.code === 'locked') refuseTrouble(desk)
  invocation.io.writeErr(`${trouble.message}\n`)
}
