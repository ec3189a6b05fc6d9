import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BusinessDays } from '#shared/contract/report-schemas.ts'
import { handoverDocument } from '#shared/reports/handover-document.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { HandoverPanel } from './papers/handover-panel.tsx'
import { ReportFrame } from './report-frame.tsx'
import { useSheetLanguage } from './use-sheet-language.ts'

/** One page for the colleague who takes over. */
export function HandoverPage({ days }: { readonly days: BusinessDays | undefined }) {
  const { say } = useWords()
  const { api } = useDesk()
  const { language } = useSheetLanguage()
  const { data: handover, error, refetch } = useQuery(api.report.handover.queryOptions())
  const document = useMemo(
    () => (handover === undefined ? undefined : handoverDocument(handover, language)),
    [handover, language],
  )
  return (
    <ReportFrame
      days={days}
      request={{ what: 'handover' }}
      summary={say('endOfDay.summary.handover')}
      document={document}
      error={error}
      onRetry={() => void refetch()}
      side={<HandoverPanel isReady={document !== undefined} />}
    />
  )
}
