import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useIsSlow } from '../../client/use-is-slow.ts'
import { useScans } from '../../commands/scans.ts'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './palette.module.css'
import type { PaletteCommand } from './palette-commands.ts'
import { PaletteList } from './palette-list.tsx'
import { canChoose, groupsFor, optionTowards, type PaletteOption } from './palette-options.ts'
import { useRecentCommands } from './recent-commands.ts'
import { useChoosing } from './use-choosing.ts'
import { useFoundGuests } from './use-found-guests.ts'

/** Rows that Page Up and Page Down go over. */
const PAGE = 8

interface PaletteDialogProps {
  /** What could be done when it was opened. */
  readonly commands: readonly PaletteCommand[]
  readonly onClosed: () => void
}

/** The open palette: a combobox with its list, in a dialog of its own. */
export function PaletteDialog({ commands, onClosed }: PaletteDialogProps) {
  const { say } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [moved, setMoved] = useState<string | null>(null)
  const [awaitsEnter, setAwaitsEnter] = useState(false)
  const recent = useRecentCommands((known) => known.ids)
  const guests = useFoundGuests(query)
  const groups = useMemo(() => groupsFor(query, commands, guests.found, recent), [query, commands, guests.found, recent])
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups])
  const isAsked = query.trim() !== ''
  // With nothing typed, Enter pressed by mistake would do something: the clerk walks to a line first.
  const active =
    options.find((option) => option.id === moved) ?? (isAsked ? (options.find(canChoose) ?? options[0]) : undefined)
  const isSlow = useIsSlow(guests.isLooking)
  const close = useCallback(() => dialog.current?.close(), [])
  const choose = useChoosing(options, close)

  useEffect(() => dialog.current?.showModal(), [])
  useCloseOnScan(close)

  // Guests may still push before what is first now: Enter waits for them, unless the clerk has walked to a line or a command fits well.
  const isSettled = !guests.isLooking || moved !== null || groups[0]?.name === 'commands'
  useEffect(() => {
    if (!awaitsEnter || !isSettled) return
    setAwaitsEnter(false)
    if (active !== undefined) choose(active)
  }, [awaitsEnter, isSettled, active, choose])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key]
    if (step !== undefined) setMoved(optionTowards(options, active?.id ?? null, step)?.id ?? null)
    else if (event.key === 'Enter') setAwaitsEnter(true)
    else if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) close()
    else return
    event.preventDefault()
  }

  const hasList = options.length > 0
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={say('palette.title')}
      onClose={onClosed}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className={styles.box}>
        <Icon name="search" isLarge />
        <input
          type="text"
          className={styles.input}
          role="combobox"
          aria-label={say('palette.label')}
          aria-expanded={hasList}
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : domId(id, active)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={say('palette.hint')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setMoved(null)
            setAwaitsEnter(false)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      {hasList && (
        <PaletteList
          id={`${id}-list`}
          groups={groups}
          activeId={active?.id ?? null}
          domIdOf={(option) => domId(id, option)}
          onPoint={(option) => setMoved(option.id)}
          onChoose={choose}
        />
      )}
      {!hasList && !guests.isLooking && (
        <div className={styles.nothing}>
          <b>{say('palette.nothing')}</b>
          <p>{say('palette.nothingText')}</p>
        </div>
      )}
      <p className={styles.status} role="status">
        {guests.error !== null && <span>{say('palette.failed')}</span>}
        {guests.error === null && isSlow && <span>{say('palette.looking')}</span>}
        {!guests.isLooking && isAsked && <span className="sr">{say('palette.found', { count: options.length })}</span>}
      </p>
      <div className={styles.keys} aria-hidden="true">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {say('palette.keys.walk')}
        <Kbd>Enter</Kbd> {say('palette.keys.choose')}
        <Kbd>Esc</Kbd> {say('palette.keys.close')}
      </div>
    </dialog>
  )
}

function domId(id: string, option: PaletteOption): string {
  return `${id}-${option.id}`
}

/** A passport scanned meanwhile goes to the check-in; the palette makes way. */
function useCloseOnScan(close: () => void): void {
  const delivered = useScans((scans) => scans.delivered)
  const [before] = useState(delivered)
  useEffect(() => {
    if (delivered !== before) close()
  }, [delivered, before, close])
}
