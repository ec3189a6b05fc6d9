import { useEffect } from 'react'
import { StatusContext, useStatusQuery } from '../client/use-status.ts'
import { speak } from '../i18n/i18n.ts'
import { FirstStart } from '../screens/first-start/first-start.tsx'
import { RecoveryCode } from '../screens/first-start/recovery-code.tsx'
import { useDeskLine } from '../state/desk-line.ts'
import { useRecoveryCode } from '../state/recovery-code.ts'
import { useView } from '../state/view-store.ts'
import { DeskGone } from './desk-gone.tsx'
import { Shell } from './shell.tsx'

/** What the whole window shows: the desk's screens, first start, or why there is no desk. */
export function Entrance() {
  const { data: status, error } = useStatusQuery()
  const line = useDeskLine((state) => state.line)
  const code = useRecoveryCode((state) => state.code)
  const chosen = useView((view) => view.language)
  const offered = status?.property?.language

  useEffect(() => {
    const language = chosen ?? offered
    if (language !== undefined && language !== null) speak(language)
  }, [chosen, offered])

  if (line === 'refused') return <DeskGone reason="refused" />
  if (status === undefined) return error === null && line !== 'lost' ? null : <DeskGone reason="lost" />
  return (
    <StatusContext value={status}>
      {code !== null ? <RecoveryCode code={code} /> : status.mode === 'needs_setup' ? <FirstStart /> : <Shell />}
      {line === 'lost' && <DeskGone reason="lost" />}
    </StatusContext>
  )
}
