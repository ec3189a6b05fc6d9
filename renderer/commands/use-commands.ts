import { useEffect, useState } from 'react'
import type { Command } from './command.ts'
import { useCommandRegistry } from './command-registry.ts'

/** Offers `commands` while the component is on screen. Wrap the array in `useMemo`, or each render registers it anew. */
export function useCommands(commands: readonly Command[]): void {
  const [owner] = useState(() => Symbol('commands'))
  useEffect(() => useCommandRegistry.getState().put(owner, commands), [owner, commands])
  useEffect(() => () => useCommandRegistry.getState().take(owner), [owner])
}
