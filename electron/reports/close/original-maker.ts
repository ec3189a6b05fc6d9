import type { Register } from '#electron/desk/register.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { originalOf } from './original.ts'
import { ORIGINAL_FORMAT } from './original-file.ts'

/** Setting pages takes the desk a second or more, in which it answers nobody: first the windows read the day that was closed. */
const AFTER_MS = 2000

/** Makes the original of every close soon after it, one at a time and beside the desk's other work. */
export interface OriginalMaker {
  /** A day was closed, or some may lack their original: they are made in a moment. Never throws. */
  wake(): void
  /** Lets the one being made be finished; makes no other, the next run does. */
  stop(): Promise<void>
}

export function originalMaker(register: Register): OriginalMaker {
  let making: Promise<void> | undefined
  let waiting: NodeJS.Timeout | undefined
  let isWokenMeanwhile = false
  let isStopped = false
  /** Not tried again in this run: whoever asks for it is told why. */
  const failed = new Set<string>()

  async function makeAll(): Promise<void> {
    do {
      isWokenMeanwhile = false
      for (const date of register.rows.businessDays.withoutFile(ORIGINAL_FORMAT)) {
        if (isStopped) return
        if (!failed.has(date)) await make(date)
      }
    } while (isWokenMeanwhile)
  }

  async function make(date: CalendarDate): Promise<void> {
    try {
      if ((await originalOf(register, date)) === null) failed.add(date)
    } catch (error) {
      failed.add(date)
      logFailure(error)
    }
  }

  function begin(): void {
    waiting = undefined
    making = makeAll()
      .catch(logFailure)
      .finally(() => {
        making = undefined
      })
  }

  function logFailure(error: unknown): void {
    const kind = error instanceof Error ? error.name : 'unknown'
    register.logger.error({ kind }, 'the file of a closed day could not be made')
  }

  return {
    wake() {
      isWokenMeanwhile = true
      if (isStopped || making !== undefined) return
      waiting ??= setTimeout(begin, AFTER_MS).unref()
    },
    async stop() {
      isStopped = true
      clearTimeout(waiting)
      await making
    },
  }
}
