import { LANGUAGES } from '#shared/i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './gallery.module.css'

/** Three languages by two themes on one page. Colours belong to a whole document, so each view is one. */
export function AllViews() {
  const { say } = useWords()
  return (
    <main className={styles.views}>
      {(['light', 'dark'] as const).flatMap((theme) =>
        LANGUAGES.map((language) => {
          const name = `${say(`common.languages.${language}`)} · ${say(`shell.themes.${theme}`)}`
          const address = `?language=${language}&theme=${theme}`
          return (
            <section key={address} className={styles.view}>
              <h2>
                <a href={address}>{name}</a>
              </h2>
              <iframe src={address} title={name} />
            </section>
          )
        }),
      )}
    </main>
  )
}
