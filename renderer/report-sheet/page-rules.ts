import type { ReportDocument } from '#shared/reports/document.ts'

/** What stands in the margins of each printed page: the title from the second page on, the document's foot, and "page x of y". */
export function pageRules({ title, foot, pageOf }: Pick<ReportDocument, 'title' | 'foot' | 'pageOf'>): string {
  return `
    @page report-sheet {
      size: A4 portrait;
      margin: 14mm 13mm 17mm;
      @top-left { content: ${cssText(title)}; ${SMALL} }
      @bottom-left { content: ${cssText(foot)}; ${SMALL} vertical-align: top; padding-top: 3mm; }
      @bottom-right { content: ${pageCount(pageOf)}; ${SMALL} vertical-align: top; padding-top: 3mm; white-space: nowrap; }
    }
    @page report-sheet:first { @top-left { content: none; } }
  `
}

const SMALL = "font: 8pt 'Golos Text', 'Noto Sans', sans-serif; color: #000;"

/** `Стр. {page} из {pages}` → `"Стр. " counter(page) " из " counter(pages)`. */
function pageCount(pattern: string): string {
  return pattern
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssText(part)))
    .join(' ')
}

/** A text as a CSS string: no quote, backslash or line end of it can leave the string. */
function cssText(text: string): string {
  return `"${text.replace(/["\\\n\r\f<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}
