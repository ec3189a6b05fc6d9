import { parentPort, workerData } from 'node:worker_threads'
import { extractText, getDocumentProxy } from 'unpdf'

const MOST_PAGES = 10

/** Answers with the text of the PDF it was given; ends without an answer when there is none. */
async function answer(bytes: unknown): Promise<void> {
  if (!(bytes instanceof Uint8Array)) return
  const document = await getDocumentProxy(new Uint8Array(bytes))
  if (document.numPages > MOST_PAGES) return
  const { text } = await extractText(document, { mergePages: true })
  parentPort?.postMessage(text)
}

await answer(workerData)
