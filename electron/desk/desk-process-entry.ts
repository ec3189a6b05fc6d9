import { type DeskProcessParts, type ParentPort, runDeskProcess } from '#electron/hosts/process-host.ts'
import type { KeyOfFolder } from '#electron/hosts/process-messages.ts'
import { keyFileKeeper, readOrCreateKeyFile } from '#electron/store/keys.ts'
import { failed, ok } from '#shared/domain/result.ts'
import { createDeskProcess } from './desk-process.ts'
import type { KeyRing } from './folder-seat.ts'
import { createLogger } from './logging.ts'
import { systemPorts } from './system-ports.ts'

/** Electron adds the port to the processes it forks; Node's own types do not know it. */
const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort }
if (parentPort === undefined) {
  process.stderr.write(
    'The desk process is started by Qabyl itself. Run "npm start" or "npm run -s qabyl -- serve --port 0".\n',
  )
  process.exit(1)
}

const ports = systemPorts()

const start: DeskProcessParts['start'] = async ({ directory, isTraining, appVersion, key }, askSystemProxy) => {
  const desk = createDeskProcess({
    directory,
    appVersion,
    training: isTraining,
    ports,
    logger: createLogger({ directory, level: 'warn' }),
    keys: keyRing(directory, key),
    askSystemProxy,
  })
  const started = await desk.start()
  return started.ok ? ok(desk) : failed({ ...started.error, directory })
}

/** The folder's key as the shell got it from the system; every other folder (training) has a key file. */
function keyRing(directory: string, key: KeyOfFolder): KeyRing {
  return {
    open(folder) {
      if (folder !== directory || key.kind === 'key_file') return readOrCreateKeyFile(folder, ports.randomBytes)
      if (key.kind === 'refused') return failed({ code: key.code, directory, message: key.message })
      return ok({ key: Buffer.from(key.hex, 'hex'), candidate: undefined })
    },
    keeperOf: keyFileKeeper,
  }
}

runDeskProcess(parentPort, {
  start,
  log: (message) => process.stderr.write(`${message}\n`),
  exit: (code) => process.exit(code),
})
