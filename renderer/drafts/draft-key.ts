import { useDeskLine } from '../state/desk-line.ts'

const BROWSER_KEY = 'qabyl.drafts'
const PLACE_KEY = 'qabyl.draft-place'
/** More check-ins are not open side by side on one PC. */
const PLACES = 20
/** A page that reloads gives its place back only once it is gone. */
const RELOAD_PATIENCE_MS = 1_500

/**
 * Key of this workplace's draft. The browser keeps its name beyond a crash and a new sign-in; each tab takes the first place nobody
 * holds, so that two tabs never write over each other and a tab opened after a crash finds what was typed. Holds no guest data.
 */
export function draftKey(): Promise<string> {
  ours ??= takeKey()
  return ours
}

/** Taken once per page; leaving the screen does not give it back. */
let ours: Promise<string> | undefined

async function takeKey(): Promise<string> {
  const browser = browserName()
  const mine = Number(sessionStorage.getItem(PLACE_KEY))
  // After a reload the place is still ours: wait for the old page to let go of it rather than take another.
  if (mine > 0 && (await takePlace(mine, { signal: AbortSignal.timeout(RELOAD_PATIENCE_MS) }))) return keyOf(browser, mine)
  for (let place = 1; place <= PLACES; place += 1) {
    if (await takePlace(place, { ifAvailable: true })) {
      sessionStorage.setItem(PLACE_KEY, String(place))
      return keyOf(browser, place)
    }
  }
  return keyOf(browser, PLACES + 1)
}

/** The place is held for as long as this page reaches the desk. */
function takePlace(place: number, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`qabyl.draft-place.${place}`, options, async (lock) => {
        resolve(lock !== null)
        if (lock === null) return
        await untilLine((line) => line === 'lost' || line === 'refused')
        // The clerk may open the desk anew in another tab: that one must find the draft. Should this one come back, it queues up again.
        void untilLine((line) => line === 'connected').then(() => takePlace(place, {}))
      })
      .catch(() => resolve(false))
  })
}

function untilLine(isReached: (line: ReturnType<typeof useDeskLine.getState>['line']) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isReached(useDeskLine.getState().line)) return resolve()
    const stop = useDeskLine.subscribe(({ line }) => {
      if (!isReached(line)) return
      stop()
      resolve()
    })
  })
}

/** The name this browser goes by, made once. Holds no guest data. */
export function browserName(): string {
  const known = localStorage.getItem(BROWSER_KEY)
  if (known !== null) return known
  const made = crypto.randomUUID()
  localStorage.setItem(BROWSER_KEY, made)
  return made
}

function keyOf(browser: string, place: number): string {
  return `check-in:${browser}:${place}`
}
