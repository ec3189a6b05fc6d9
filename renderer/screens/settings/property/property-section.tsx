import { useStatus } from '../../../client/use-status.ts'
import { FactsPanel } from './facts-panel.tsx'
import styles from './property.module.css'
import { PropertyPanel } from './property-panel.tsx'

/** Whom the notices name as host, and what else is known of this desk. */
export function PropertySection({ canChange }: { readonly canChange: boolean }) {
  const { property } = useStatus()
  if (property === null) return null
  return (
    <div className={styles.columns}>
      <PropertyPanel property={property} canChange={canChange} />
      <FactsPanel property={property} />
    </div>
  )
}
