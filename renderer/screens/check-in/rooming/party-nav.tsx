import { Button } from '../../../components/button.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import styles from './party-nav.module.css'
import type { Rooming } from './use-rooming.ts'

/** One guest of a party too large for tabs: which one this is, and the way back to the table. */
export function PartyNav({ rooming }: { readonly rooming: Rooming }) {
  const { form, acts, isLocked } = useCheckIn()
  const { say } = useWords()
  const count = form.guests.length
  return (
    <div className={styles.nav}>
      <span>{say('rooming.party.position', { number: form.active + 1, count })}</span>
      <Button isSmall look="bare" icon="close" disabled={isLocked} onClick={() => acts.remove(form.active)}>
        {say('checkIn.party.remove')}
      </Button>
      <Button isSmall icon="guests" shortcut="Alt T" onClick={rooming.showTable}>
        {say('rooming.party.show')}
      </Button>
    </div>
  )
}
