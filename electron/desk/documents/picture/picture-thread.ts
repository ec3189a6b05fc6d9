import { Worker } from 'node:worker_threads'
import type { PictureJob, PictureMessage } from './picture-job.ts'

/** Beside the built program, or beside this file as it was written. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './picture-worker.ts' : './picture-worker.js', import.meta.url)
const MEMORY_MB = 512

/**
 * Reads one picture in a thread of its own: seconds of a processor, and meanwhile the desk answers. `tell` hears all it says; `ended` once,
 * when nothing more will come. The function returned ends it at once.
 */
export function startReading(job: PictureJob, tell: (message: PictureMessage) => void, ended: () => void): () => void {
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    // What goes wrong in there may quote what it was given.
    stdout: true,
    stderr: true,
  })
  let hasEnded = false
  function end(): void {
    if (hasEnded) return
    hasEnded = true
    void worker.terminate()
    ended()
  }
  worker.on('message', (message: PictureMessage) => {
    if (hasEnded) return
    tell(message)
    if (message.kind === 'done') end()
  })
  worker.once('error', end)
  worker.once('exit', end)
  return end
}
