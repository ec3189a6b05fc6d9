import { type ReactNode, useEffect } from 'react'
import type { Status } from '#shared/contract/schemas.ts'
import { StatusContext, useStatusQuery } from '../client/use-status.ts'
import { speak } from '../i18n/i18n.ts'
import { FirstStart } from '../screens/first-start/first-start.tsx'
import { RecoveryCode } from '../screens/first-start/recovery-code.tsx'
import { useDeskLine } from '../state/desk-line.ts'
import { useRecoveryCode } from '../state/recovery-code.ts'
import { useView } from '../state/view-store.ts'
import { DeskGone } from './desk-gone.tsx'
import { FolderTrouble } from './folder-trouble.tsx'
import { Opening } from './opening.tsx'
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

  if (status === undefined) {
    if (line === 'refused') return <DeskGone reason="refused" />
    return error === null && line !== 'lost' ? <Opening /> : <DeskGone reason="lost" />
  }
  return (
    <StatusContext value={status}>
      {screenOf(status, code)}
      {(line === 'lost' || line === 'refused') && <DeskGone reason={line} />}
    </StatusContext>
  )
}

function screenOf(status: Status, code: string | null): ReactNode {
  if (code !== null) return <RecoveryCode code={code} />
  if (status.folderTrouble !== undefined) return <FolderTrouble code={status.trouble ?? ''} trouble={status.folderTrouble} />
  return status.mode === 'needs_setup' ? <FirstStart /> : <Shell />
}
