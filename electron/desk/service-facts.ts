import { z } from 'zod'
import type { MachineChannel, ServiceFacts } from '#electron/channels/adapter.ts'
import type { Outbox } from '#electron/outbox/outbox.ts'
import { SettingDamagedError } from '#electron/store/settings.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import { ALPHABETS, CODE_LIST_NAMES, RULED_FIELDS } from '#shared/domain/field-rules.ts'
import type { Register } from './register.ts'

const SETTING = 'channel.service'
/** Lists and limits change rarely: once a day is asked, and after a failure not before ten minutes. */
const ASK_EVERY_MS = 24 * 3_600_000
const RETRY_AFTER_MS = 10 * 60_000

const codes = z.array(z.string()).nullable()
const storedSchema = z.object({
  /** Whose facts these are: another service knows other codes. */
  url: z.string(),
  fetchedAt: z.iso.datetime(),
  maxBatch: z.number().nullable(),
  environment: z.enum(['production', 'test']).nullable(),
  fieldRules: z.array(
    z.object({
      field: z.enum(RULED_FIELDS),
      isRequired: z.boolean(),
      maxLength: z.number().nullable(),
      alphabet: z.enum(ALPHABETS).nullable(),
      codeList: z.enum(CODE_LIST_NAMES).nullable(),
    }),
  ),
  codeLists: z
    .object({
      version: z.string(),
      etag: z.string().nullable(),
      lists: z.object({ countries: codes, documentTypes: codes, purposes: codes }),
    })
    .nullable(),
})
type StoredFacts = z.infer<typeof storedSchema>

/** What the service at this address said of itself when it was asked last; `null` = never, or nothing that can be read. */
export function findServiceFacts({ store }: Pick<Register, 'store'>, url: string): StoredFacts | null {
  try {
    const stored = store.settings.get(SETTING, storedSchema)
    return stored?.url === url ? stored : null
  } catch (error) {
    if (error instanceof SettingDamagedError) return null
    throw error
  }
}

/** Keeps what is known about the service fresh, as a courtesy: nothing ever waits for it. */
export interface ServiceWatch {
  /** What the service said last; `null` = nothing yet. */
  facts(): ServiceFacts | null
  /** Asks when it is time to; only on a line that works. */
  lookAgain(): void
  /** Settles when nothing is being asked or written any more. */
  ended(): Promise<void>
}

export function watchService(register: Register, outbox: Pick<Outbox, 'question' | 'connection'>, url: string): ServiceWatch {
  const { clock } = register.ports
  let asking: Promise<void> | null = null
  let askedAtMs: number | null = null
  let facts = findServiceFacts(register, url)

  function isDue(): boolean {
    if (asking !== null || outbox.connection().state !== 'online') return false
    if (askedAtMs !== null && clock.monotonicMs() - askedAtMs < RETRY_AFTER_MS) return false
    const ageMs = facts === null ? null : clock.now() - Date.parse(facts.fetchedAt)
    // A clock that was set makes them old.
    return ageMs === null || ageMs < 0 || ageMs >= ASK_EVERY_MS
  }

  async function ask(): Promise<void> {
    askedAtMs = clock.monotonicMs()
    const answer = await outbox.question((channel, signal) => describe(channel, facts, signal))
    if (answer === 'held' || answer === 'nobody' || answer.kind !== 'facts') return
    const stored: StoredFacts = storedSchema.parse({ ...answer.facts, url, fetchedAt: register.now() })
    register.write(() => register.store.settings.set(SETTING, stored))
    facts = stored
    register.changed(['status', 'queue'], null)
  }

  return {
    facts: () => facts,
    lookAgain() {
      if (!isDue()) return
      asking = ask()
        .catch((error: unknown) => {
          const kind = error instanceof Error ? error.name : 'unknown'
          const level = error instanceof StoreWriteError ? 'warn' : 'error'
          register.logger[level]({ kind }, 'what the service says of itself could not be kept')
        })
        .finally(() => {
          asking = null
        })
    },
    ended: async () => asking ?? undefined,
  }
}

async function describe(channel: MachineChannel, known: ServiceFacts | null, signal: AbortSignal) {
  if (channel.describe === undefined) return { kind: 'not_offered', retryAfterMs: null } as const
  return channel.describe(known, signal)
}
