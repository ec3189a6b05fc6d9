import { useMemo, useState } from 'react'
import type { Command } from '../../commands/command.ts'
import { inOrder, useCommandRegistry } from '../../commands/command-registry.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type PaletteCommand, paletteCommands } from './palette-commands.ts'
import { PaletteDialog } from './palette-dialog.tsx'

/** `Ctrl+K`, anywhere: one box over everything that can be done now, and over all guests. */
export function Palette() {
  const { say } = useWords()
  const [offered, setOffered] = useState<readonly PaletteCommand[] | null>(null)
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'palette',
          name: say('palette.name'),
          shortcut: { code: 'KeyK', ctrl: true },
          inFooter: true,
          // Asked before the box has the cursor: what works depends on where the clerk is.
          run: () => setOffered(paletteCommands(inOrder(useCommandRegistry.getState().sets).filter(isOther))),
        },
      ],
      [say],
    ),
    'desk',
  )
  return offered === null ? null : <PaletteDialog commands={offered} onClosed={() => setOffered(null)} />
}

function isOther({ command }: { readonly command: Command }): boolean {
  return command.id !== 'palette'
}
