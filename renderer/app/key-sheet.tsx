import { useEffect, useMemo, useRef, useState } from 'react'
import { type Command, capListOf, titleOf } from '../commands/command.ts'
import { type CommandPlace, inOrder, type PlacedCommand, useCommandRegistry } from '../commands/command-registry.ts'
import { useScans } from '../commands/scans.ts'
import { useCommands } from '../commands/use-commands.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './key-sheet.module.css'

const PLACES: readonly CommandPlace[] = ['screen', 'sections', 'desk']

/** `?`: every key that works on this screen, from the commands themselves, by where they are at home. */
export function KeySheet() {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
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
    'desk',
  )
  return isOpen ? <Sheet onClosed={() => setIsOpen(false)} /> : null
}

function Sheet({ onClosed }: { readonly onClosed: () => void }) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const sets = useCommandRegistry((registry) => registry.sets)
  const groups = useMemo(() => groupsOf(inOrder(sets)), [sets])
  const delivered = useScans((scans) => scans.delivered)
  const [before] = useState(delivered)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    // A passport scanned meanwhile is taken by the screen below.
    if (delivered !== before) dialog.current?.close()
  }, [delivered, before])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="key-sheet-title" onClose={onClosed}>
      <header className={styles.top}>
        <h2 id="key-sheet-title" className="grow">
          {say('commands.keysTitle')}
        </h2>
        <form method="dialog">
          <Button type="submit" isSmall shortcut="Esc">
            {say('common.close')}
          </Button>
        </form>
      </header>
      <div className={styles.groups}>
        {groups.map(({ place, commands }) => (
          <section key={place} aria-labelledby={`key-sheet-${place}`}>
            <h3 id={`key-sheet-${place}`}>{say(`palette.groups.${place}`)}</h3>
            <dl className={styles.keys}>
              {commands.map((command) => (
                <div key={command.id}>
                  <dt>
                    {capListOf(command).map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dt>
                  <dd>{inWords(command)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}

/** The whole phrase, unless the caps stand for several keys: then the name they share. */
function inWords({ caps, name, title }: Command): string {
  return titleOf(caps === undefined && title !== undefined ? { name: title } : { name })
}

/** Only what has a key of its own; keys that another line names already stand with it. */
function groupsOf(placed: readonly PlacedCommand[]) {
  return PLACES.map((place) => ({
    place,
    commands: placed.flatMap(({ command, place: home }) =>
      home === place && command.shortcut !== undefined && command.isUnlisted !== true ? [command] : [],
    ),
  })).filter(({ commands }) => commands.length > 0)
}
