import { Icon } from '../components/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './theme-switch.module.css'
import { useViewChoice } from './use-view-choice.ts'

/** Light or dark, for this workplace. */
export function ThemeSwitch() {
  const { say } = useWords()
  const { scheme, turnTheme } = useViewChoice()
  const label = scheme === 'light' ? say('shell.switchToDark') : say('shell.switchToLight')
  return (
    <button type="button" className={styles.switch} aria-label={label} title={label} onClick={turnTheme}>
      <Icon name={scheme === 'light' ? 'moon' : 'sun'} />
    </button>
  )
}
