import { z } from 'zod'
import { createDraftSaver, DRAFT_RETRY_MS, type DraftSaver, type DraftState, type DraftStore } from './draft-saver.ts'

/** What the record looked like when somebody began to type over it: what came later is told beside the form. */
const seenSchema = z.object({
  /** How many lines the guest's history had. */
  lines: z.number().int().min(0),
  /** Day by which the notice was due; `null` = none was owed. */
  actBy: z.string().nullable(),
})
export type Seen = z.infer<typeof seenSchema>

/** One half-filled form. */
export interface KeptForm {
  /** As the form itself writes it; whoever reads it checks it. */
  readonly typed: unknown
  readonly seen: Seen | null
  /** Found on disk, rather than typed on this page. */
  readonly wasKept: boolean
}

/** The half-filled forms about one guest, or one list. */
export interface KeptForms {
  /** What lies on disk is known; before that a form may be empty only because the answer is not there yet. */
  readonly isRead: boolean
  readonly forms: Readonly<Record<string, KeptForm>>
  /** How they stand on disk. */
  readonly state: DraftState
}

export const NO_FORMS: KeptForms = { isRead: false, forms: {}, state: { kind: 'none' } }

export interface FormKeeperOptions {
  readonly store: DraftStore & { get(): Promise<{ readonly content: string | null }> }
  /** Runs `action` after `delayMs`; answers how to call it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void
  readonly onChange: (kept: KeptForms) => void
}

export interface FormKeeper {
  /** `null` = saved, or given up. */
  keep(form: string, kept: Omit<KeptForm, 'wasKept'> | null): void
  /** Reads or saves now what is still to be read or saved. */
  flush(): Promise<void>
  /** The page is going away. */
  lastWord(): void
}

/**
 * Keeps all half-filled forms of one subject as one draft of the desk. What is typed before the draft has been read is newer than the
 * draft; nothing is written over it until it has been read, however long the desk does not answer.
 */
export function createFormKeeper({ store, schedule, onChange }: FormKeeperOptions): FormKeeper {
  const touched = new Set<string>()
  let kept = NO_FORMS
  let saver: DraftSaver | null = null
  let reading: Promise<void> | null = null
  let cancelRetry = () => {}

  function become(change: Partial<KeptForms>): void {
    kept = { ...kept, ...change }
    onChange(kept)
  }

  function read(): Promise<void> {
    cancelRetry()
    reading ??= readOnce().finally(() => {
      reading = null
    })
    return reading
  }

  async function readOnce(): Promise<void> {
    try {
      const { content } = await store.get()
      const found = content === null ? {} : readForms(content)
      saver = createDraftSaver({ stored: content, store, schedule, onState: (state) => become({ state }) })
      const untouched = Object.entries(found).filter(([form]) => !touched.has(form))
      become({ isRead: true, forms: { ...Object.fromEntries(untouched), ...kept.forms } })
      saver.keep(writeForms(kept.forms))
    } catch (error) {
      become({ state: { kind: 'failed', error } })
      cancelRetry = schedule(() => void read(), DRAFT_RETRY_MS)
    }
  }
  void read()

  return {
    keep(form, given) {
      touched.add(form)
      const { [form]: before, ...others } = kept.forms
      if (given === null && before === undefined) return
      become({ forms: given === null ? others : { ...others, [form]: { ...given, wasKept: before?.wasKept ?? false } } })
      saver?.keep(writeForms(kept.forms))
    },
    flush: () => saver?.flush() ?? read(),
    lastWord: () => saver?.lastWord(),
  }
}

const formsSchema = z.record(z.string(), z.object({ typed: z.unknown(), seen: seenSchema.nullable().catch(null) }))

/** Forms of a draft; empty when the text is none of ours. */
function readForms(content: string): Readonly<Record<string, KeptForm>> {
  const read = formsSchema.safeParse(parsedJson(content))
  if (!read.success) return {}
  return Object.fromEntries(Object.entries(read.data).map(([form, kept]) => [form, { ...kept, wasKept: true }]))
}

function writeForms(forms: KeptForms['forms']): string | null {
  const entries = Object.entries(forms).map(([form, { typed, seen }]) => [form, { typed, seen }] as const)
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries))
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
