import { useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { fullDay, localTime } from '#shared/i18n/dates.ts'
import { useStatus, useZone } from '../client/use-status.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { BrandMark } from '../components/brand-mark.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { useWords } from '../i18n/use-words.ts'
import { useGuestSearch } from '../screens/guests/guest-search.ts'
import { ConnectionVital } from './connection-vital.tsx'
import styles from './header.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Vital } from './vital.tsx'

export function Header() {
  const status = useStatus()
  const zone = useZone()
  const { say, language } = useWords()
  return (
    <header className={styles.header}>
      <a className={styles.mark} href="#/" aria-label="Qabyl">
        <BrandMark />
      </a>
      <div className={styles.property}>
        <b className="cut">{status.property?.name}</b>
        <span className="note dim cut">
          {[
            status.property?.city,
            status.property?.roomCount == null ? null : say('shell.rooms', { count: status.property.roomCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <GuestSearch />
      <section className={styles.vitals} aria-label={say('shell.vitals.title')}>
        <ConnectionVital />
        <Vital label={say('shell.vitals.queued')}>{status.queueDepth}</Vital>
        <Vital label={say('shell.vitals.acceptedAt')}>
          {status.lastAcceptedAt === null ? say('shell.vitals.nothingAccepted') : localTime(status.lastAcceptedAt, zone)}
        </Vital>
        <Vital label={say('shell.vitals.businessDate')}>{fullDay(status.businessDate, language)}</Vital>
        {status.environment !== null && (
          <span className={styles.environment} data-environment={status.environment}>
            {say(`shell.environment.${status.environment}`)}
          </span>
        )}
      </section>
      <LanguageSwitch />
      <ThemeSwitch />
      <span className={styles.me} title={status.actor.name}>
        <span aria-hidden="true">{initials(status.actor.name)}</span>
        <span className="sr">{status.actor.name}</span>
      </span>
    </header>
  )
}

/** Finds a guest from anywhere; Enter opens the list of what was found, which then follows every letter. */
function GuestSearch() {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const query = useGuestSearch((search) => search.query)
  const setQuery = useGuestSearch((search) => search.setQuery)
  const input = useRef<HTMLInputElement>(null)
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'search',
          name: say('commands.search'),
          title: say('shell.search'),
          shortcut: { code: 'Slash' },
          run: () => input.current?.focus(),
        },
      ],
      [say],
    ),
    'desk',
  )
  return (
    <div className={styles.search}>
      <SearchBox
        ref={input}
        label={say('shell.search')}
        hint={say('shell.searchHint')}
        shortcut="/"
        value={query}
        onChange={setQuery}
        onEnter={() => {
          input.current?.blur()
          navigate('/guests')
        }}
      />
    </div>
  )
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
