import './strict-zod.ts'
import '@mantine/core/styles.layer.css'
import './styles/fonts.ts'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { connectToDesk } from './client/desk-connection.ts'
import { listenToKeys } from './commands/listen-to-keys.ts'
import { startWords } from './i18n/i18n.ts'
import { preferredLanguage } from './i18n/preferred-language.ts'

startWords(preferredLanguage())
listenToKeys()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(<App connection={await connectToDesk()} />)
