import { useEffect, useState } from 'react'
import type { Command } from './command.ts'
import { type CommandPlace, useCommandRegistry } from './command-registry.ts'

/**
 * Offers `commands` while the component is on screen. Wrap the array in `useMemo`, or each render registers it anew. `place`: the shell's
 * own say so.
 */
export function useCommands(commands: readonly Command[], place: CommandPlace = 'screen'): void {
  const [owner] = useState(() => Symbol('commands'))
  useEffect(() => useCommandRegistry.getState().put(owner, commands, place), [owner, commands, place])
  useEffect(() => () => useCommandRegistry.getState().take(owner), [owner])
}
