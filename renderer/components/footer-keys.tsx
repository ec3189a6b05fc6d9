import type { ReactNode } from 'react'
import { capListOf } from '../commands/command.ts'
import { inOrder, useCommandRegistry } from '../commands/command-registry.ts'
import styles from './footer-keys.module.css'
import { Kbd } from './kbd.tsx'

interface FooterKeysProps {
  /** One fact at the right end. */
  readonly children?: ReactNode
}

/** The keys that do something here, taken from the commands themselves. */
export function FooterKeys({ children }: FooterKeysProps) {
  const sets = useCommandRegistry((registry) => registry.sets)
  const commands = inOrder(sets).flatMap(({ command }) => (command.inFooter === true ? [command] : []))
  return (
    <footer className={styles.footer}>
      {commands.map((command) => (
        <span key={command.id} className={styles.key}>
          {capListOf(command).map((cap) => (
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
