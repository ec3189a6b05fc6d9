import type { ReactNode } from 'react'
import { capsOf } from '../commands/command.ts'
import { useCommandRegistry } from '../commands/command-registry.ts'
import styles from './footer-keys.module.css'
import { Kbd } from './kbd.tsx'

interface FooterKeysProps {
  /** One fact at the right end. */
  readonly children?: ReactNode
}

/** The keys that do something here, taken from the commands themselves. */
export function FooterKeys({ children }: FooterKeysProps) {
  const sets = useCommandRegistry((registry) => registry.sets)
  const commands = sets
    .toReversed()
    .flatMap((set) => set.commands)
    .filter((command) => command.inFooter === true)
  return (
    <footer className={styles.footer}>
      {commands.map((command) => (
        <span key={command.id} className={styles.key}>
          {capsOf(command)
            .split(' ')
            .map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          {command.name}
        </span>
      ))}
      <span className="grow" />
      {children}
    </footer>
  )
}
