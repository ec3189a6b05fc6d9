import { chmod, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const FILE_NAME = 'desk.json'

const runningDeskSchema = z.object({
  pid: z.number().int().positive(),
  origin: z.url(),
  /** It serves a training folder. */
  isTraining: z.boolean(),
  /** Lets a command line of the same user in; the file is readable by its owner only. */
  token: z.string().min(20),
})
/** How a command line finds the desk that already holds this data folder. */
export type RunningDesk = z.infer<typeof runningDeskSchema>

/** Written whole or not at all, with owner-only rights from its first byte. */
export async function writeDeskFile(directory: string, desk: RunningDesk): Promise<void> {
  const file = join(directory, FILE_NAME)
  const draft = `${file}.${desk.pid}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(desk)}\n`)
  } finally {
    await handle.close()
  }
  await chmod(draft, 0o600)
  await rename(draft, file)
}

export async function removeDeskFile(directory: string): Promise<void> {
  await rm(join(directory, FILE_NAME), { force: true })
}

/** The desk that says it runs on this folder; `undefined` when there is none, or when the file is left from one that died. */
export async function readDeskFile(directory: string): Promise<RunningDesk | undefined> {
  const text = await readFile(join(directory, FILE_NAME), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const parsed = runningDeskSchema.safeParse(parseJson(text))
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
