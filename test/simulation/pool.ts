import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Chunk, ChunkDone } from './worker.ts'

export interface PoolOptions {
  readonly workers: number
  /** Seeds in the order they are to be played; ends when there are no more. */
  readonly seeds: Iterator<number>
  /** Seeds a worker takes at once. */
  readonly chunkSize: number
  /** With the real channel over real sockets; left out = over the model. */
  readonly isOverTheWire?: boolean
  /** No new chunk is begun after so long. */
  readonly forMs: number
  readonly onDone: (done: ChunkDone) => void
  /** Stops early when it says so. */
  readonly isEnough: () => boolean
  /** For Node, before the worker's own file: the hook of a planted bug. */
  readonly execArgv?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Plays seeds in processes of their own. Rejects when one of them dies. */
export async function playInPool(options: PoolOptions): Promise<void> {
  const startedAt = performance.now()
  const next = (): number[] => {
    const seeds: number[] = []
    if (options.isEnough() || performance.now() - startedAt > options.forMs) return seeds
    while (seeds.length < options.chunkSize) {
      const { value, done } = options.seeds.next()
      if (done === true) break
      seeds.push(value)
    }
    return seeds
  }
  await Promise.all(Array.from({ length: options.workers }, () => playInOne(options, next)))
}

function playInOne(options: PoolOptions, next: () => number[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [], {
    execArgv: [...(options.execArgv ?? [])],
    env: { ...process.env, ...options.env },
  })
  let isIdle = false
  const give = (): void => {
    const seeds = next()
    isIdle = seeds.length === 0
    if (isIdle) child.disconnect()
    else child.send({ seeds, isOverTheWire: options.isOverTheWire ?? false } satisfies Chunk)
  }
  child.on('message', (done: ChunkDone) => {
    options.onDone(done)
    give()
  })
  child.once('error', reject)
  child.once('exit', (code) => {
    if (isIdle) resolve()
    else reject(new Error(`A worker ended with code ${code} in the middle of its work`))
  })
  give()
  return promise
}
