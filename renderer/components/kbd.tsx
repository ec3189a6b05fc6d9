import styles from './kbd.module.css'

interface KbdProps {
  readonly children: string
  /** On a solid or soft button: takes the colour of what it stands on. */
  readonly onButton?: boolean
}

/** A key cap. */
export function Kbd({ children, onButton = false }: KbdProps) {
  return <kbd className={onButton ? `${styles.cap} ${styles.onButton}` : styles.cap}>{children}</kbd>
}
