import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'
import { commonErrors } from '#shared/contract/errors.ts'
import { fileSchema } from '#shared/contract/file.ts'

const base = oc.errors(commonErrors)

/** The shapes that cross the real contract – values, typed failures, files, streams – without a register behind them. */
export const sampleContract = {
  echo: base.input(z.unknown()).output(z.unknown()),
  whoCalls: base.output(z.object({ workplace: z.string() })),
  refuse: base.output(z.object({})),
  break: base.output(z.object({})),
  checked: base.input(z.object({ nights: z.number().int() })).output(z.number()),
  file: {
    measure: base
      .input(z.object({ note: z.string(), content: fileSchema }))
      .output(z.object({ note: z.string(), size: z.number(), type: z.string(), sum: z.number() })),
    get: base.input(z.object({ bytes: z.number().int() })).output(z.object({ name: z.string(), content: fileSchema })),
  },
  stream: {
    count: base.input(z.object({ to: z.number().int() })).output(eventIterator(z.object({ value: z.number() }))),
    endless: base.output(eventIterator(z.object({ value: z.number() }))),
  },
  neverAnswers: base.output(z.object({})),
}

export interface SampleContext {
  readonly workplace: string
}

export function createSampleDesk() {
  const os = implement(sampleContract).$context<SampleContext>()
  /** Calls of `neverAnswers` under way, and streams being read. */
  const seen = { started: Promise.withResolvers<void>(), streamsEnded: 0, streamEnded: Promise.withResolvers<void>() }

  const router = os.router({
    echo: os.echo.handler(({ input }) => input),
    whoCalls: os.whoCalls.handler(({ context }) => ({ workplace: context.workplace })),
    refuse: os.refuse.handler(({ errors }) => {
      throw errors.LEASED({ data: { by: 'Айгерим', until: '2026-11-23T05:43:00.000Z' } })
    }),
    break: os.break.handler(() => {
      throw new TypeError('a bug with a passport number N1234567')
    }),
    checked: os.checked.handler(({ input }) => input.nights),
    file: {
      measure: os.file.measure.handler(async ({ input }) => {
        const bytes = new Uint8Array(await input.content.arrayBuffer())
        const sum = bytes.reduce((total, byte) => total + byte, 0)
        return { note: input.note, size: input.content.size, type: input.content.type, sum }
      }),
      get: os.file.get.handler(({ input }) => ({
        name: 'receipt.pdf',
        content: new Blob([new Uint8Array(input.bytes).fill(255)], { type: 'application/pdf' }),
      })),
    },
    stream: {
      count: os.stream.count.handler(async function* ({ input }) {
        for (let value = 1; value <= input.to; value++) yield { value }
      }),
      endless: os.stream.endless.handler(async function* ({ signal }) {
        try {
          yield { value: 1 }
          await untilAborted(signal)
        } finally {
          seen.streamsEnded++
          seen.streamEnded.resolve()
        }
      }),
    },
    neverAnswers: os.neverAnswers.handler(({ signal }) => {
      seen.started.resolve()
      return untilAborted(signal)
    }),
  })
  return { router, seen }
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  signal?.throwIfAborted()
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
}
