import type { ReadingEvent } from '#shared/contract/document-contract.ts'
import type { PictureJob, PictureMessage } from './picture/picture-job.ts'
import { startReading } from './picture/picture-thread.ts'

/** A large picture of a crowded page takes some seconds on an old PC. */
const READ_WITHIN_MS = 30_000

/** Pictures are read one after the other; of one workplace only the newest. */
export interface ReadingLine {
  /** What becomes known, ending with the reading. Ends early, and ends the reading, on `signal` or when nobody takes it any more. */
  read(workplace: string, job: PictureJob, signal: AbortSignal | undefined): AsyncGenerator<ReadingEvent, void, void>
}

interface Waiting {
  readonly workplace: string
  readonly job: PictureJob
  say(event: ReadingEvent): void
  /** The last word; the line goes on. */
  finish(event: ReadingEvent): void
}

interface Reading {
  readonly of: Waiting
  end(): void
}

type Start = typeof startReading

/** `start` and `withinMs` are for tests of what goes wrong. */
export function createReadingLine(start: Start = startReading, withinMs = READ_WITHIN_MS): ReadingLine {
  const line: Waiting[] = []
  let now: Reading | undefined

  function goOn(): void {
    if (now !== undefined) return
    const next = line.shift()
    if (next === undefined) return
    for (const [index, waiting] of line.entries()) waiting.say({ kind: 'waiting', before: index + 1 })
    const timer = setTimeout(() => next.finish({ kind: 'failed', reason: 'too_slow' }), withinMs)
    let hasAnswer = false
    const end = start(
      next.job,
      (message) => {
        hasAnswer ||= message.kind === 'done'
        if (message.kind === 'done') next.finish(answerOf(message))
        else next.say(message)
      },
      () => {
        clearTimeout(timer)
        now = undefined
        // A thread that died – out of memory, a mistake of ours – is no answer.
        if (!hasAnswer) next.finish({ kind: 'failed', reason: 'broken' })
        goOn()
      },
    )
    now = { of: next, end }
  }

  function leave(waiting: Waiting): void {
    const at = line.indexOf(waiting)
    if (at !== -1) line.splice(at, 1)
    if (now?.of === waiting) now.end()
  }

  return {
    async *read(workplace, job, signal) {
      const said: ReadingEvent[] = []
      let hasFinished = false
      let wake: (() => void) | undefined
      const put = (event: ReadingEvent) => {
        if (hasFinished) return
        // A slow listener hears where it stands now, not every step there.
        if (event.kind === 'progress' && said.at(-1)?.kind === 'progress') said.pop()
        said.push(event)
        wake?.()
      }
      const waiting: Waiting = {
        workplace,
        job,
        say: put,
        finish(event) {
          put(event)
          hasFinished = true
          leave(waiting)
        },
      }
      const abandon = () => {
        hasFinished = true
        leave(waiting)
        wake?.()
      }
      for (const earlier of [...line, ...(now === undefined ? [] : [now.of])])
        if (earlier.workplace === workplace) earlier.finish({ kind: 'failed', reason: 'replaced' })
      signal?.addEventListener('abort', abandon, { once: true })
      try {
        if (signal?.aborted === true) return
        if (now !== undefined) put({ kind: 'waiting', before: line.length + 1 })
        line.push(waiting)
        goOn()
        for (;;) {
          const event = said.shift()
          if (event !== undefined) yield event
          else if (hasFinished) return
          else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
      } finally {
        signal?.removeEventListener('abort', abandon)
        abandon()
      }
    },
  }
}

function answerOf({ reading }: Extract<PictureMessage, { readonly kind: 'done' }>): ReadingEvent {
  if (reading === null) return { kind: 'nothing' }
  const { lines, frame, confidence, doubts } = reading
  return { kind: 'read', lines: [...lines], frame, confidence, doubts: [...doubts] }
}
