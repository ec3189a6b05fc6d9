import type { Page, Request } from 'playwright-core'
import { RPC_PATH } from '#shared/contract/transport/http-link.ts'

/** The one call that is never answered to the end. */
const NEWS = `${RPC_PATH}/desk/events`

export interface DeskCalls {
  /** Resolves when the page waits for nothing from the desk: all it asked is answered and drawn, and led to no further question. */
  answered(): Promise<void>
}

/** Call before the first `page.goto`. */
export function watchDeskCalls(page: Page): DeskCalls {
  const open = new Set<Request>()
  let asked = 0
  let onClosed = () => {}
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith(RPC_PATH) || pathname === NEWS) return
    asked += 1
    open.add(request)
  })
  const close = (request: Request) => {
    open.delete(request)
    onClosed()
  }
  page.on('requestfinished', close)
  page.on('requestfailed', close)

  return {
    async answered() {
      for (let seen = -1; seen !== asked || open.size > 0; ) {
        seen = asked
        while (open.size > 0) await new Promise<void>((resolve) => (onClosed = resolve))
        await framesDrawn(page)
      }
    },
  }
}

/** What an answer, a new size, language or theme brings about has been laid out. */
export async function framesDrawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
}
