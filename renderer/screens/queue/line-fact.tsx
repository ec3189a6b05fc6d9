import { Icon } from '../../components/icon.tsx'
import { duration } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type OutageSpan, segmentsOf, silentMinutes } from './outage-bar-segments.ts'
import type { Standing } from './standing.ts'

interface LineFactProps {
  readonly standing: Standing
  readonly outages: readonly OutageSpan[]
}

/** How long the service has been silent today. */
export function LineFact({ standing, outages }: LineFactProps) {
  const words = useWords()
  const silent = silentMinutes(segmentsOf({ outages, slow: [], ...standing }))
  return (
    <>
      <Icon name="history" />
      {silent === 0 ? words.say('queue.line.totalNone') : words.say('queue.line.total', { duration: duration(silent, words) })}
    </>
  )
}
