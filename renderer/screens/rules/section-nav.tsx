import { Kbd } from '../../components/kbd.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './section-nav.module.css'
import { SECTIONS, type Section, sectionHref } from './sections.ts'

/** The parts of the screen, each with the digit that opens it. */
export function SectionNav({ current }: { readonly current: Section['path'] }) {
  const { say } = useWords()
  return (
    <nav className={styles.nav} aria-label={say('rules.sections.title')}>
      {SECTIONS.map(({ path, word }, index) => (
        <a key={path} className={styles.link} href={sectionHref(path)} aria-current={path === current ? 'page' : undefined}>
          <span className="grow">{say(`rules.sections.${word}`)}</span>
          <span aria-hidden="true">
            <Kbd>{String(index + 1)}</Kbd>
          </span>
        </a>
      ))}
    </nav>
  )
}
