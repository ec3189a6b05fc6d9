import { create } from 'zustand'
import { type Command, matches, worksInFields } from './command.ts'
import type { PhysicalKey } from './physical-keys.ts'

/** `G`, then a letter within this time. */
const LEADING_KEY_MS = 1_500

interface CommandRegistry {
  /** By who brought them, oldest first; a screen's command goes before the shell's with the same key. */
  readonly sets: readonly { readonly owner: symbol; readonly commands: readonly Command[] }[]
  put(owner: symbol, commands: readonly Command[]): void
  take(owner: symbol): void
}

export const useCommandRegistry = create<CommandRegistry>()((set) => ({
  sets: [],
  put: (owner, commands) =>
    set(({ sets }) =>
      sets.some((known) => known.owner === owner)
        ? { sets: sets.map((known) => (known.owner === owner ? { owner, commands } : known)) }
        : { sets: [...sets, { owner, commands }] },
    ),
  take: (owner) => set(({ sets }) => ({ sets: sets.filter((known) => known.owner !== owner) })),
}))

/** All commands that exist now, the newest owner's first. */
export function commandsNow(): readonly Command[] {
  return useCommandRegistry
    .getState()
    .sets.toReversed()
    .flatMap((known) => known.commands)
}

let leading: { readonly code: string; readonly atMs: number } | null = null

/** Runs the command on this key. `true` when there was one: the key is then spent. */
export function runByKey(key: PhysicalKey, isInField: boolean): boolean {
  const commands = commandsNow()
  const lead = leading !== null && key.timeMs - leading.atMs <= LEADING_KEY_MS ? leading.code : null
  leading = null
  const command = commands.find(
    ({ shortcut, isEnabled }) =>
      matches(shortcut, key, lead) && (!isInField || worksInFields(shortcut)) && (isEnabled?.() ?? true),
  )
  if (command !== undefined) {
    command.run()
    return true
  }
  if (!isInField && commands.some(({ shortcut }) => shortcut.after === key.code)) leading = { code: key.code, atMs: key.timeMs }
  return false
}
