import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import { parseCalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useStatus } from '../../client/use-status.ts'
import { Awaited } from '../../components/awaited.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useCalendarPlace } from './calendar-place.ts'
import { CalendarView } from './calendar-view.tsx'
import { Applied } from './preview/applied.tsx'
import { PreviewEdits } from './preview/preview-edits.tsx'
import { PreviewUndo } from './preview/preview-undo.tsx'
import { useCalendar } from './use-calendar.ts'
import { useWorkingCopy } from './working-copy.ts'

/**
 * The working calendar: the year, its changes, and whose deadlines they move. `/calendar/2026-03-24` opens on that day,
 * `/calendar/preview`, `/calendar/undo-<change>` and `/calendar/applied` are the steps of a change.
 */
export function Calendar() {
  const { place } = useParams<{ place?: string }>()
  const { say } = useWords()
  const [, navigate] = useLocation()
  const today = useStatus().businessDate
  const day = useCalendarPlace((state) => state.day) ?? today
  const select = useCalendarPlace((state) => state.select)
  const applied = useCalendarPlace((state) => state.applied)
  const copy = useWorkingCopy()
  const { calendar, error, retry } = useCalendar(yearOf(day), copy.steps)

  const linkedDay = parseCalendarDate(place ?? '')
  useEffect(() => {
    if (linkedDay === undefined) return
    select(linkedDay)
    navigate('/calendar', { replace: true })
  }, [linkedDay, select, navigate])

  if (place === 'applied' && applied !== null) return <Applied applied={applied} />
  if (place?.startsWith('undo-')) return <PreviewUndo changeId={place.slice('undo-'.length)} />
  if (calendar === undefined) {
    return (
      <ScreenFrame title={say('calendarScreen.title')}>
        <Awaited error={error} onRetry={retry} waitingFor={say('calendarScreen.loading')} />
      </ScreenFrame>
    )
  }
  if (place === 'preview') return <PreviewEdits calendar={calendar} copy={copy} />
  return <CalendarView calendar={calendar} copy={copy} day={day} />
}
