import { Kbd } from './kbd.tsx'
import styles from './section-nav.module.css'

interface SectionNavProps {
  readonly label: string
  /** In the order of the digits that open them. */
  readonly sections: readonly { readonly path: string; readonly href: string; readonly name: string }[]
  /** Path of the section that is open. */
  readonly current: string
}

/** The parts of a screen, each with the digit that opens it. */
export function SectionNav({ label, sections, current }: SectionNavProps) {
  return (
    <nav className={styles.nav} aria-label={label}>
      {sections.map(({ path, href, name }, index) => (
        <a key={path} className={styles.link} href={href} aria-current={path === current ? 'page' : undefined}>
          <span className="grow">{name}</span>
          <span aria-hidden="true">
            <Kbd>{String(index + 1)}</Kbd>
          </span>
        </a>
      ))}
    </nav>
  )
}
