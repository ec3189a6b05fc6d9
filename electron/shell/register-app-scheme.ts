import { protocol } from 'electron'
import { APP_SCHEME } from './app-protocol.ts'

/** Must run before `ready`: `app://qabyl/` behaves like a secure site of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ])
}
