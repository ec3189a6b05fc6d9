import { LANGUAGES } from '#shared/i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './language-switch.module.css'
import { useViewChoice } from './use-view-choice.ts'

/** Kazakh, Russian, English; at once, and nothing typed is lost. */
export function LanguageSwitch() {
  const { say, language } = useWords()
  const { chooseLanguage } = useViewChoice()
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
          onClick={() => chooseLanguage(code)}
        >
          {say(`common.languageCodes.${code}`)}
        </button>
      ))}
    </fieldset>
  )
}
