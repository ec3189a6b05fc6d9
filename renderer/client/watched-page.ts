import type { WatchedPage } from './share-desk-news.ts'

/** This window, as its browser tells of it. */
export function watchedPage(): WatchedPage {
  return {
    isVisible: () => document.visibilityState === 'visible',
    watch(listener) {
      const stop = new AbortController()
      const { signal } = stop
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener('seen'), {
        signal,
      })
      document.addEventListener('freeze', () => listener('frozen'), { signal })
      document.addEventListener('resume', () => listener('thawed'), { signal })
      // Back by the browser's own button, as it was left.
      window.addEventListener('pageshow', ({ persisted }) => persisted && listener('thawed'), { signal })
      return () => stop.abort()
    },
    schedule(action, delayMs) {
      const timer = setTimeout(action, delayMs)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
  }
}
