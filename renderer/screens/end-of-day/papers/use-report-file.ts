import { useMutation } from '@tanstack/react-query'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ReportFormat } from '#shared/reports/document.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { saveFile } from '../../../client/save-file.ts'

interface Wanted {
  readonly request: ReportRequest
  readonly format: ReportFormat
  readonly language: Language
}

/** Asks the desk for a file and hands it to the browser's downloads. */
export function useReportFile() {
  const { client } = useDesk()
  return useMutation({
    mutationFn: (wanted: Wanted) => client.report.file(wanted),
    async onSuccess({ content, fileName }) {
      saveFile(new Blob([await content.arrayBuffer()], { type: content.type }), fileName)
    },
  })
}
