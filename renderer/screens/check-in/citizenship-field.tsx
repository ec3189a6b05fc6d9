import { useId, useMemo, useRef, useState } from 'react'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { allCountries, countryName } from '#shared/i18n/country-names.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { TextInput } from '../../components/text-input.tsx'
import { findCountries } from '../../entry/country-search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import styles from './citizenship-field.module.css'
import { UNKNOWN_CITIZENSHIP } from './form-state.ts'
import { useFieldNotes } from './use-field.ts'

/** Found by name in the language on screen or by any code a document carries. "Unknown" is an answer, and a loud one. */
export function CitizenshipField({ span }: { readonly span: number }) {
  const { guest, acts } = useCheckIn()
  const { say, language } = useWords()
  const { mark, reason } = useFieldNotes('citizenship')
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState<string | null>(null)
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const chosen =
    guest.citizenship === UNKNOWN_CITIZENSHIP ? say('checkIn.fields.unknownCitizenship') : nameOf(guest.citizenship)
  const text = query ?? (guest.citizenship === '' ? guest.citizenshipText : chosen)
  const options = useMemo(() => {
    const unknown = { code: UNKNOWN_CITIZENSHIP, name: say('checkIn.fields.unknownCitizenship') }
    const code = parseCitizenship(query ?? '')
    const found = findCountries(query ?? '', allCountries(language), code.ok ? code.value : null)
    const isUnknownWanted = (query ?? '') === '' || unknown.name.toLowerCase().startsWith((query ?? '').trim().toLowerCase())
    return isUnknownWanted ? [unknown, ...found] : found
  }, [query, language, say])

  function nameOf(code: string): string {
    return code === '' ? '' : countryName(code, language)
  }

  function choose(code: string): void {
    acts.setGuest({ citizenship: code, citizenshipText: '' })
    setIsOpen(false)
    setQuery(null)
  }

  function move(by: number): void {
    const next = Math.max(0, Math.min(options.length - 1, isOpen ? marked + by : marked))
    setIsOpen(true)
    setMarked(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }

  function leave(): void {
    setIsOpen(false)
    if (query === null) return
    const best = options[marked] ?? options[0]
    if (query.trim() === '') acts.setGuest({ citizenship: '', citizenshipText: '' })
    else if (best === undefined) acts.setGuest({ citizenship: '', citizenshipText: query })
    else choose(best.code)
    setQuery(null)
  }

  return (
    <Field label={say('fields.citizenship')} span={span} mark={mark} reason={reason}>
      {(props) => (
        <div className={styles.box}>
          <div className={join(styles.control, reason !== undefined && styles.rejected)}>
            {query === null && guest.citizenship === UNKNOWN_CITIZENSHIP && (
              <span className={styles.unknown}>
                <Icon name="globe" />
              </span>
            )}
            {query === null && guest.citizenship !== '' && guest.citizenship !== UNKNOWN_CITIZENSHIP && (
              <IsoChip code={guest.citizenship} />
            )}
            <TextInput
              {...props}
              className={styles.input}
              data-field="citizenship"
              role="combobox"
              aria-expanded={isOpen}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={isOpen && options[marked] !== undefined ? `${listId}-${marked}` : undefined}
              placeholder={say('checkIn.fields.citizenshipHint')}
              value={text}
              onFocus={(event) => event.currentTarget.select()}
              onClick={() => setIsOpen(true)}
              onBlur={leave}
              onChange={(typed) => {
                setQuery(typed)
                setMarked(0)
                setIsOpen(true)
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  event.preventDefault()
                  move(event.key === 'ArrowDown' ? 1 : -1)
                }
                if (event.key === 'Enter' && isOpen && !event.ctrlKey) {
                  const option = options[marked]
                  if (query !== null || marked > 0) leaveWith(option?.code)
                }
                if (event.key === 'Escape' && (isOpen || query !== null)) {
                  event.stopPropagation()
                  setIsOpen(false)
                  setQuery(null)
                }
              }}
            />
          </div>
          <ul
            ref={list}
            id={listId}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox; the cursor stays in its input
            role="listbox"
            aria-label={say('fields.citizenship')}
            className={styles.list}
            hidden={!isOpen || options.length === 0}
          >
            {isOpen &&
              options.map((option, index) => (
                // biome-ignore lint/a11y/useFocusableInteractive: reached by the arrow keys from the input
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input chooses
                <li
                  key={option.code}
                  id={`${listId}-${index}`}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
                  role="option"
                  aria-selected={index === marked}
                  className={styles.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option.code)}
                >
                  {option.code === UNKNOWN_CITIZENSHIP ? (
                    <span className={styles.unknown}>
                      <Icon name="globe" />
                    </span>
                  ) : (
                    <span className={styles.code}>{option.code}</span>
                  )}
                  {option.name}
                </li>
              ))}
          </ul>
        </div>
      )}
    </Field>
  )

  function leaveWith(code: string | undefined): void {
    if (code !== undefined) choose(code)
  }
}
