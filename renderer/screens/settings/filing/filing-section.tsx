import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ConventionPanel } from './convention-panel.tsx'
import styles from './filing-section.module.css'
import { FoldersPanel } from './folders-panel.tsx'
import { PortalsPanel } from './portals-panel.tsx'
import { useFilingSettings } from './use-filing-settings.ts'

/** Filing by hand: which portals, how values are written for each, where receipts appear. */
export function FilingSection({ canChange }: { readonly canChange: boolean }) {
  const { say } = useWords()
  const { data: settings, error, refetch } = useFilingSettings()
  const [chosen, setChosen] = useState<string | null>(null)
  if (error !== null)
    return (
      <ErrorPanel error={error}>
        <Button isSmall onClick={() => void refetch()}>
          {say('common.retry')}
        </Button>
      </ErrorPanel>
    )
  if (settings === undefined) return null
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
