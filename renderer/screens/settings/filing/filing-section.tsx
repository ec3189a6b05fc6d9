import { useState } from 'react'
import { Awaited } from '../../../components/awaited.tsx'
import { ConventionPanel } from './convention-panel.tsx'
import styles from './filing-section.module.css'
import { FoldersPanel } from './folders-panel.tsx'
import { PortalsPanel } from './portals-panel.tsx'
import { useFilingSettings } from './use-filing-settings.ts'

/** Filing by hand: which portals, how values are written for each, where receipts appear. */
export function FilingSection({ canChange }: { readonly canChange: boolean }) {
  const { data: settings, error, refetch } = useFilingSettings()
  const [chosen, setChosen] = useState<string | null>(null)
  if (settings === undefined || error !== null) return <Awaited error={error} onRetry={() => void refetch()} />
  const portal = settings.portals.find(({ id }) => id === chosen) ?? settings.portals[0]
  return (
    <>
      <div className={styles.top}>
        <PortalsPanel portals={settings.portals} canChange={canChange} />
        <FoldersPanel settings={settings} canChange={canChange} />
      </div>
      {portal !== undefined && (
        <ConventionPanel
          key={portal.id}
          portal={portal}
          portals={settings.portals}
          canChange={canChange}
          onChoose={setChosen}
        />
      )}
    </>
  )
}
