import type { ContentText, Size, Style } from 'pdfmake/interfaces'
import { runsOf } from './runs.ts'

type Look = Style & Omit<ContentText, 'text'> & { readonly width?: Size }

/** Text in as many fonts as its letters need. `width` counts where it is a column. */
export function textNode(text: string, look: Look = {}): ContentText & Look {
  return { text: runsOf(text).map((run) => ({ ...run })), ...look }
}
