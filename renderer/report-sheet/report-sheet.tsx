import { memo } from 'react'
import type { ReportDocument } from '#shared/reports/document.ts'
import { Blocks } from './blocks.tsx'
import styles from './report-sheet.module.css'
import { usePrintedPages } from './use-printed-pages.ts'

interface ReportSheetProps {
  readonly document: ReportDocument
  /** Across every page, in the document's language; `null` = this is no copy. */
  readonly copyMark: string | null
  /** What the sheet is, for a screen reader that walks the page by its parts. */
  readonly label: string
}

/**
 * A document as a white A4 sheet, in either theme. The very same elements are printed: the print rules drop everything else of the
 * window, so what is seen is what comes out.
 */
export const ReportSheet = memo(function ReportSheet({ document, copyMark, label }: ReportSheetProps) {
  usePrintedPages(document)
  return (
    <article className={styles.sheet} lang={document.language} aria-label={label} data-report-sheet="">
      {copyMark !== null && <span className={styles.copy} data-mark={copyMark} aria-hidden="true" />}
      {document.banner !== null && <p className={styles.banner}>{document.banner}</p>}
      <header className={styles.head}>
        <div>
          <h2>{document.title}</h2>
          {document.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className={styles.corner}>
          {document.corner.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {copyMark !== null && <p className="sr">{copyMark}</p>}
        </div>
      </header>
      <Blocks blocks={document.blocks} />
    </article>
  )
})
