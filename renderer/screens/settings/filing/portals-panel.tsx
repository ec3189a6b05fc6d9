import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { AddressForm } from './address-form.tsx'
import { chosenPortals, type PortalChoice, toggled, withAddress, withFirst } from './portal-order.ts'
import styles from './portals-panel.module.css'
import { type PortalSettings, useFilingChanges } from './use-filing-settings.ts'

interface PortalsPanelProps {
  readonly portals: readonly PortalSettings[]
  readonly canChange: boolean
}

/** The state's portals: which are used here, which first, and how much is known of each. */
export function PortalsPanel({ portals, canChange }: PortalsPanelProps) {
  const words = useWords()
  const { say } = words
  const { portals: saving } = useFilingChanges()
  const [edited, setEdited] = useState<string | null>(null)
  const choice = chosenPortals(portals)
  const save = (next: PortalChoice) => saving.mutate({ portals: [...next] }, { onSuccess: () => setEdited(null) })
  return (
    <Panel title={say('filing.portals.title')} icon="globe">
      <p className={styles.lead}>{say('filing.portals.lead')}</p>
      <ol className={styles.list}>
        {portals.map((portal, index) => (
          <li key={portal.id} data-portal={portal.id}>
            <div className={styles.name}>
              <b>{portal.name}</b>
              {portal.isUsed ? (
                <Tag icon="ok" tone="accepted">
                  {say(index === 0 ? 'filing.portals.first' : 'filing.portals.used')}
                </Tag>
              ) : (
                <Tag icon="pause" tone="quiet">
                  {say('filing.portals.notUsed')}
                </Tag>
              )}
              <span className={styles.url}>{portal.ownUrl ?? portal.url}</span>
            </div>
            <Tag
              icon={portal.order === 'confirmed' ? 'ok' : 'ask'}
              tone={portal.order === 'unconfirmed' ? 'unknown' : 'quiet'}
              wraps
            >
              {say(`filing.portals.order.${portal.order}`)}
            </Tag>
            <p className={styles.facts}>{factsInWords(portal, words)}</p>
            {canChange && edited !== portal.id && (
              <div className={styles.acts}>
                {portal.isUsed && index > 0 && (
                  <Button isSmall disabled={saving.isPending} onClick={() => save(withFirst(choice, portal.id))}>
                    {say('filing.portals.makeFirst')}
                  </Button>
                )}
                {(!portal.isUsed || choice.length > 1) && (
                  <Button isSmall look="bare" disabled={saving.isPending} onClick={() => save(toggled(choice, portal.id))}>
                    {say(portal.isUsed ? 'filing.portals.stopUsing' : 'filing.portals.use')}
                  </Button>
                )}
                {portal.isUsed && (
                  <Button isSmall look="bare" onClick={() => setEdited(portal.id)}>
                    {say('filing.portals.editAddress')}
                  </Button>
                )}
              </div>
            )}
            {edited === portal.id && (
              <AddressForm
                portal={portal}
                isBusy={saving.isPending}
                onSave={(url) => save(withAddress(choice, portal.id, url))}
                onLeave={() => setEdited(null)}
              />
            )}
          </li>
        ))}
      </ol>
      {saving.error !== null && <ErrorPanel error={saving.error} />}
    </Panel>
  )
}

function factsInWords({ arrivalNotEarlierThanDaysAgo: limit, proof }: PortalSettings, { say }: Words): string {
  return [
    limit === null ? say('filing.portals.noLimit') : say('filing.portals.limit', { count: limit }),
    proof.receiptAfterMinutes === null
      ? say('filing.portals.receiptPdf')
      : say('filing.portals.receiptLater', { minutes: proof.receiptAfterMinutes }),
    ...(proof.referencePattern === null ? [say('filing.portals.numberUnknown')] : []),
  ].join(' · ')
}
