import { useEffect } from 'react'
import type { ReportDocument } from '#shared/reports/document.ts'
import { pageRules } from './page-rules.ts'

/** While the sheet is on screen, a print of this window has the document's own foot and page numbers. */
export function usePrintedPages({ title, foot, pageOf }: Pick<ReportDocument, 'title' | 'foot' | 'pageOf'>): void {
  useEffect(() => {
    // A sheet made by script: the content security policy refuses style elements without the response's nonce.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageRules({ title, foot, pageOf }))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
    }
  }, [title, foot, pageOf])
}
