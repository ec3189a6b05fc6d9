import { MantineProvider } from '@mantine/core'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { DeskConnection } from '../client/desk-connection.ts'
import { DeskProvider } from '../client/desk-context.tsx'
import { styleNonce } from '../theme/style-nonce.ts'
import { cssVariablesResolver, theme } from '../theme/theme.ts'
import { useColorScheme } from '../theme/use-color-scheme.ts'
import { Entrance } from './entrance.tsx'
import { MistakeBoundary } from './mistake-boundary.tsx'

interface AppProps {
  readonly connection: DeskConnection
}

export function App({ connection }: AppProps) {
  const scheme = useColorScheme()
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
    >
      <Router hook={useHashLocation}>
        <DeskProvider connection={connection}>
          <MistakeBoundary>
            <Entrance />
          </MistakeBoundary>
        </DeskProvider>
      </Router>
    </MantineProvider>
  )
}
