import type { ComponentProps, ReactNode } from 'react'
import { SectionNav } from './section-nav.tsx'
import styles from './sectioned.module.css'

interface SectionedProps extends ComponentProps<typeof SectionNav> {
  readonly children: ReactNode
}

/** A screen in parts: their names at the left, the open one beside them in a box that scrolls. */
export function Sectioned({ children, ...nav }: SectionedProps) {
  const name = nav.sections.find(({ path }) => path === nav.current)?.name
  return (
    <div className={styles.screen}>
      <SectionNav {...nav} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard */}
      <section key={nav.current} className={styles.body} aria-label={name} tabIndex={0}>
        {children}
      </section>
    </div>
  )
}
