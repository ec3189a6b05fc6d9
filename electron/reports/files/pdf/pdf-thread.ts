import { Worker } from 'node:worker_threads'
import type { PdfAnswer, PdfJob, PdfQuestion } from './pdf-job.ts'

/** Beside the built program, or beside this file as it was written. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url)

/** A report is printed now and then; what it takes to lay one out is given back in between. */
const KEPT_IDLE_MS = 30_000

interface Thread {
  readonly worker: Worker
  readonly asked: Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>
  idle: NodeJS.Timeout | undefined
}

let current: Thread | undefined
let lastId = 0

/**
 * A PDF made in a thread of its own: laying out a long one takes a second of a processor, and meanwhile the desk answers. Jobs are done in the
 * order they came. Rejects without any of the document's words.
 */
export function madePdf(job: PdfJob): Promise<Uint8Array> {
  const thread = current ?? startedThread()
  current = thread
  lastId += 1
  const question: PdfQuestion = { id: lastId, job }
  return new Promise((resolve, reject) => {
    clearTimeout(thread.idle)
    thread.asked.set(question.id, { resolve, reject })
    // Whoever waits for it keeps the process alive, an idle thread does not.
    thread.worker.ref()
    thread.worker.postMessage(question)
  })
}

function startedThread(): Thread {
  const worker = new Worker(WORKER, {
    // The libraries' remarks may quote what they are given.
    stdout: true,
    stderr: true,
  })
  const thread: Thread = { worker, asked: new Map(), idle: undefined }
  worker.on('message', (answer: PdfAnswer) => {
    const asked = thread.asked.get(answer.id)
    thread.asked.delete(answer.id)
    if ('bytes' in answer) asked?.resolve(answer.bytes)
    else asked?.reject(new Error(`The PDF could not be made: ${answer.failure}`))
    if (thread.asked.size === 0) rest(thread)
  })
  worker.once('error', (error) => end(thread, error instanceof Error ? error.name : 'unknown'))
  worker.once('exit', () => end(thread, 'the thread ended'))
  return thread
}

function rest(thread: Thread): void {
  thread.worker.unref()
  thread.idle = setTimeout(() => {
    end(thread, 'the thread was given back')
    void thread.worker.terminate()
  }, KEPT_IDLE_MS)
  thread.idle.unref()
}

/** The next job gets another one. */
function end(thread: Thread, why: string): void {
  if (current === thread) current = undefined
  clearTimeout(thread.idle)
  for (const { reject } of thread.asked.values()) reject(new Error(`The PDF could not be made: ${why}`))
  thread.asked.clear()
}
