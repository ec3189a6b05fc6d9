/**
 * The process that is recorded: the real desk beside a simulator, doing what one scenario says. It ends by killing itself where the
 * scenario ends, so that nothing is tidied up that a power cut would not.
 */
import Database from 'better-sqlite3'
import { fastTime } from './fast-time.ts'
import { recordedDeskOptionsSchema } from './recorded-desk-options.ts'
import { SCENARIOS } from './scenarios.ts'
import { marksInto, Stage } from './stage.ts'
import { startWatchedService } from './watched-service.ts'

const options = recordedDeskOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
if (options.isSyncWeakened) weakenSync()
const ports = fastTime(10, options.seed)
const mark = marksInto(options.marksFile)
const service = await startWatchedService({
  directory: options.simulatorDirectory,
  seed: options.seed,
  onReached: (clientIds) => mark({ kind: 'reached', clientIds: [...clientIds] }),
})
const stage = new Stage({ directory: options.directory, ports, seed: options.seed, service, mark })
await SCENARIOS[options.scenario]({
  directory: options.directory,
  ports,
  stage,
  serviceLosesAnswers: (isLosing) => service.setFaults(isLosing ? { 'drop-after-store': 1 } : {}),
})
process.kill(process.pid, 'SIGKILL')

/** The mistake the harness has to find: the database is told NORMAL where the desk says FULL, and answers as if it had not been. */
function weakenSync(): void {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function weakened(this: Database.Database, source, given) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL', given)
    return source === 'synchronous' ? 2 : pragma.call(this, source, given)
  }
}
