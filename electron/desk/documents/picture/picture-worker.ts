import { parentPort, workerData } from 'node:worker_threads'
import type { PictureJob, PictureMessage } from './picture-job.ts'
import { readPicture } from './read-picture.ts'

function tell(message: PictureMessage): void {
  parentPort?.postMessage(message)
}

// Only the thread that started this one gives it its data.
const { picture, today } = workerData as PictureJob
const reading = readPicture(picture, today, (step, done) => tell({ kind: 'progress', step, done }))
tell({ kind: 'done', reading })
