import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { tooLarge } from './too-large.ts'

/** A check-in of 40 guests is some 40 kB. */
const LONGEST_LINE = 1024 * 1024

/** Lines of a byte or text stream, without their ends; the last one may lack its end. Text is UTF-8, a BOM is dropped. */
export async function* readLines(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
    if (rest.length > LONGEST_LINE) throw tooLarge('A line of the input')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/** Everything of a stream as text. */
export async function readText(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (text.length > MAX_FILE_BYTES) throw tooLarge('The input')
  }
  return text + decoder.decode()
}
