import { Worker } from 'node:worker_threads'

/** A receipt is a page or two; what takes longer is no receipt, or is made to keep the desk busy. */
const READ_WITHIN_MS = 10_000
const MEMORY_MB = 256

/** Beside this file, whether it runs as written or built. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './receipt-text-worker.ts' : './receipt-text-worker.js',
  import.meta.url,
)

/**
 * The text of a PDF; `null` when there is none to be read – a scan, a damaged or a locked file. Read in a thread of its own with bounded
 * time and memory: a file from the internet neither blocks the desk nor ends it.
 */
export function textOfPdf(bytes: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // The library's remarks about a file may quote it.
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish(null), READ_WITHIN_MS)
    function finish(text: string | null): void {
      clearTimeout(timer)
      void worker.terminate()
      resolve(text)
    }
    worker.once('message', (text: unknown) => finish(typeof text === 'string' && text.trim() !== '' ? text : null))
    worker.once('error', () => finish(null))
    worker.once('exit', () => finish(null))
  })
}
