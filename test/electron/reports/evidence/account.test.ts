import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { type Evidence, evidenceSchema } from '#shared/contract/evidence-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import type { Block, ReportDocument } from '#shared/reports/document.ts'
import { evidenceParts } from '#shared/reports/evidence-document.ts'
import { startedDesk } from '../../desk/desk-under-test.ts'
import { accountIn, bytesOf, fileIn, packOf, threeDays } from './evidence-scene.ts'

const MARKS = { jsonHash: 'ab'.repeat(32), fingerprint: '0123456789abcdef' }

/** What an account has to say of Anna, in each language. */
const SAID: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    'Принято 24 ноября 2026, 10:43 – в срок. Последний день: 25 ноября 2026.',
    'Заезд записан',
    'Германия',
    'Управляющий, на стойке',
  ],
  kk: ['2026 ж. 24 қараша, 10:43 қабылданды – мерзімінде. Соңғы күн: 2026 ж. 25 қараша.', 'Германия', 'қабылдау орнында'],
  en: ['Accepted 24 November 2026, 10:43 – in time. Last day: 25 November 2026.', 'Germany', 'at the desk'],
}

function blocksOf({ blocks }: ReportDocument): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'side_by_side' ? [...block.left, ...block.right] : [block]))
}

/** Every word of a document. */
function wordsOf(document: ReportDocument): string {
  const parts = blocksOf(document).map((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return block.text
      case 'facts':
        return block.items.map(({ label, value }) => `${label}: ${value.text}`).join('\n')
      case 'table':
        return [
          block.title,
          block.empty,
          ...block.columns.map(({ label }) => label),
          ...block.rows.flat().map(({ text }) => text),
        ].join('\n')
      default:
        return ''
    }
  })
  return [document.title, ...document.lines, ...document.corner, document.foot, ...parts].join('\n')
}

describe('the account', () => {
  it.each(LANGUAGES)('says in %s who, when, by when and with what outcome, on paper as in the document', async (language) => {
    const desk = await startedDesk()
    const { anna } = await threeDays(desk)
    const zip = await bytesOf(await desk.client.evidence.make({ request: { what: 'guest', noticeId: anna.id }, language }))
    const [part, ...others] = evidenceParts(accountIn(zip), MARKS, language)
    if (part === undefined) throw new Error('There is always a first file')
    expect({ name: part.name, others }).toEqual({ name: 'evidence.pdf', others: [] })
    const words = wordsOf(part.document)
    for (const said of [...SAID[language], 'Müller Anna / MUELLER ANNA', 'C01X00T47', 'EQ-4002', '0123 4567 89ab cdef'])
      expect(words).toContain(said)
    expect(words).not.toMatch(/\{\{|undefined|null|NaN|notice\.|evidence\.[a-z]+\b(?<!evidence\.json)/)

    const pdf = await getDocumentProxy(new Uint8Array(fileIn(zip, 'evidence.pdf')))
    const { text } = await extractText(pdf, { mergePages: true })
    const flat = text.replaceAll(/\s+/g, ' ')
    for (const said of ['Müller Anna / MUELLER ANNA', 'EQ-4002', 'C01X00T47']) expect(flat).toContain(said)
  })

  it('has a file of its own for every 25 guests, each told of once, behind a list of all', async () => {
    const desk = await startedDesk()
    const { anna } = await threeDays(desk)
    const account = accountIn(await packOf(desk, anna.id))
    const [told] = account.guests
    if (told === undefined || told.person === null) throw new Error('Anna is told of')
    const { person } = told
    const guests = Array.from({ length: 60 }, (_, number) => ({
      ...told,
      person: { ...person, name: `GUEST-${String(number).padStart(2, '0')}` },
    }))
    const many: Evidence = evidenceSchema.parse({
      ...account,
      asked: { what: 'period', from: '2026-11-23', to: '2026-11-29' },
      guests,
      leftOut: 3,
    })
    const parts = evidenceParts(many, MARKS, 'en')
    expect(parts.map(({ name }) => name)).toEqual([
      'evidence.pdf',
      'evidence-0001-0025.pdf',
      'evidence-0026-0050.pdf',
      'evidence-0051-0060.pdf',
    ])
    const list = blocksOf(parts[0]?.document ?? { ...emptyDocument(), blocks: [] }).find(
      (block) => block.kind === 'table' && block.id === 'guests',
    )
    expect(list?.kind === 'table' ? list.rows.length : 0).toBe(60)
    const headings = parts
      .slice(1)
      .flatMap(({ document }) => blocksOf(document).filter((block) => block.kind === 'heading' && block.level === 1))
    expect(headings).toHaveLength(60)
    expect(new Set(headings.map((block) => (block.kind === 'heading' ? block.text : ''))).size).toBe(60)
    expect(wordsOf(parts[0]?.document ?? emptyDocument())).toContain(
      'Guests for whom the law asks for no notice are not in here: 3.',
    )
  })

  it('of nobody says so', async () => {
    const desk = await startedDesk()
    const made = await desk.client.evidence.make({
      request: { what: 'period', from: calendarDate('2026-11-01'), to: calendarDate('2026-11-02') },
      language: 'en',
    })
    const zip = await bytesOf(made)
    expect(accountIn(zip).guests).toEqual([])
    const [part] = evidenceParts(accountIn(zip), MARKS, 'en')
    expect(wordsOf(part?.document ?? emptyDocument())).toContain('Nobody arrived in these days about whom a notice is owed.')
  })
})

function emptyDocument(): ReportDocument {
  return { language: 'en', title: '', lines: [], corner: [], banner: null, blocks: [], foot: '', pageOf: '' }
}
