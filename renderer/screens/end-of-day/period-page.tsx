import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BusinessDays } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { periodDocument } from '#shared/reports/period-document.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PeriodPanel } from './papers/period-panel.tsx'
import { ReportFrame } from './report-frame.tsx'
import { useSheetLanguage } from './use-sheet-language.ts'

interface PeriodPageProps {
  readonly days: BusinessDays
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The owner's summary, and statistics by citizenship and purpose. */
export function PeriodPage({ days, from, to }: PeriodPageProps) {
  const { say, language: own } = useWords()
  const { api } = useDesk()
  const { language } = useSheetLanguage()
  const { data: period, error, refetch } = useQuery(api.report.period.queryOptions({ input: { from, to } }))
  const document = useMemo(() => (period === undefined ? undefined : periodDocument(period, language)), [period, language])
  return (
    <ReportFrame
      days={days}
      request={{ what: 'period', from, to }}
      summary={say('endOfDay.summary.period', {
        span: from === to ? dayMonth(from, own) : `${dayMonth(from, own)} – ${dayMonth(to, own)}`,
      })}
      document={document}
      error={error}
      onRetry={() => void refetch()}
      side={<PeriodPanel key={`${from} ${to}`} from={from} to={to} />}
    />
  )
}
