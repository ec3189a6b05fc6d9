import Database from 'better-sqlite3'

/** Thrown where the process dies. Nothing of it gets to the file afterwards. */
export class Died extends Error {
  override readonly name = 'Died'
}

export const DEATH_MOMENTS = ['before BEGIN', 'between statements', 'before COMMIT', 'after COMMIT'] as const
export type DeathMoment = (typeof DEATH_MOMENTS)[number]

export const DISK_FAULTS = ['disk full at a statement', 'COMMIT fails, nothing saved', 'COMMIT fails, all saved'] as const
export type DiskFault = (typeof DISK_FAULTS)[number]

/** What the register's file does to one process. It counts transactions from the moment something was planned. */
export interface Disk {
  /** The process dies in the `number`-th transaction from now, or in an earlier statement of it where that is the moment. */
  planDeath(number: number, moment: DeathMoment, statement: number): void
  /** One after the other, for the next transactions. */
  planFaults(faults: readonly DiskFault[]): void
  heal(): void
  kill(): void
  isDead(): boolean
  /** Statements that write and commits so far: while it stands still, what was read is as it was. */
  writes(): number
  /** Why, for the story. */
  deathMoment(): DeathMoment | null
  /** To be told of each fault as it strikes. */
  onFault: (fault: DiskFault) => void
}

interface HookedDisk extends Disk {
  begin(): void
  statement(): void
  commit(run: () => void): void
  requireLife(): void
}

const disks = new Map<string, HookedDisk>()
const diskOf = (database: unknown): HookedDisk | undefined =>
  database instanceof Database ? disks.get(database.name) : undefined

/** The disk under the register file of that path, until {@link removeDisk}. */
export function putDisk(file: string): Disk {
  let isDead = false
  let transactions = 0
  let statements = 0
  let writes = 0
  let death: { readonly number: number; readonly moment: DeathMoment; readonly statement: number } | null = null
  let moment: DeathMoment | null = null
  let faults: DiskFault[] = []
  let fault: DiskFault | undefined

  function die(at: DeathMoment): never {
    isDead = true
    moment = at
    throw new Died()
  }
  const isTurn = (at: DeathMoment): boolean => death !== null && death.number === transactions && death.moment === at

  const disk: HookedDisk = {
    onFault: () => undefined,
    planDeath(number, at, statement) {
      death = { number: transactions + number, moment: at, statement }
    },
    planFaults(planned) {
      faults = [...planned]
    },
    heal() {
      faults = []
      death = null
    },
    kill() {
      isDead = true
    },
    isDead: () => isDead,
    writes: () => writes,
    deathMoment: () => moment,
    begin() {
      transactions++
      statements = 0
      fault = faults.shift()
      if (isTurn('before BEGIN')) die('before BEGIN')
    },
    statement() {
      statements++
      writes++
      if (isTurn('between statements') && statements >= (death?.statement ?? 1)) die('between statements')
      if (fault === 'disk full at a statement') {
        disk.onFault(fault)
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
      }
    },
    commit(run) {
      writes++
      if (isTurn('before COMMIT') || isTurn('between statements')) die('before COMMIT')
      const now = fault
      if (now === 'COMMIT fails, nothing saved') {
        disk.onFault(now)
        throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC')
      }
      run()
      if (isTurn('after COMMIT')) die('after COMMIT')
      if (now === 'COMMIT fails, all saved') {
        disk.onFault(now)
        throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC')
      }
    },
    requireLife() {
      if (isDead) throw new Died()
    },
  }
  disks.set(file, disk)
  return disk
}

export function removeDisk(file: string): void {
  disks.delete(file)
}

let isHooked = false

/**
 * Puts the disks under the database library, below everything of ours: BEGIN, every statement and COMMIT of a register pass here, and
 * errors come as the library's own.
 */
export function hookDatabase(): void {
  if (isHooked) return
  isHooked = true
  const { prototype } = Database
  const exec = prototype.exec
  prototype.exec = function hookedExec(this: Database.Database, sql: string) {
    const disk = diskOf(this)
    disk?.requireLife()
    if (sql === 'BEGIN IMMEDIATE') disk?.begin()
    if (sql !== 'COMMIT' || disk === undefined) return exec.call(this, sql)
    disk.commit(() => void exec.call(this, sql))
    return this
  }
  for (const name of ['prepare', 'pragma'] as const) {
    const original: (...given: never[]) => unknown = prototype[name]
    Object.assign(prototype, {
      [name](this: Database.Database, ...given: never[]) {
        diskOf(this)?.requireLife()
        return original.apply(this, given)
      },
    })
  }
  hookStatements()
}

function hookStatements(): void {
  const probe = new Database(':memory:')
  const prototype: object = Object.getPrototypeOf(probe.prepare('SELECT 1'))
  probe.close()
  for (const name of ['run', 'get', 'all', 'iterate'] as const) {
    const original: unknown = Reflect.get(prototype, name)
    if (typeof original !== 'function') throw new Error(`The database library has no statement.${name} any more`)
    Object.assign(prototype, {
      [name](this: { readonly database: unknown }, ...given: unknown[]): unknown {
        const disk = diskOf(this.database)
        disk?.requireLife()
        if (name === 'run') disk?.statement()
        return Reflect.apply(original, this, given)
      },
    })
  }
}
