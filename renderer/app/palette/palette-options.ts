import type { Notice } from '#shared/contract/schemas.ts'
import type { CommandPlace } from '../../commands/command-registry.ts'
import type { PaletteCommand } from './palette-commands.ts'
import { isLoose, rank, wantedFrom } from './rank.ts'

/** One line that can be chosen. `id` is unique in the whole list. */
export type PaletteOption =
  | { readonly kind: 'command'; readonly id: string; readonly command: PaletteCommand }
  | { readonly kind: 'guest'; readonly id: string; readonly notice: Notice }
  /** The list of guests with everything that was found. */
  | { readonly kind: 'allGuests'; readonly id: string; readonly query: string; readonly total: number }

export type GroupName = 'recent' | CommandPlace | 'commands' | 'guests' | 'loose'

export interface PaletteGroup {
  readonly name: GroupName
  readonly options: readonly PaletteOption[]
}

/** What the desk found for `query`, which may be another reading of what is typed. */
export interface FoundGuests {
  readonly query: string
  readonly notices: readonly Notice[]
  readonly total: number
}

/** As many as fit on the list without hiding it. */
const MOST_RECENT = 4
const PLACES: readonly CommandPlace[] = ['screen', 'sections', 'desk']

/**
 * The list under the box. Nothing typed: what was used lately, then everything, by where it is at home. Otherwise what fits, and guests
 * before commands that fit only loosely.
 */
export function groupsFor(
  query: string,
  commands: readonly PaletteCommand[],
  guests: FoundGuests | null,
  recent: readonly string[],
): readonly PaletteGroup[] {
  const wanted = wantedFrom(query)
  const groups = wanted === null ? everything(commands, recent) : fitting()
  return groups.filter(({ options }) => options.length > 0)

  function fitting(): readonly PaletteGroup[] {
    const ranked = wanted === null ? [] : rank(commands, wanted, recent)
    const [loose, close] = [ranked.filter(({ fit }) => isLoose(fit)), ranked.filter(({ fit }) => !isLoose(fit))]
    return [
      { name: 'commands', options: close.map(({ item }) => commandOption(item)) },
      { name: 'guests', options: guests === null ? [] : guestOptions(guests) },
      { name: 'loose', options: loose.map(({ item }) => commandOption(item)) },
    ]
  }
}

function everything(commands: readonly PaletteCommand[], recent: readonly string[]): readonly PaletteGroup[] {
  const lately = recent
    .flatMap((id) => commands.filter((command) => command.id === id && command.whyNot === null))
    .slice(0, MOST_RECENT)
  return [
    { name: 'recent', options: lately.map(commandOption) },
    ...PLACES.map((place) => ({
      name: place,
      options: commands.filter((command) => command.place === place && !lately.includes(command)).map(commandOption),
    })),
  ]
}

function commandOption(command: PaletteCommand): PaletteOption {
  return { kind: 'command', id: `command:${command.id}`, command }
}

function guestOptions({ query, notices, total }: FoundGuests): readonly PaletteOption[] {
  const shown = notices.map((notice): PaletteOption => ({ kind: 'guest', id: `guest:${notice.id}`, notice }))
  return total > notices.length ? [...shown, { kind: 'allGuests', id: 'guests', query, total }] : shown
}

/** Enter does something on it. */
export function canChoose(option: PaletteOption): boolean {
  return option.kind !== 'command' || option.command.whyNot === null
}

/** Where the arrows lead; round the ends. */
export function optionTowards(options: readonly PaletteOption[], id: string | null, step: number): PaletteOption | undefined {
  if (options.length === 0) return undefined
  const at = options.findIndex((option) => option.id === id)
  if (at < 0) return step > 0 ? options[0] : options.at(-1)
  if (Math.abs(step) > 1) return options[Math.min(options.length - 1, Math.max(0, at + step))]
  return options[(at + step + options.length) % options.length]
}
