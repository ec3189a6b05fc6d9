import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useGuestSearch } from './guest-search.ts'
import { GuestsTable } from './guests-table.tsx'

/** More than a clerk looks through; the search narrows it. */
const MOST_SHOWN = 500

/** Everyone who stays or stayed, latest arrivals first; the header's search box narrows the list with every letter. */
export function Guests() {
  const { say } = useWords()
  const { api } = useDesk()
  const query = useGuestSearch((search) => search.query.trim())
  const setQuery = useGuestSearch((search) => search.setQuery)
  const { data, error } = useQuery(
    api.guest.search.queryOptions({ input: { query, limit: MOST_SHOWN }, placeholderData: keepPreviousData }),
  )
  const shown = data?.notices.length ?? 0
  const total = data?.total ?? 0
  return (
    <ScreenFrame
      title={say('guest.title')}
      summary={
        data !== undefined &&
        total > 0 &&
        [
          query === '' ? say('guest.list.summary', { count: total }) : say('guest.list.found', { count: total }),
          shown < total ? say('guest.list.firstOf', { shown }) : null,
        ]
          .filter(Boolean)
          .join('; ')
      }
      acts={
        query !== '' && (
          <Button icon="close" onClick={() => setQuery('')}>
            {say('guest.list.clear')}
          </Button>
        )
      }
    >
      {error !== null && <ErrorPanel error={error} />}
      {data !== undefined && shown > 0 && <GuestsTable notices={data.notices} />}
      {data !== undefined && shown === 0 && query === '' && (
        <EmptyState icon="guests" title={say('guest.list.nobody')}>
          <p>{say('guest.list.nobodyText')}</p>
          <p>
            <ButtonLink href="#/check-in" look="main" icon="plus" shortcut="N">
              {say('today.newCheckIn')}
            </ButtonLink>
          </p>
        </EmptyState>
      )}
      {data !== undefined && shown === 0 && query !== '' && (
        <EmptyState icon="search" title={say('guest.list.notFound')}>
          <p>{say('guest.list.notFoundText', { query })}</p>
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
