import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { useMayNot } from '../../client/use-may.ts'
import { useStatus } from '../../client/use-status.ts'
import { Awaited } from '../../components/awaited.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DayPage } from './day-page.tsx'
import { HandoverPage } from './handover-page.tsx'
import { PeriodPage } from './period-page.tsx'
import { dayToOpen, pathOfPlace, placeOfPath } from './report-place.ts'

/**
 * The deadline report, and closing the day. `/end-of-day/2026-05-05` is that day, `/end-of-day/handover` the end of a shift,
 * `/end-of-day/2026-05-04..2026-05-10` the owner's summary.
 */
export function EndOfDay() {
  const { place: path } = useParams<{ place?: string }>()
  const place = path === undefined ? undefined : placeOfPath(path)
  const { say } = useWords()
  const { api } = useDesk()
  const { businessDate: today } = useStatus()
  const mayNot = useMayNot('report.read')
  const mayRead = mayNot !== 'role'
  const { data: days, error, refetch } = useQuery({ ...api.report.days.queryOptions(), enabled: mayRead })

  // Whoever works at the desk hands over, also who may not read what a day adds up to.
  if (place?.what === 'handover') return <HandoverPage days={days} />
  if (!mayRead) {
    return (
      <ScreenFrame title={say('endOfDay.title')}>
        <EmptyState icon="lock" title={say('endOfDay.states.role')}>
          <p>{say('endOfDay.states.roleText')}</p>
          <ButtonLink look="main" icon="history" href={`#${pathOfPlace({ what: 'handover' })}`}>
            {say('endOfDay.acts.handover')}
          </ButtonLink>
        </EmptyState>
      </ScreenFrame>
    )
  }
  if (days === undefined) {
    return (
      <ScreenFrame title={say('endOfDay.title')}>
        <Awaited error={error} onRetry={() => void refetch()} waitingFor={say('endOfDay.loading')} />
      </ScreenFrame>
    )
  }
  if (path === undefined) {
    const date = dayToOpen(days.openDate, today)
    return <DayPage days={days} date={date} />
  }
  if (place?.what === 'day') return <DayPage days={days} date={place.date} />
  if (place?.what === 'period') return <PeriodPage days={days} from={place.from} to={place.to} />
  return (
    <ScreenFrame title={say('endOfDay.title')}>
      <EmptyState icon="document" title={say('endOfDay.states.pageMissing')}>
        <ButtonLink href="#/end-of-day">{say('endOfDay.states.toOpen')}</ButtonLink>
      </EmptyState>
    </ScreenFrame>
  )
}
