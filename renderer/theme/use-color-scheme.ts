import { useMediaQuery } from '@mantine/hooks'
import { useView } from '../state/view-store.ts'

/** The scheme in force: this workplace's choice, else the system's. */
export function useColorScheme(): 'light' | 'dark' {
  const choice = useView((view) => view.theme)
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false })
  if (choice !== 'auto') return choice
  return systemIsDark === true ? 'dark' : 'light'
}
