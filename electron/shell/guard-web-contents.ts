import { app, session, shell } from 'electron'
import { decideWindowOpen, mayNavigate } from './navigation-policy.ts'
import { isPermissionAllowed } from './permission-policy.ts'

/** Whatever shows web content, now or later, stays on our page and opens nothing but the state portals, in the system's browser. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      const decision = decideWindowOpen(url)
      // A refusal by the system (no browser) shows there; the page has nothing to do with it.
      if (decision.kind === 'open_in_browser') void shell.openExternal(decision.url).catch(() => undefined)
      return { action: 'deny' }
    })
  })
}

/** Microphone, files, devices, location: refused without asking. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(
      isPermissionAllowed({
        permission,
        requestingUrl: details.requestingUrl,
        isMainFrame: details.isMainFrame,
        mediaTypes: 'mediaTypes' in details ? details.mediaTypes : undefined,
      }),
    ),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isPermissionAllowed({
      permission,
      requestingUrl: details.requestingUrl ?? requestingOrigin,
      isMainFrame: details.isMainFrame,
      mediaTypes: details.mediaType === undefined ? undefined : [details.mediaType],
    }),
  )
  session.defaultSession.setDevicePermissionHandler(() => false)
}
