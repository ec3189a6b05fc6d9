import { useCallback, useMemo, useRef } from 'react'
import type { BulkAct, GuestFilter } from '#shared/domain/guest-filter.ts'
import { EVERYBODY } from '#shared/domain/guest-filter.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Awaited } from '../../components/awaited.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { BulkLine } from './bulk/bulk-line.tsx'
import { BulkPanel } from './bulk/bulk-panel.tsx'
import { useBulk } from './bulk/use-bulk.ts'
import { FilterBar } from './filter/filter-bar.tsx'
import { isEverybody, useGuestFilter } from './filter/guest-filter-state.ts'
import { useGuestChoice } from './guest-choice.ts'
import { useGuestSearch } from './guest-search.ts'
import { GuestsTable } from './guests-table.tsx'
import { useBulkActs, useBulkKeys } from './use-bulk-keys.ts'
import { useGuestPages } from './use-guest-pages.ts'

/**
 * Everyone who stays, stayed or is expected, latest arrivals first. The header's search box narrows the list with every letter, the filters by
 * what is true of a guest; what is ticked can be done for many at once.
 */
export function Guests() {
  const { say } = useWords()
  const { client } = useDesk()
  const query = useGuestSearch((search) => search.query.trim())
  const setQuery = useGuestSearch((search) => search.setQuery)
  const filter = useGuestFilter((state) => state.filter)
  const setFilter = useGuestFilter((state) => state.set)
  const { chosen, isCut, set: choose, clear } = useGuestChoice()
  const pages = useGuestPages(query, filter)
  const bulk = useBulk(clear)
  const acts = useBulkActs()
  const firstFilter = useRef<HTMLButtonElement>(null)
  const { step, plan, close } = bulk
  const { total, isRead } = pages
  const isNarrowed = query !== '' || !isEverybody(filter)

  const filterBy = useCallback(
    (next: GuestFilter) => {
      // Nobody who is out of sight is acted on by surprise.
      clear()
      setFilter(next)
    },
    [clear, setFilter],
  )
  const chooseAll = useCallback(async () => {
    const all = await client.guestList.all({ query, filter: { presence: filter.presence, marks: [...filter.marks] } })
    choose(all.noticeIds, all.total > all.noticeIds.length)
  }, [client, query, filter, choose])
  const onAct = useCallback((act: BulkAct) => plan(act, [...useGuestChoice.getState().chosen]), [plan])
  const showAll = useCallback(() => {
    setQuery('')
    filterBy(EVERYBODY)
  }, [setQuery, filterBy])

  useBulkKeys({ bulk, acts, hasChosen: chosen.size > 0, onAct })
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'guests.filter',
          name: say('guestList.filterKey'),
          shortcut: { code: 'KeyF' },
          inFooter: true,
          run: () => firstFilter.current?.focus(),
        },
        {
          id: 'guests.back',
          name: chosen.size > 0 ? say('guestList.keys.clear') : say('guestList.clearKey'),
          shortcut: { code: 'Escape' },
          inFooter: chosen.size > 0 || isNarrowed,
          isEnabled: () => step.kind === 'planned' || step.kind === 'finished' || chosen.size > 0 || isNarrowed,
          run() {
            // From the inside out: the question, the ticks, the filter.
            if (step.kind === 'planned') close()
            else if (chosen.size > 0) clear()
            else if (isNarrowed) showAll()
            else close()
          },
        },
      ],
      [say, chosen.size, isNarrowed, step, close, clear, showAll],
    ),
  )

  return (
    <ScreenFrame
      title={say('guest.title')}
      summary={isRead && say(isNarrowed ? 'guest.list.found' : 'guest.list.summary', { count: total })}
      acts={
        query !== '' && (
          <Button icon="close" onClick={() => setQuery('')}>
            {say('guest.list.clear')}
          </Button>
        )
      }
    >
      <FilterBar ref={firstFilter} filter={filter} onFilter={filterBy} />
      <BulkLine step={step} onUndo={bulk.undo} onClose={close} />
      {step.kind === 'planned' ? (
        <BulkPanel key={step.plan.act} plan={step.plan} onRun={bulk.run} onLeave={close} />
      ) : (
        chosen.size > 0 && (
          <BulkBar
            count={chosen.size}
            isCut={isCut}
            acts={acts}
            isBusy={step.kind === 'running' || step.kind === 'looking'}
            onAct={onAct}
            onClear={clear}
          />
        )
      )}
      {(!isRead || pages.error !== null) && <Awaited error={pages.error} onRetry={pages.again} />}
      {isRead && total > 0 && <GuestsTable pages={pages} onChooseAll={() => void chooseAll()} />}
      {isRead && total === 0 && <Nobody query={query} isFiltered={!isEverybody(filter)} />}
    </ScreenFrame>
  )
}

/** Why the list is empty, and the way on. */
function Nobody({ query, isFiltered }: { readonly query: string; readonly isFiltered: boolean }) {
  const { say } = useWords()
  if (isFiltered)
    return (
      <EmptyState icon="guests" title={say('guestList.nobodyHere')}>
        <p>{say('guestList.nobodyHereText')}</p>
      </EmptyState>
    )
  if (query !== '')
    return (
      <EmptyState icon="search" title={say('guest.list.notFound')}>
        <p>{say('guest.list.notFoundText', { query })}</p>
      </EmptyState>
    )
  return (
    <EmptyState icon="guests" title={say('guest.list.nobody')}>
      <p>{say('guest.list.nobodyText')}</p>
      <p>
        <ButtonLink href="#/check-in" look="main" icon="plus" shortcut="N">
          {say('today.newCheckIn')}
        </ButtonLink>
      </p>
    </EmptyState>
  )
}
