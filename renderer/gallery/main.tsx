import '../strict-zod.ts'
import '@mantine/core/styles.layer.css'
import '../styles/fonts.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { isLanguage } from '#shared/i18n/language.ts'
import { StatusContext } from '../client/use-status.ts'
import { startWords } from '../i18n/i18n.ts'
import { cssVariablesResolver, theme } from '../theme/theme.ts'
import { AllViews } from './all-views.tsx'
import { Gallery } from './gallery.tsx'
import { STATUS } from './samples.ts'

/** `?language=kk&theme=dark` is one view; without them all six stand side by side. */
const parameters = new URLSearchParams(location.search)
const language = parameters.get('language') ?? ''
const scheme = parameters.get('theme') === 'dark' ? 'dark' : 'light'
startWords(isLanguage(language) ? language : 'ru')

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme={scheme} cssVariablesResolver={cssVariablesResolver}>
    <StatusContext value={STATUS}>{isLanguage(language) ? <Gallery scheme={scheme} /> : <AllViews />}</StatusContext>
  </MantineProvider>,
)
