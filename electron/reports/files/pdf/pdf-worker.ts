import { parentPort } from 'node:worker_threads'
import { withCopyMark } from './copy-mark.ts'
import { pdfFile } from './pdf-file.ts'
import type { PdfAnswer, PdfJob, PdfQuestion } from './pdf-job.ts'

function bytesOf(job: PdfJob): Promise<Uint8Array> {
  return job.make === 'document' ? pdfFile(job.document) : withCopyMark(job.original, job.word)
}

async function answer({ id, job }: PdfQuestion): Promise<PdfAnswer> {
  try {
    return { id, bytes: await bytesOf(job) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.name : typeof error }
  }
}

parentPort?.on('message', (question: PdfQuestion) => {
  void answer(question).then((given) => parentPort?.postMessage(given))
})
