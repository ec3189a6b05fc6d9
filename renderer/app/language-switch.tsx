import { LANGUAGES } from '#shared/i18n/language.ts'
import { speak } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { useView } from '../state/view-store.ts'
import styles from './language-switch.module.css'

/** Kazakh, Russian, English; at once, and nothing typed is lost. */
export function LanguageSwitch() {
  const { say, language } = useWords()
  const setLanguage = useView((view) => view.setLanguage)
  return (
    <fieldset className={styles.switch}>
      <legend className="sr">{say('shell.language')}</legend>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.language}
          aria-pressed={code === language}
          title={say(`common.languages.${code}`)}
          onClick={() => {
            setLanguage(code)
            speak(code)
          }}
        >
          {say(`common.languageCodes.${code}`)}
        </button>
      ))}
    </fieldset>
  )
}
