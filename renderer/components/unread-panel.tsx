import { Awaited } from './awaited.tsx'
import type { IconName } from './icon.tsx'
import { Panel } from './panel.tsx'

interface UnreadPanelProps {
  readonly title: string
  readonly icon?: IconName
  readonly error: unknown
  readonly onRetry: () => void
}

/** In the place of a panel whose answer did not come: nothing there would mean that there is nothing. */
export function UnreadPanel({ title, icon, error, onRetry }: UnreadPanelProps) {
  return (
    <Panel title={title} icon={icon} isDense>
      <Awaited error={error} onRetry={onRetry} />
    </Panel>
  )
}
