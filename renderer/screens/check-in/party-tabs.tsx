import { missingFields } from '#shared/domain/guest.ts'
import { useStatus } from '../../client/use-status.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import type { Tone } from '../../components/tone.ts'
import { useWords } from '../../i18n/use-words.ts'
import tones from '../../styles/tones.module.css'
import { useCheckIn } from './check-in-context.ts'
import { type GuestForm, isBlankGuest, nameOf } from './form-state.ts'
import { readGuest } from './guest-facts.ts'
import styles from './party-tabs.module.css'

/** The guests of this check-in, when there is more than one: who is on screen, and who still lacks something. */
export function PartyTabs() {
  const { form, acts, isLocked } = useCheckIn()
  const { say } = useWords()
  if (form.guests.length === 1) return null
  return (
    <div className={styles.party}>
      <ul className={styles.tabs} aria-label={say('checkIn.party.title')}>
        {form.guests.map((guest, index) => (
          <li key={guest.key}>
            <button
              type="button"
              className={styles.tab}
              aria-current={index === form.active ? 'true' : undefined}
              onClick={() => acts.show(index)}
            >
              <GuestMark guest={guest} />
              <span className="cut">{nameOf(guest) || say('checkIn.party.unnamed', { number: index + 1 })}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.remove} disabled={isLocked} onClick={() => acts.remove(form.active)}>
        <Icon name="close" />
        {say('checkIn.party.remove')}
      </button>
    </div>
  )
}

function GuestMark({ guest }: { readonly guest: GuestForm }) {
  const { stay } = useCheckIn()
  const { businessDate } = useStatus()
  const { say } = useWords()
  const { facts } = readGuest(guest, businessDate)
  const look = lookOf(guest, facts.citizenship, missingFields(facts, stay.input?.departureDate ?? null).length)
  return (
    <span className={join(styles.mark, tones[look.tone])}>
      <Icon name={look.icon} />
      <span className="sr">{say(`states.${look.word}`)}</span>
    </span>
  )
}

interface MarkLook {
  readonly icon: IconName
  readonly tone: Tone
  readonly word: 'incomplete' | 'citizenship_unknown' | 'not_required' | 'ready'
}

function lookOf(guest: GuestForm, citizenship: string | null, missing: number): MarkLook {
  if (isBlankGuest(guest)) return { icon: 'gap', tone: 'quiet', word: 'incomplete' }
  if (citizenship === null) return { icon: 'globe', tone: 'unknown', word: 'citizenship_unknown' }
  if (citizenship === 'KAZ') return { icon: 'ok', tone: 'quiet', word: 'not_required' }
  return missing > 0
    ? { icon: 'gap', tone: 'incomplete', word: 'incomplete' }
    : { icon: 'check', tone: 'accepted', word: 'ready' }
}
