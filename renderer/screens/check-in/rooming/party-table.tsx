import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PURPOSES } from '#shared/domain/guest.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { Button } from '../../../components/button.tsx'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { join } from '../../../components/join.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { SelectInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import listStyles from '../../../styles/list-table.module.css'
import { useCheckIn } from '../check-in-context.ts'
import { fieldName } from '../field-name.ts'
import { type GuestForm, isBlankGuest, nameOf } from '../form-state.ts'
import type { ReadGuest } from '../guest-facts.ts'
import { inputReason } from '../use-field.ts'
import type { RefusedField } from '../use-saving.ts'
import { PartyStay } from './party-stay.tsx'
import styles from './party-table.module.css'
import { type PersonState, personState } from './person-state.ts'
import { roomOf } from './room-groups.ts'
import type { Rooming } from './use-rooming.ts'

interface PartyTableProps {
  readonly rooming: Rooming
  readonly reads: readonly ReadGuest[]
}

/** A party too large for tabs: everybody in one table, from which one opens a person. */
export function PartyTable({ rooming, reads }: PartyTableProps) {
  const { form, stay, refused } = useCheckIn()
  const { say } = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const shown = useRef(form.active)
  useEffect(() => focusRow(body.current, shown.current), [])
  const people = form.guests.map((guest, index) => {
    const read = reads[index]
    const refusals = refused.filter(({ guestKey }) => guestKey === guest.key)
    return { guest, index, refusals, state: read === undefined ? null : personState(guest, read, stay, refusals.length > 0) }
  })
  const ready = people.filter(({ state }) => state !== null && READY.includes(state.kind)).length

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const row = Number((event.target as HTMLElement).closest<HTMLElement>('[data-person]')?.dataset['person'] ?? Number.NaN)
    if (Number.isNaN(row) || event.ctrlKey || event.altKey || event.metaKey) return
    const next = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: form.guests.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    focusRow(body.current, Math.max(0, Math.min(form.guests.length - 1, next)))
  }

  return (
    <Panel
      title={say('rooming.party.title')}
      icon="guests"
      aside={
        <span className={styles.aside}>
          <span role="status">{say('rooming.party.readyCount', { ready, count: form.guests.length })}</span>
          <PurposeForAll />
        </span>
      }
    >
      <PartyStay />
      <div className={styles.scroll}>
        <table className={join(listStyles.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{say('rooming.party.name')}</th>
              <th scope="col">{say('rooming.party.citizenship')}</th>
              <th scope="col">{say('rooming.party.document')}</th>
              <th scope="col">{say('rooming.party.room')}</th>
              <th scope="col">{say('rooming.party.missing')}</th>
              <th scope="col">{say('rooming.party.state')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {people.map(({ guest, index, refusals, state }) => (
              <tr key={guest.key} aria-current={index === form.active ? 'true' : undefined} className={styles.row}>
                <td className={styles.number}>{index + 1}</td>
                <td>
                  <button type="button" className={styles.name} data-person={index} onClick={() => rooming.showGuest(index)}>
                    {nameOf(guest) || say('checkIn.party.unnamed', { number: index + 1 })}
                  </button>
                </td>
                <td>{isBlankGuest(guest) ? null : <Citizenship guest={guest} />}</td>
                <td className="mono">
                  {`${guest.documentSeries} ${guest.documentNumber}`.trim() || guest.guardianDocument}
                  {guest.isListed && guest.mrz === null && !guest.isSaved && (
                    <span className={styles.unseen}>{say('rooming.party.notSeen')}</span>
                  )}
                </td>
                <td>{roomOf(form, guest)}</td>
                <td className={styles.missing}>{state === null ? null : <Missing state={state} refusals={refusals} />}</td>
                <td>
                  {state !== null && (
                    <Tag icon={state.icon} tone={state.tone}>
                      {say(WORDS[state.kind])}
                    </Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** Chosen first and then given: arrows in a closed list must not write into forty guests on their way. */
function PurposeForAll() {
  const { form, acts, isLocked } = useCheckIn()
  const { say } = useWords()
  const [purpose, setPurpose] = useState<GuestForm['purpose']>('')
  if (form.guests.every((guest) => guest.isSaved || guest.purpose !== '')) return null
  function give(): void {
    if (purpose !== '') acts.setPurposeOfAll(purpose)
  }
  return (
    <span className={styles.forAll}>
      <SelectInput
        className={styles.purpose}
        aria-label={say('rooming.party.purposeForAll')}
        data-field="purposeForAll"
        value={purpose}
        disabled={isLocked}
        choices={[
          { value: '', label: say('rooming.party.purposeForAll') },
          ...PURPOSES.map((value) => ({ value, label: say(`purposes.${value}`) })),
        ]}
        onChange={(value) => setPurpose(value as GuestForm['purpose'])}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          give()
        }}
      />
      <Button isSmall disabled={purpose === '' || isLocked} onClick={give}>
        {say('rooming.party.give')}
      </Button>
    </span>
  )
}

const READY: readonly string[] = ['ready', 'saved', 'not_required']

const WORDS = {
  saved: 'rooming.party.saved',
  refused: 'rooming.party.refused',
  unread: 'rooming.party.toCorrect',
  citizenship_unknown: 'states.citizenship_unknown',
  not_required: 'states.not_required',
  incomplete: 'states.incomplete',
  ready: 'rooming.party.ready',
} as const

function Citizenship({ guest }: { readonly guest: GuestForm }) {
  const { language } = useWords()
  const code = guest.citizenship.length === 3 ? guest.citizenship : null
  return (
    <span className={styles.citizenship}>
      <IsoChip code={code} />
      <span className="cut" aria-hidden="true">
        {code === null ? guest.citizenshipText : countryName(code, language)}
      </span>
    </span>
  )
}

interface MissingProps {
  readonly state: PersonState
  readonly refusals: readonly RefusedField[]
}

/** What keeps the guest from being ready; what the desk refused first, with its reason. */
function Missing({ state, refusals }: MissingProps) {
  const words = useWords()
  const { say } = words
  if (state.kind === 'saved') return null
  const toCompare = state.unread.includes('isToCompare') ? [say('document.compare.title')] : []
  const fields = state.unread.filter((field) => field !== 'isToCompare').map((field) => fieldName(field, words))
  const unread = fields.length > 0 ? [say('rooming.party.unread', { fields: fields.join(', ') })] : []
  const missing = state.missing
    .filter((field) => !(state.unread as readonly string[]).includes(field))
    .map((field) => say(`missing.${field}`))
  const refused = refusals.map(({ field, code }) => `${fieldName(field, words)}: ${inputReason(code, words)}`)
  const said = [...refused, ...toCompare, ...unread, ...(missing.length > 0 ? [missing.join(', ')] : [])]
  return said.length === 0 ? <span className="sub">{say('rooming.party.all')}</span> : said.join('; ')
}

function focusRow(body: HTMLElement | null, index: number): void {
  const button = body?.querySelector<HTMLElement>(`[data-person="${index}"]`)
  button?.focus()
  button?.scrollIntoView({ block: 'nearest' })
}
