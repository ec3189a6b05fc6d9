/** The process whose disk fails: the real desk, one trial after the other, each in a folder of its own. Says one JSON line per trial. */
import { mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { fastTime } from '../scenario/fast-time.ts'
import { openHotel, setUp } from '../scenario/hotel.ts'
import { startWatchedService } from '../scenario/watched-service.ts'
import { runTrial } from './run-trial.ts'
import { trialSchema } from './trial.ts'

const options = z
  .object({
    /** Watched: the folders of the trials. */
    watched: z.string(),
    /** Not watched: the service. */
    simulatorDirectory: z.string(),
    marksFile: z.string(),
    hitsFile: z.string(),
    seed: z.number(),
    /** The mistake the harness has to find: a COMMIT that failed passes for one that did not. */
    isLying: z.boolean(),
    /** `null` = a run on a disk that works. */
    trials: z.array(trialSchema.nullable()),
  })
  .parse(JSON.parse(readFileSync(process.stdin.fd, 'utf8')))

if (options.isLying) swallowFailedCommits()
const uncaught: string[] = []
const note = (error: unknown): void =>
  void uncaught.push(error instanceof Error ? `${error.name}: ${error.message}` : 'something')
process.on('uncaughtException', note)
process.on('unhandledRejection', note)

const ports = fastTime(20, options.seed)
const marks = openSync(options.marksFile, 'a')
const service = await startWatchedService({
  directory: options.simulatorDirectory,
  seed: options.seed,
  onReached: () => undefined,
})
const template = join(options.watched, 'template')
mkdirSync(template, { mode: 0o700 })
const hotel = await openHotel({ directory: template, ports })
await setUp(hotel)
await hotel.process.stop()

for (const [index, trial] of options.trials.entries()) {
  writeSync(marks, 'trial')
  const result = await runTrial(trial, {
    template,
    ports,
    service,
    directory: join(options.watched, 'trial'),
    seed: options.seed * 10_000 + index,
    tellDisk: (order) => void writeSync(marks, order),
    countHits: () => statSync(options.hitsFile).size,
    takeUncaught: () => uncaught.splice(0),
  })
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
await service.close()
process.exit(0)

function swallowFailedCommits(): void {
  const { exec } = Database.prototype
  Database.prototype.exec = function lying(this: Database.Database, sql) {
    if (sql !== 'COMMIT') return exec.call(this, sql)
    try {
      return exec.call(this, sql)
    } catch {
      return this.inTransaction ? exec.call(this, 'ROLLBACK') : this
    }
  }
}
