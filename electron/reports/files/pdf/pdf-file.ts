import type { Content, ContentText, DynamicContent, TDocumentDefinitions } from 'pdfmake/interfaces'
import { isLanguage } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import type { ReportDocument } from '#shared/reports/document.ts'
import { documentTexts } from '#shared/reports/document-texts.ts'
import { anchored, placeIfAlone } from './anchors.ts'
import { blocksContent } from './blocks.ts'
import { makePdf } from './make-pdf.ts'
import { BANNER_HEIGHT, INK, LINE, NOTE_INK, PAGE, SIZE } from './page.ts'
import { hasUnprintable } from './runs.ts'
import { textNode } from './text.ts'

/** A document as an A4 PDF. The same document gives the same bytes: nothing in it comes from the clock or from chance. */
export async function pdfFile(document: ReportDocument): Promise<Uint8Array> {
  const onNewPage = new Set<number>()
  for (;;) {
    try {
      return await makePdf(definitionOf(document, onNewPage), document.asOf)
    } catch (error) {
      if (!(error instanceof HeadingAlone)) throw error
      onNewPage.add(error.place)
    }
  }
}

/**
 * A heading is the last thing on its page: it has to begin the next. The layout offers to go on with that by itself, but lays out for the
 * second time what the first has already cut into lines, and lines come out longer; so everything is put together anew.
 */
class HeadingAlone extends Error {
  readonly place: number

  constructor(place: number) {
    super('A heading stands alone at the foot of a page')
    this.place = place
  }
}

function definitionOf(document: ReportDocument, onNewPage: ReadonlySet<number>): TDocumentDefinitions {
  const { title, banner, foot, language } = document
  const content = anchored(blocksContent(document.blocks)).map(
    (block, place): Content => (onNewPage.has(place) ? [{ text: '', pageBreak: 'after' }, block] : block),
  )
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top + (banner === null ? 0 : BANNER_HEIGHT), PAGE.right, PAGE.bottom],
    language,
    displayTitle: true,
    info: { title, subject: foot },
    defaultStyle: { font: 'Golos', fontSize: SIZE.text, color: INK, lineHeight: 1.08 },
    content: [headContent(document), ...content, ...lostLetters(document)],
    header: runningHead(document),
    footer: runningFoot(document),
    pageBreakBefore: (node, nodes) => {
      const place = placeIfAlone(node, () => nodes.getFollowingNodesOnPage())
      if (place !== undefined && !onNewPage.has(place)) throw new HeadingAlone(place)
      return false
    },
  }
}

/** Title and whose it is on the left, number and moment on the right. */
function headContent({ title, lines, corner }: ReportDocument): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          textNode(title, { fontSize: SIZE.title, bold: true, margin: [0, 0, 0, 2] }),
          ...lines.map((line) => textNode(line, { fontSize: SIZE.text, color: NOTE_INK })),
        ],
      },
      {
        width: 170,
        stack: corner.map((line, place) =>
          textNode(line, { fontSize: SIZE.text, bold: place === 0, alignment: 'right', color: place === 0 ? INK : NOTE_INK }),
        ),
      },
    ],
    columnGap: 16,
    margin: [0, 0, 0, 6],
  }
}

/** The banner on every page; from the second on also whose pages these are, should they fall apart. */
function runningHead({ title, lines, banner }: ReportDocument): DynamicContent {
  return (page): Content => ({
    margin: [PAGE.left, 14, PAGE.right, 0],
    stack: [
      ...(banner === null ? [] : [bannerContent(banner)]),
      ...(page === 1
        ? []
        : [
            textNode([title, lines[0]].filter((line) => line !== undefined).join(' · '), {
              fontSize: SIZE.foot,
              color: NOTE_INK,
              margin: [0, 4, 0, 0],
            }),
          ]),
    ],
  })
}

function bannerContent(banner: string): Content {
  return {
    table: {
      widths: ['*'],
      body: [[textNode(banner, { fontSize: SIZE.text, bold: true, alignment: 'center' })]],
    },
    layout: {
      hLineWidth: () => 1,
      vLineWidth: () => 1,
      hLineColor: () => INK,
      vLineColor: () => INK,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  }
}

/** Number and hash on the left, page of pages on the right, on every page. */
function runningFoot({ foot, pageOf }: ReportDocument): DynamicContent {
  return (page, pages): Content => ({
    margin: [PAGE.left, 12, PAGE.right, 0],
    stack: [
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: PAGE.width - PAGE.left - PAGE.right, y2: 0, lineWidth: 0.4, lineColor: LINE },
        ],
      },
      {
        columns: [
          textNode(foot, { fontSize: SIZE.foot, color: NOTE_INK, width: '*' }),
          textNode(pageOf.replace('{page}', String(page)).replace('{pages}', String(pages)), {
            fontSize: SIZE.foot,
            color: NOTE_INK,
            alignment: 'right',
            width: 'auto',
            noWrap: true,
          }),
        ],
        columnGap: 12,
        margin: [0, 4, 0, 0],
      },
    ],
  })
}

/** Letters that no font here has are printed as `?`; this says so and where they stand whole. */
function lostLetters(document: ReportDocument): readonly ContentText[] {
  if (!documentTexts(document).some(hasUnprintable)) return []
  const { say } = wordsIn(isLanguage(document.language) ? document.language : 'ru')
  return [textNode(say('report.lostLetters'), { fontSize: SIZE.note, color: NOTE_INK, margin: [0, 4, 0, 0] })]
}
