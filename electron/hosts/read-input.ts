import { createReadStream } from 'node:fs'
import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { Refusal } from './command.ts'
import { tooLarge } from './too-large.ts'

/**
 * The bytes of a file a person named, at most {@link MAX_FILE_BYTES}. Counted while reading, not asked of the file system: a pipe or a
 * device has no size, and may have no end.
 */
export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const chunks: Buffer[] = []
    let size = 0
    const stream: AsyncIterable<Buffer> = createReadStream(file)
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_FILE_BYTES) throw tooLarge(file)
    }
    return new Uint8Array(Buffer.concat(chunks))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new Refusal('NO_SUCH_FILE', `There is no file ${file}. Nothing was changed.`, { file })
    if (code === 'EISDIR') throw new Refusal('NO_SUCH_FILE', `${file} is a folder, not a file. Nothing was changed.`, { file })
    throw new Refusal('FILE_NOT_READ', `${file} cannot be read (${code}). Nothing was changed.`, { file })
  }
}

export async function readJsonFile(file: string): Promise<unknown> {
  return parseJson(new TextDecoder().decode(await readBytes(file)), file)
}

/** Text as JSON. A parser's own message quotes the text, which may hold a guest's data, so only the place is told. */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place =
      error instanceof Error ? /position \d+( \(line \d+ column \d+\))?|end of JSON/.exec(error.message)?.[0] : undefined
    throw new Refusal('BAD_INPUT', `${source} is not JSON; nothing was changed.`, {
      issues: [{ path: '', code: 'wrong_format', message: place === undefined ? 'not JSON' : `not JSON at ${place}` }],
    })
  }
}
