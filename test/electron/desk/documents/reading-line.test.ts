import { describe, expect, it } from 'vitest'
import type { PictureMessage } from '#electron/desk/documents/picture/picture-job.ts'
import { createReadingLine } from '#electron/desk/documents/reading-line.ts'
import type { ReadingEvent } from '#shared/contract/document-contract.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

const JOB = { picture: { width: 1, height: 1, pixels: new Uint8Array(1) }, today: calendarDate('2026-11-23') }

interface Started {
  tell(message: PictureMessage): void
  die(): void
  wasEnded: boolean
}

/** A line whose readings say what the test wants them to. */
function lineUnderTest(withinMs = 60_000) {
  const started: Started[] = []
  const line = createReadingLine((_job, tell, ended) => {
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      reading.wasEnded = true
      ended()
    }
    const reading: Started = {
      wasEnded: false,
      tell(message) {
        tell(message)
        if (message.kind === 'done') end()
      },
      die: end,
    }
    started.push(reading)
    return end
  }, withinMs)
  return { line, started }
}

async function all(events: AsyncGenerator<ReadingEvent, void, void>): Promise<ReadingEvent[]> {
  const list: ReadingEvent[] = []
  for await (const event of events) list.push(event)
  return list
}

const PROGRESS = { kind: 'progress', step: 'finding', done: 0.5 } as const

describe('the line of pictures', () => {
  it('reads one at a time; whoever waits is told how many go before', async () => {
    const { line, started } = lineUnderTest()
    const first = all(line.read('one', JOB, undefined))
    const second = all(line.read('two', JOB, undefined))
    expect(started.length).toBe(1)
    started[0]?.tell(PROGRESS)
    started[0]?.tell({ kind: 'done', reading: null })
    expect(await first).toEqual([PROGRESS, { kind: 'nothing' }])
    expect(started.length).toBe(2)
    started[1]?.tell({ kind: 'done', reading: null })
    expect(await second).toEqual([{ kind: 'waiting', before: 1 }, { kind: 'nothing' }])
  })

  it('of one workplace reads only the newest', async () => {
    const { line, started } = lineUnderTest()
    const first = all(line.read('one', JOB, undefined))
    const second = all(line.read('one', JOB, undefined))
    expect(await first).toEqual([{ kind: 'failed', reason: 'replaced' }])
    expect(started[0]?.wasEnded).toBe(true)
    started[1]?.tell({ kind: 'done', reading: null })
    expect((await second).at(-1)).toEqual({ kind: 'nothing' })
  })

  it('stops the reading when nobody listens any more, and goes on with the next', async () => {
    const { line, started } = lineUnderTest()
    const left = new AbortController()
    const first = all(line.read('one', JOB, left.signal))
    const second = all(line.read('two', JOB, undefined))
    left.abort()
    expect(await first).toEqual([])
    expect(started.map(({ wasEnded }) => wasEnded)).toEqual([true, false])
    started[1]?.tell({ kind: 'done', reading: null })
    expect((await second).at(-1)).toEqual({ kind: 'nothing' })
  })

  it('a thread that dies is said, and the next picture is read', async () => {
    const { line, started } = lineUnderTest()
    const first = all(line.read('one', JOB, undefined))
    const second = all(line.read('two', JOB, undefined))
    started[0]?.die()
    expect(await first).toEqual([{ kind: 'failed', reason: 'broken' }])
    started[1]?.tell({ kind: 'done', reading: null })
    expect((await second).at(-1)).toEqual({ kind: 'nothing' })
  })

  it('a reading without an end is ended, and said', async () => {
    const { line, started } = lineUnderTest(20)
    expect(await all(line.read('one', JOB, undefined))).toEqual([{ kind: 'failed', reason: 'too_slow' }])
    expect(started[0]?.wasEnded).toBe(true)
  })
})
