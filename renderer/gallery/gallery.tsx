import { LANGUAGES } from '#shared/i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { DEADLINE_EXHIBITS } from './deadline-exhibits.tsx'
import { FORM_EXHIBITS } from './form-exhibits.tsx'
import styles from './gallery.module.css'
import { PANEL_EXHIBITS } from './panel-exhibits.tsx'
import { SIGN_EXHIBITS } from './sign-exhibits.tsx'

const EXHIBITS = [...SIGN_EXHIBITS, ...FORM_EXHIBITS, ...PANEL_EXHIBITS, ...DEADLINE_EXHIBITS].toSorted((a, b) =>
  a.file < b.file ? -1 : 1,
)

/** Every component of the desk in every state, in one language and theme. */
export function Gallery({ scheme }: { readonly scheme: 'light' | 'dark' }) {
  const { say, language } = useWords()
  return (
    <>
      <header className={styles.bar}>
        <h1>renderer/components</h1>
        <nav aria-label={say('shell.language')}>
          {LANGUAGES.map((code) => (
            <a key={code} href={`?language=${code}&theme=${scheme}`} aria-current={code === language ? 'page' : undefined}>
              {say(`common.languageCodes.${code}`)}
            </a>
          ))}
        </nav>
        <nav aria-label={say('shell.theme')}>
          {(['light', 'dark'] as const).map((theme) => (
            <a key={theme} href={`?language=${language}&theme=${theme}`} aria-current={theme === scheme ? 'page' : undefined}>
              {say(`shell.themes.${theme}`)}
            </a>
          ))}
        </nav>
        <a href="?">3 × 2</a>
      </header>
      <main className={styles.gallery}>
        {EXHIBITS.map(({ file, states }) => (
          <section key={file} className={styles.exhibit} data-exhibit={file} aria-labelledby={file}>
            <h2 id={file}>{file}</h2>
            <div className={styles.states}>
              {states.map(({ name, element, isWide = false }) => (
                <figure key={name} className={isWide ? styles.wide : undefined}>
                  <div className={styles.stage}>{element}</div>
                  <figcaption>{name}</figcaption>
                </figure>
              ))}
            </div>
          </section>
        ))}
      </main>
    </>
  )
}
