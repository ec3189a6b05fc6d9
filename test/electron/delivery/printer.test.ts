import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Message } from '#electron/delivery/message.ts'
import { printerSender, systemPrinter } from '#electron/delivery/ways/printer.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const MESSAGE: Message = {
  id: 'a',
  subject: '',
  text: '',
  short: '',
  file: { bytes: Buffer.from('%PDF probe'), mediaType: 'application/pdf', fileName: 'a.pdf' },
}
const send = printerSender(systemPrinter)

/** A spooler of the test's own under the name the system's has: a real program that is really started. */
function spooler(script: string): string {
  const directory = tempDirectory()
  for (const name of ['lp', 'lpstat']) {
    writeFileSync(join(directory, name), `#!/bin/sh\nout=${directory}\n${script}`)
    chmodSync(join(directory, name), 0o700)
  }
  setPath(`${directory}${delimiter}${process.env['PATH']}`)
  return directory
}

function setPath(path: string): void {
  const before = process.env['PATH']
  process.env['PATH'] = path
  onTestFinished(() => {
    process.env['PATH'] = before
  })
}

describe.skipIf(process.platform === 'win32')('the system’s spooler', () => {
  it('gets the bytes and the printer, and its number is kept', async () => {
    const directory = spooler('cat > "$out/bytes"; echo "$@" > "$out/words"; echo "request id is Front-17 (1 file(s))"')
    expect(await send(MESSAGE, 'Front', AbortSignal.timeout(5_000))).toEqual({ kind: 'done', place: 'Front-17' })
    expect(readFileSync(join(directory, 'bytes'), 'utf8')).toBe('%PDF probe')
    expect(readFileSync(join(directory, 'words'), 'utf8').trim()).toBe('-dFront -t Qabyl -- -')
    await send(MESSAGE, '', AbortSignal.timeout(5_000))
    expect(readFileSync(join(directory, 'words'), 'utf8').trim()).toBe('-t Qabyl -- -')
  })

  it('that refuses – without reading to the end – is said to have', async () => {
    spooler('echo "lp: The printer or class does not exist." >&2; exit 1')
    const large = { ...MESSAGE, file: { ...MESSAGE.file, bytes: Buffer.alloc(1_000_000) } } as Message
    expect(await send(large, 'None', AbortSignal.timeout(5_000))).toEqual({
      kind: 'not_sent',
      cause: 'printer_failed',
      retryAfterMs: null,
    })
  })

  it('that hangs is ended; it may have printed', async () => {
    spooler('exec sleep 60')
    expect(await send(MESSAGE, '', AbortSignal.timeout(300))).toEqual({ kind: 'unknown', cause: 'timeout' })
  })

  it('that is not there is said to be missing', async () => {
    setPath(tempDirectory())
    expect(await send(MESSAGE, '', AbortSignal.timeout(5_000))).toEqual({ kind: 'refused', cause: 'no_printer' })
    expect(await systemPrinter.names()).toBeNull()
  })

  it('names its printers', async () => {
    spooler('printf "Front\\nOffice\\n"')
    expect(await systemPrinter.names()).toEqual(['Front', 'Office'])
  })
})
