import { flushSync } from 'react-dom'
import { create } from 'zustand'
import { type Command, isEnabledNow, matches, worksInFields } from './command.ts'
import type { PhysicalKey } from './physical-keys.ts'

/** `G`, then a letter within this time. */
const LEADING_KEY_MS = 1_500

/** Where a command is at home: on the screen that is open, among the ways to the others, or everywhere. */
export type CommandPlace = 'screen' | 'sections' | 'desk'

interface CommandSet {
  readonly owner: symbol
  readonly commands: readonly Command[]
  readonly place: CommandPlace
}

interface CommandRegistry {
  /** By who brought them, oldest first; a screen's command goes before the shell's with the same key. */
  readonly sets: readonly CommandSet[]
  put(owner: symbol, commands: readonly Command[], place?: CommandPlace): void
  take(owner: symbol): void
}

export const useCommandRegistry = create<CommandRegistry>()((set) => ({
  sets: [],
  put: (owner, commands, place = 'screen') =>
    set(({ sets }) =>
      sets.some((known) => known.owner === owner)
        ? { sets: sets.map((known) => (known.owner === owner ? { owner, commands, place } : known)) }
        : { sets: [...sets, { owner, commands, place }] },
    ),
  take: (owner) => set(({ sets }) => ({ sets: sets.filter((known) => known.owner !== owner) })),
}))

/** A command with the place it is at home. */
export interface PlacedCommand {
  readonly command: Command
  readonly place: CommandPlace
}

/** The commands of `sets`, the screen's before the shell's and of each the newest owner's first. */
export function inOrder(sets: CommandRegistry['sets']): readonly PlacedCommand[] {
  return sets
    .toReversed()
    .toSorted((a, b) => Number(b.place === 'screen') - Number(a.place === 'screen'))
    .flatMap(({ commands, place }) => commands.map((command) => ({ command, place })))
}

/** All commands that exist now, in the order in which a key asks them. */
export function commandsNow(): readonly Command[] {
  return inOrder(useCommandRegistry.getState().sets).map(({ command }) => command)
}

/** Runs the command of this name, if it is still there and works now. */
export function runById(id: string): boolean {
  const command = commandsNow().find((known) => known.id === id && isEnabledNow(known))
  if (command !== undefined) flushSync(command.run)
  return command !== undefined
}

let leading: { readonly code: string; readonly atMs: number } | null = null

/** Runs the command on this key. `true` when there was one: the key is then spent. */
export function runByKey(key: PhysicalKey, isInField: boolean): boolean {
  const commands = commandsNow()
  const lead = leading !== null && key.timeMs - leading.atMs <= LEADING_KEY_MS ? leading.code : null
  leading = null
  const command = commands.find(
    (known) =>
      known.shortcut !== undefined &&
      matches(known.shortcut, key, lead) &&
      (!isInField || worksInFields(known.shortcut)) &&
      isEnabledNow(known),
  )
  if (command !== undefined) {
    // A held key runs from a timer, which React would draw later: the next key has to find what this one did.
    flushSync(command.run)
    return true
  }
  if (!isInField && commands.some(({ shortcut }) => shortcut?.after === key.code))
    leading = { code: key.code, atMs: key.timeMs }
  return false
}
