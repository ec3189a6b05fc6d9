import { Icon } from '../components/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import { useView } from '../state/view-store.ts'
import { useColorScheme } from '../theme/use-color-scheme.ts'
import styles from './theme-switch.module.css'

/** Light or dark, for this workplace. */
export function ThemeSwitch() {
  const { say } = useWords()
  const scheme = useColorScheme()
  const setTheme = useView((view) => view.setTheme)
  const label = scheme === 'light' ? say('shell.switchToDark') : say('shell.switchToLight')
  return (
    <button
      type="button"
      className={styles.switch}
      aria-label={label}
      title={label}
      onClick={() => setTheme(scheme === 'light' ? 'dark' : 'light')}
    >
      <Icon name={scheme === 'light' ? 'moon' : 'sun'} />
    </button>
  )
}
