import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Message } from '#electron/delivery/message.ts'
import { sendToFolder } from '#electron/delivery/ways/folder.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const FILE = { bytes: Buffer.from('%PDF first'), mediaType: 'application/pdf', fileName: 'qabyl-2026-05-05.pdf' }

function send(directory: string, bytes: Uint8Array = FILE.bytes) {
  const message: Message = { id: 'a', subject: '', text: '', short: '', file: { ...FILE, bytes } }
  return sendToFolder(message, directory, AbortSignal.timeout(5_000))
}

describe('a folder', () => {
  it('gets the whole file under its name, and nothing else', async () => {
    const directory = tempDirectory()
    expect(await send(directory)).toEqual({ kind: 'done', place: join(directory, FILE.fileName) })
    expect(readFileSync(join(directory, FILE.fileName))).toEqual(FILE.bytes)
    expect(readdirSync(directory)).toEqual([FILE.fileName])
  })

  it('keeps a file that has the name already; the same bytes are the delivery itself', async () => {
    const directory = tempDirectory()
    await send(directory)
    expect(await send(directory)).toEqual({ kind: 'done', place: join(directory, FILE.fileName) })
    const other = Buffer.from('%PDF second')
    expect(await send(directory, other)).toEqual({ kind: 'done', place: join(directory, 'qabyl-2026-05-05 (2).pdf') })
    expect(await send(directory, other)).toEqual({ kind: 'done', place: join(directory, 'qabyl-2026-05-05 (2).pdf') })
    expect(readFileSync(join(directory, FILE.fileName))).toEqual(FILE.bytes)
    expect(readdirSync(directory).toSorted()).toEqual(['qabyl-2026-05-05 (2).pdf', FILE.fileName])
  })

  it('keeps a folder or a link that has the name', async () => {
    const directory = tempDirectory()
    mkdirSync(join(directory, FILE.fileName))
    symlinkSync(join(directory, 'nowhere'), join(directory, 'qabyl-2026-05-05 (2).pdf'))
    expect(await send(directory)).toEqual({ kind: 'done', place: join(directory, 'qabyl-2026-05-05 (3).pdf') })
    expect(existsSync(join(directory, 'nowhere'))).toBe(false)
  })

  it('that a crash left half a file in gets the whole one', async () => {
    const directory = tempDirectory()
    writeFileSync(join(directory, '.qabyl-a.part'), '%P')
    expect((await send(directory)).kind).toBe('done')
    expect(readdirSync(directory)).toEqual([FILE.fileName])
  })

  it('that is missing, was removed, or is a file is said to be', async () => {
    const directory = tempDirectory()
    const gone = { kind: 'not_sent', cause: 'folder_missing', retryAfterMs: null }
    expect(await send(join(directory, 'none'))).toEqual(gone)
    mkdirSync(join(directory, 'stick'))
    expect((await send(join(directory, 'stick'))).kind).toBe('done')
    rmSync(join(directory, 'stick'), { recursive: true })
    expect(await send(join(directory, 'stick'))).toEqual(gone)
    writeFileSync(join(directory, 'file'), '')
    expect(await send(join(directory, 'file'))).toEqual(gone)
    expect(await send(join(directory, 'file', 'below'))).toEqual(gone)
  })

  it.runIf(process.platform === 'linux')('that may not be written to, not even by root, is said to be', async () => {
    expect(await send('/sys/kernel')).toEqual({ kind: 'not_sent', cause: 'folder_forbidden', retryAfterMs: null })
  })

  it('that does not answer keeps nobody waiting', async () => {
    const signal = AbortSignal.abort()
    const message: Message = { id: 'a', subject: '', text: '', short: '', file: FILE }
    expect(await sendToFolder(message, tempDirectory(), signal)).toEqual({
      kind: 'not_sent',
      cause: 'timeout',
      retryAfterMs: null,
    })
  })
})
