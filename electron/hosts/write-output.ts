import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { FileContent } from '#shared/contract/file.ts'
import { Refusal } from './command.ts'

/** What was written, for the answer of a command. */
export interface Written {
  readonly file: string
  readonly bytes: number
}

/**
 * Writes what the desk gave out into a file, whole or not at all. A file that is there already is kept and refused, so that a report is
 * never lost under another. Throws `Refusal`.
 */
export async function writeOutput(out: string, content: FileContent): Promise<Written> {
  const file = resolve(out)
  const bytes = Buffer.from(await content.arrayBuffer())
  if (await isThere(file)) {
    throw new Refusal('FILE_EXISTS', `${file} is there already; it was left as it is. Choose another name.`, { file })
  }
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`)
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(part, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refusal('NOT_WRITTEN', `${file} could not be written (${cause}). The register was not touched by that.`, {
      file,
      cause,
    })
  }
  return { file, bytes: bytes.length }
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  )
}
