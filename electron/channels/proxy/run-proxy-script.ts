import { Worker } from 'node:worker_threads'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { ScriptEnd, ScriptRun } from './script-sandbox.ts'

/** Why a script gave no answer. */
export type ScriptTrouble =
  /** It is no program, has no `FindProxyForURL`, or threw. */
  | 'script_broken'
  /** It ran longer, took more memory or asked for more names than any honest one. */
  | 'script_endless'
  /** It answered something that is no text. */
  | 'answer_unreadable'

export type ScriptOutcome =
  | { readonly kind: 'answer'; readonly list: string }
  | { readonly kind: 'trouble'; readonly trouble: ScriptTrouble }

/** What a script may learn of the world. */
export interface ScriptWorld {
  /** An IPv4 address; `null` when the name does not resolve. */
  resolve(host: string): Promise<string | null>
  readonly ownAddress: string
}

/** With the start of the thread, on a slow PC. Inside, the sandbox has a shorter limit of its own that not every operation heeds. */
const THREAD_LIMIT_MS = 5_000
const MEMORY_MB = 96
/** Names one script may ask for. */
const MAX_NAMES = 20

/** Beside this file, whether it runs as written or built. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './proxy-script-worker.ts' : './proxy-script-worker.js',
  import.meta.url,
)

/**
 * Asks a proxy script for the way to an origin. It is a stranger's program: it runs in a sandbox inside a thread of its own, in bounded time
 * and memory, and is told the origin alone. A name it wants resolved ends its run; it is started again once the address is known.
 */
export async function runProxyScript(script: string, origin: string, world: ScriptWorld): Promise<ScriptOutcome> {
  const addresses = new Map<string, string | null>()
  for (;;) {
    const end = await runInThread({ script, origin, addresses, ownAddress: world.ownAddress })
    switch (end.kind) {
      case 'answer':
        return end
      case 'wants_address':
        if (addresses.size >= MAX_NAMES) return trouble('script_endless')
        addresses.set(end.host, await world.resolve(end.host))
        break
      case 'broken':
        return trouble(end.isOverTime ? 'script_endless' : 'script_broken')
      case 'no_text':
        return trouble('answer_unreadable')
      default:
        assertNever(end)
    }
  }
}

function trouble(kind: ScriptTrouble): ScriptOutcome {
  return { kind: 'trouble', trouble: kind }
}

function runInThread(run: ScriptRun): Promise<ScriptEnd> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: run,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish({ kind: 'broken', isOverTime: true }), THREAD_LIMIT_MS)
    function finish(end: ScriptEnd): void {
      clearTimeout(timer)
      void worker.terminate()
      resolve(end)
    }
    worker.once('message', (end: ScriptEnd) => finish(end))
    worker.once('error', () => finish({ kind: 'broken', isOverTime: false }))
    worker.once('exit', () => finish({ kind: 'broken', isOverTime: false }))
  })
}
