import { useEffect, useMemo, useRef, useState } from 'react'
import { type Command, capsOf } from '../commands/command.ts'
import { useCommandRegistry } from '../commands/command-registry.ts'
import { useCommands } from '../commands/use-commands.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './key-sheet.module.css'

/** `?`: every key that works on this screen, from the commands themselves. */
export function KeySheet() {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const sets = useCommandRegistry((registry) => registry.sets)
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'keys',
          name: say('commands.allKeys'),
          shortcut: { code: 'Slash', shift: true },
          caps: '?',
          inFooter: true,
          run: () => setIsOpen(true),
        },
      ],
      [say],
    ),
  )
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="key-sheet-title" onClose={() => setIsOpen(false)}>
      <h2 id="key-sheet-title">{say('commands.keysTitle')}</h2>
      <dl className={styles.keys}>
        {sets
          .toReversed()
          .flatMap((set) => set.commands)
          .filter((command) => command.isUnlisted !== true)
          .map((command) => (
            <div key={command.id}>
              <dt>
                {capsOf(command)
                  .split(' ')
                  .map((cap) => (
                    <Kbd key={cap}>{cap}</Kbd>
                  ))}
              </dt>
              <dd>{command.name}</dd>
            </div>
          ))}
      </dl>
      <form method="dialog">
        <Button type="submit" shortcut="Esc">
          {say('common.close')}
        </Button>
      </form>
    </dialog>
  )
}
