import { useMemo } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface PictureKeys {
  readonly isLocked: boolean
  readonly choose: () => void
  readonly toggleCamera: () => void
}

export function usePictureKeys({ isLocked, choose, toggleCamera }: PictureKeys): void {
  const { say } = useWords()
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'checkIn.picture',
          name: say('document.keys.choose'),
          shortcut: { code: 'F4' },
          isEnabled: () => !isLocked,
          run: choose,
        },
        {
          id: 'checkIn.camera',
          name: say('document.keys.camera'),
          shortcut: { code: 'F6' },
          isEnabled: () => !isLocked,
          run: toggleCamera,
        },
      ],
      [say, isLocked, choose, toggleCamera],
    ),
  )
}
