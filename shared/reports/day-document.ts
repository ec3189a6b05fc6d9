import type { DayReport, DayView } from '../contract/report-schemas.ts'
import { ofDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { basisFacts, reportHead, tiesLine, totalsFacts } from './day-basis.ts'
import { changeBlocks } from './day-changes.ts'
import { guestBlocks } from './day-guests.ts'
import { leadBars, outageBlocks } from './day-line.ts'
import { LISTS_DECIDED, LISTS_TO_ACT_ON, listBlocks } from './day-lists.ts'
import type { Block, Figures, Paragraph, ReportDocument, Tone } from './document.ts'
import { titledFacts } from './titled.ts'

/** The deadline report of one day in one language: preliminary, or as it was closed. What must be done comes first. */
export function dayDocument({ report, close }: DayView, language: Language): ReportDocument {
  const words = wordsIn(language)
  const { say } = words
  const sections = sectionsOf(report, words)
  return {
    language,
    title: say('report.dayTitle', { ofDay: ofDay(report.date, language) }),
    ...reportHead(report, close, words),
    asOf: close?.closedAt ?? report.asOf,
    zone: report.zone,
    blocks: [
      figuresOf(report, words),
      heading(say('report.sections.act')),
      ...allClear(report, words),
      ...listBlocks(report, LISTS_TO_ACT_ON, words),
      heading(say('report.sections.decided')),
      ...listBlocks(report, LISTS_DECIDED, words),
      ...sections.flatMap(({ title, blocks }) => {
        if (blocks.length === 0) return []
        return title === null ? blocks : [heading(title), ...blocks]
      }),
      ...nothingOf(sections),
      heading(say('report.sections.sums')),
      {
        kind: 'side_by_side',
        left: titledFacts(say('report.totals.title'), totalsFacts(report, words)),
        right: titledFacts(say('report.basis.title'), basisFacts(report, close, words)),
      },
      tiesLine(report, words),
      {
        kind: 'signatures',
        items: [
          { label: say('report.signatures.handedOver'), name: close?.mode === 'by_hand' ? close.by : null },
          { label: say('report.signatures.tookOver'), name: null },
          { label: say('report.signatures.manager'), name: null },
        ],
      },
    ],
  }
}

const FIGURES = [
  ['overdue', 'bad'],
  ['dueToday', 'soon'],
  ['dueTomorrow', 'plain'],
  ['dueLater', 'plain'],
  ['unconfirmed', 'unsure'],
  ['rejected', 'bad'],
  ['needsPerson', 'unsure'],
  ['incomplete', 'soon'],
  ['citizenshipUnknown', 'unsure'],
  ['filed', 'good'],
] as const satisfies readonly (readonly [keyof DayReport['totals'], Tone])[]

function figuresOf({ totals }: DayReport, { say }: Words): Figures {
  return {
    kind: 'figures',
    // Nothing of it is nothing to look at.
    items: FIGURES.map(([id, tone]) => ({
      id,
      label: say(`report.figures.${id}`),
      value: totals[id],
      tone: totals[id] === 0 ? 'quiet' : tone,
    })),
  }
}

function allClear({ totals }: DayReport, { say }: Words): readonly Paragraph[] {
  const isClear = totals.overdue === 0 && totals.dueToday === 0
  return isClear ? [{ kind: 'paragraph', look: 'strong', text: say('report.allClear') }] : []
}

/** A part of the report, and what is said where it is empty. */
interface Section {
  /** `null` = it goes on with the part before. */
  readonly title: string | null
  readonly blocks: readonly Block[]
  readonly none: string
}

function sectionsOf(report: DayReport, words: Words): readonly Section[] {
  const { say } = words
  const hasLead = report.leadDays.some((count) => count > 0)
  return [
    { title: null, blocks: hasLead ? [leadBars(report.leadDays, words)] : [], none: say('report.leadNone') },
    { title: say('report.sections.guests'), blocks: guestBlocks(report, words), none: say('report.guestsNone') },
    { title: say('report.sections.line'), blocks: outageBlocks(report, words), none: say('report.outagesNone') },
    { title: say('report.sections.changes'), blocks: changeBlocks(report, words), none: say('report.changesNone') },
  ]
}

/** Empty parts take one paragraph together, so that a quiet day stays one sheet. */
function nothingOf(sections: readonly Section[]): readonly Paragraph[] {
  const none = sections.flatMap((section) => (section.blocks.length === 0 ? [section.none] : []))
  return none.length === 0 ? [] : [{ kind: 'paragraph', look: 'note', text: none.join(' ') }]
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text }
}
