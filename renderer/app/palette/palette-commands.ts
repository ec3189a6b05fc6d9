import { type Command, capListOf, isEnabledNow, titleOf } from '../../commands/command.ts'
import type { CommandPlace, PlacedCommand } from '../../commands/command-registry.ts'

/** A command as the palette lists it. */
export interface PaletteCommand {
  readonly id: string
  readonly title: string
  /** All it is found by, the title first. */
  readonly names: readonly string[]
  readonly caps: readonly string[]
  readonly place: CommandPlace
  /** Why it does not work now; `null` = it works. */
  readonly whyNot: string | null
}

/**
 * What the palette offers of all commands there are: those that work now, and those that say why they do not. Records with one id are one
 * thing: the first one is run, and the first whole phrase names it. What only moves the keyboard about makes no sense from a list.
 */
export function paletteCommands(placed: readonly PlacedCommand[]): readonly PaletteCommand[] {
  return [...Map.groupBy(placed, ({ command }) => command.id).values()].flatMap((records) => {
    const [first] = records
    if (first === undefined) return []
    const { command, place } = first
    const title = records.find((record) => record.command.title !== undefined)?.command.title
    if (title === undefined && isMovement(command)) return []
    const whyNot = isEnabledNow(command) ? null : (command.whyNot?.() ?? undefined)
    if (whyNot === undefined) return []
    const shown = title === undefined ? titleOf(command) : titleOf({ name: title })
    const others = records.flatMap((record) => [record.command.name, ...(record.command.alsoCalled ?? [])])
    return [
      {
        id: command.id,
        title: shown,
        names: [...new Set([shown, ...others])],
        caps: records.map((record) => capListOf(record.command)).find((caps) => caps.length > 0) ?? [],
        place,
        whyNot,
      },
    ]
  })
}

const MOVEMENTS = /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Enter|Escape|Space|Tab)$/

function isMovement({ shortcut }: Command): boolean {
  return shortcut !== undefined && MOVEMENTS.test(shortcut.code) && shortcut.ctrl !== true && shortcut.alt !== true
}
