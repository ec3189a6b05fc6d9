import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { BusinessDays, DayView } from '#shared/contract/report-schemas.ts'
import { type CalendarDate, earlierOf } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { isDamaged } from '../../client/desk-failure.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ClosePanel } from './closing/close-panel.tsx'
import { ClosedPanel } from './closing/closed-panel.tsx'
import { HourPanel } from './closing/hour-panel.tsx'
import { type Closing, useClosing } from './closing/use-closing.ts'
import { WaitPanel } from './closing/wait-panel.tsx'
import { daySummary } from './day-summary.ts'
import { ReportFrame } from './report-frame.tsx'
import { useDayKeys } from './use-day-keys.ts'
import { useSheetLanguage } from './use-sheet-language.ts'

interface DayPageProps {
  readonly days: BusinessDays
  readonly date: CalendarDate
}

/** The report of one day: as it stands and to be closed, or as it was closed. */
export function DayPage({ days, date }: DayPageProps) {
  const words = useWords()
  const { api } = useDesk()
  const { businessDate: today } = useStatus()
  const zone = useZone()
  const { language } = useSheetLanguage()
  const isAhead = date > today
  const { data, error, refetch } = useQuery({ ...api.report.day.queryOptions({ input: { date } }), enabled: !isAhead })
  const view = useMemo(() => data && closedAsKnown(data, days), [data, days])
  const document = useMemo(() => (view === undefined ? undefined : dayDocument(view, language)), [view, language])
  const isClosed = view !== undefined && view.close !== null
  const closing = useClosing(view, date)
  const first = days.closed.at(-1)?.date ?? days.openDate
  const isToBeClosed = view !== undefined && view.close === null && date === days.openDate
  useDayKeys({ date, first: earlierOf(first, days.openDate), last: today, closing: isToBeClosed ? closing : null })

  const absent = isAhead
    ? 'future'
    : isDamaged(error)
      ? 'damaged'
      : view !== undefined && view.close === null && date < days.openDate
        ? 'missing'
        : null
  return (
    <ReportFrame
      days={days}
      request={{ what: 'day', date }}
      summary={daySummary({ days, date, today, isClosed, zone }, words)}
      document={document}
      isCopy={isClosed}
      error={absent === 'damaged' ? null : error}
      onRetry={() => void refetch()}
      absence={absent === null ? undefined : <Absence date={date} kind={absent} />}
      side={
        <>
          {view !== undefined && absent === null && <Standing key={date} view={view} days={days} closing={closing} />}
          <HourPanel days={days} />
        </>
      }
    />
  )
}

/** The list of closes and the report are read one after the other: a day closed a moment ago is closed, whichever came first. */
function closedAsKnown({ report, close }: DayView, { closed }: BusinessDays): DayView {
  return { report, close: close ?? closed.find(({ date }) => date === report.date) ?? null }
}

interface StandingProps {
  readonly view: DayView
  readonly days: BusinessDays
  readonly closing: Closing
}

/** How the day stands: closed, to be closed, or behind another one. */
function Standing({ view, days, closing }: StandingProps) {
  const { close, report } = view
  // Who saw the day open and sees it closed has closed it, or it closed under his eyes: he is told either way.
  const wasOpen = useRef(close === null)
  if (close !== null) return <ClosedPanel close={close} isFresh={wasOpen.current} />
  if (report.date !== days.openDate) return <WaitPanel date={report.date} first={days.openDate} />
  return <ClosePanel report={report} closing={closing} />
}

const ABSENCE_ICONS = { future: 'clock', missing: 'document', damaged: 'stop' } as const

/** Why there is no sheet, and where to go. */
function Absence({ date, kind }: { readonly date: CalendarDate; readonly kind: keyof typeof ABSENCE_ICONS }) {
  const { say, language } = useWords()
  return (
    <EmptyState icon={ABSENCE_ICONS[kind]} title={say(`endOfDay.states.${kind}`, { day: dayMonth(date, language) })}>
      <p>{say(`endOfDay.states.${kind}Text`)}</p>
      <ButtonLink href="#/end-of-day">{say('endOfDay.states.toOpen')}</ButtonLink>
    </EmptyState>
  )
}
