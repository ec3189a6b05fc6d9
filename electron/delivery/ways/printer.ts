import { spawn } from 'node:child_process'
import { notSent, type Send, type SendOutcome } from '../message.ts'

/** The printers of this PC. The window of Qabyl brings its own; elsewhere it is the system's spooler. */
export interface PrinterPort {
  /** Puts a PDF into the printer's queue; `null` = the usual printer. */
  printPdf(bytes: Uint8Array, printerName: string | null, signal: AbortSignal): Promise<SendOutcome>
  /** `null` = nobody here can print by itself. */
  names(): Promise<readonly string[] | null>
}

export function printerSender(printer: PrinterPort): Send {
  return ({ file }, address, signal) =>
    file === null
      ? Promise.resolve({ kind: 'refused', cause: 'program_error' })
      : printer.printPdf(file.bytes, address === '' ? null : address, signal)
}

interface Ended {
  /** `null` = the program is not there, or was ended. */
  readonly code: number | null
  readonly isMissing: boolean
  readonly output: string
}

/**
 * CUPS, by its command `lp`: macOS and Linux. Windows has nothing of its own that prints a PDF without a window; there the window of Qabyl
 * prints, and a desk without one says that it cannot.
 */
export const systemPrinter: PrinterPort = {
  async printPdf(bytes, printerName, signal) {
    if (process.platform === 'win32') return { kind: 'refused', cause: 'no_printer' }
    // Everything after `--` is a file, and `-` is standard input: a name that begins with a dash is still a name.
    const to = printerName === null ? [] : [`-d${printerName}`]
    const { code, isMissing, output } = await runWith('lp', [...to, '-t', 'Qabyl', '--', '-'], bytes, signal)
    if (isMissing) return { kind: 'refused', cause: 'no_printer' }
    if (code === 0) return { kind: 'done', place: /\b(\S+-\d+)\b/.exec(output)?.[1] ?? null }
    // Ended in the middle: the spooler may have taken it.
    return code === null ? { kind: 'unknown', cause: 'timeout' } : notSent('printer_failed')
  },
  async names() {
    if (process.platform === 'win32') return null
    const { code, output } = await runWith('lpstat', ['-e'], null, AbortSignal.timeout(5_000))
    return code === 0 ? output.split('\n').filter((name) => name !== '') : null
  },
}

function runWith(command: string, args: readonly string[], input: Uint8Array | null, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
      // The spooler's words are read: they are to be English.
      env: { ...process.env, LC_ALL: 'C' },
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    // A spooler that refuses does not read to the end.
    child.stdin.on('error', () => undefined)
    child.once('error', (error) => resolve({ code: null, isMissing: 'code' in error && error.code === 'ENOENT', output }))
    child.once('close', (code) => resolve({ code, isMissing: false, output }))
    child.stdin.end(input ?? undefined)
  })
}
