import { type FormEvent, type Ref, useState } from 'react'
import { GUEST_MARKS, type GuestFilter, type GuestMark, PRESENCES } from '#shared/domain/guest-filter.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon, type IconName } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import type { Tone } from '../../../components/tone.ts'
import { useWords } from '../../../i18n/use-words.ts'
import tones from '../../../styles/tones.module.css'
import styles from './filter-bar.module.css'
import { isEverybody, isSameFilter, withMarkTurned, withPresence } from './guest-filter-state.ts'
import { LONGEST_FILTER_NAME, type SavedFilter } from './saved-filters.ts'
import { useSavedFilters } from './use-saved-filters.ts'

/** As the states themselves look, everywhere. */
const LOOKS: Readonly<Record<GuestMark, readonly [IconName, Tone]>> = {
  overdue: ['alert', 'overdue'],
  due_today: ['clock', 'today'],
  open: ['send', 'ready'],
  needs_person: ['hand', 'handover'],
  citizenship_unknown: ['globe', 'unknown'],
  incomplete: ['gap', 'incomplete'],
  follow_up: ['chain', 'ready'],
  accepted: ['ok', 'accepted'],
  set_aside: ['ok', 'quiet'],
}

interface FilterBarProps {
  readonly filter: GuestFilter
  readonly onFilter: (filter: GuestFilter) => void
  /** The first button: the key of the filter leads there. */
  readonly ref?: Ref<HTMLButtonElement>
}

/** Where a guest is, what is true of him, and the filters of this workplace: everything a press away, what is on stands out. */
export function FilterBar({ filter, onFilter, ref }: FilterBarProps) {
  const { say } = useWords()
  const saved = useSavedFilters()
  const [isNaming, setIsNaming] = useState(false)
  const isKnown = isEverybody(filter) || saved.filters.some((one) => isSameFilter(one.filter, filter))
  return (
    <section className={styles.bar} aria-label={say('guestList.filters')} data-guests="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line in every browser */}
      <div className={styles.presence} role="group" aria-label={say('guestList.presence.label')}>
        {PRESENCES.map((presence, index) => (
          <button
            key={presence}
            ref={index === 0 ? ref : undefined}
            type="button"
            className={styles.place}
            aria-pressed={filter.presence === presence}
            onClick={() => onFilter(withPresence(filter, presence))}
          >
            {say(`guestList.presence.${presence}`)}
          </button>
        ))}
      </div>
      {GUEST_MARKS.map((mark) => {
        const [icon, tone] = LOOKS[mark]
        const isOn = filter.marks.includes(mark)
        return (
          <button
            key={mark}
            type="button"
            className={join(styles.chip, tones[tone])}
            aria-pressed={isOn}
            data-mark={mark}
            onClick={() => onFilter(withMarkTurned(filter, mark))}
          >
            <Icon name={icon} />
            {say(`guestList.marks.${mark}`)}
            {isOn && <Icon name="close" />}
          </button>
        )
      })}
      {saved.filters.map((one) => (
        <SavedChip
          key={one.id}
          saved={one}
          isOn={isSameFilter(one.filter, filter)}
          onUse={() => onFilter(one.filter)}
          onRemove={() => saved.remove(one.id)}
        />
      ))}
      {!isKnown && !isNaming && !saved.isUnread && (
        <Button isSmall look="bare" icon="plus" onClick={() => setIsNaming(true)}>
          {say('guestList.saved.save')}
        </Button>
      )}
      {!isEverybody(filter) && (
        <Button isSmall look="bare" icon="close" shortcut="Esc" onClick={() => onFilter({ presence: 'all', marks: [] })}>
          {say('guestList.clear')}
        </Button>
      )}
      {isNaming && (
        <NameForm
          onName={(name) => {
            setIsNaming(false)
            if (name !== null) saved.save(name, filter)
          }}
        />
      )}
      {saved.isUnread && (
        <span role="status" data-guests="filters-unread">
          {say('guestList.saved.unread')}
          <Button isSmall look="bare" onClick={saved.again}>
            {say('common.retry')}
          </Button>
        </span>
      )}
      {saved.error !== null && <ErrorPanel error={saved.error} />}
    </section>
  )
}

interface SavedChipProps {
  readonly saved: SavedFilter
  readonly isOn: boolean
  readonly onUse: () => void
  readonly onRemove: () => void
}

function SavedChip({ saved: { name }, isOn, onUse, onRemove }: SavedChipProps) {
  const { say } = useWords()
  const remove = say('guestList.saved.remove', { name })
  return (
    <span className={styles.saved}>
      <button type="button" className={styles.chip} aria-pressed={isOn} onClick={onUse} data-guests="saved">
        <Icon name="flag" />
        {name}
      </button>
      <button type="button" className={styles.remove} aria-label={remove} title={remove} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  )
}

/** `null` = left without a name. */
function NameForm({ onName }: { readonly onName: (name: string | null) => void }) {
  const { say } = useWords()
  const [name, setName] = useState('')

  function submit(event: FormEvent): void {
    event.preventDefault()
    onName(name.trim() === '' ? null : name.trim())
  }

  return (
    <form
      className={styles.naming}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onName(null)
      }}
    >
      <label>
        <span className="sr">{say('guestList.saved.name')}</span>
        <input
          name="filter-name"
          className={styles.name}
          // biome-ignore lint/a11y/noAutofocus: the form opens for this one field, asked for by its button
          autoFocus
          autoComplete="off"
          maxLength={LONGEST_FILTER_NAME}
          placeholder={say('guestList.saved.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" isSmall look="soft" disabled={name.trim() === ''}>
        {say('common.save')}
      </Button>
    </form>
  )
}
