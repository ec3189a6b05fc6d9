import { expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import { closely, printedPages } from '../printed-pages.ts'

const TODAY = calendarDate('2026-11-23')

async function lost(citizenship = 'DEU') {
  const desk = await startedDesk()
  const notice = await checkedIn(desk, { citizenship })
  const { id, version } = await desk.client.lostPassport.open({
    caseId: desk.ports.newId(),
    noticeId: notice.id,
    noticedOn: TODAY,
    place: 'Зелёный базар',
    circumstances: 'пропала сумка',
  })
  return { desk, notice, caseId: id, version }
}

it.each(LANGUAGES)(
  'the guest’s sheet has the statement and the way in Kazakh and in %s',
  { timeout: 60_000 },
  async (language) => {
    const { desk, caseId } = await lost()
    const printed = await desk.client.lostPassport.print({ caseId, sheet: 'guest', language })
    expect(printed.fileName).toBe('uteryan-pasport-gost-208.pdf')
    const pages = await printedPages(printed)
    expect(pages).toHaveLength(2)
    const [statement = '', way = ''] = pages.map(closely)
    for (const words of ['MUELLERANNA', '17.05.1990', 'C01X00T47', 'Зелёныйбазар', 'пропаласумка', 'г.Алматы,ул.Пробная,2'])
      expect(statement).toContain(words)
    for (const each of new Set(['kk', language] as const)) {
      const { lostPassport } = CATALOGUES[each]
      expect(statement).toContain(closely(lostPassport.sheet.statementTitle))
      for (const step of ['police', 'certificate', 'consulate', 'exitVisa'] as const) {
        expect(way).toContain(closely(lostPassport.steps[step].name))
        expect(way).toContain(closely(lostPassport.steps[step].guest))
      }
      expect(way).toContain(closely(lostPassport.sheet.notNotified))
      expect(way).toContain(closely(lostPassport.sheet.advice))
    }
  },
)

it('the guest’s language is guessed from the citizenship', { timeout: 60_000 }, async () => {
  for (const [citizenship, words] of [
    ['UZB', 'Заявление об утере документа'],
    ['DEU', 'Statement on the loss of a document'],
  ] as const) {
    const { desk, caseId } = await lost(citizenship)
    const [statement = ''] = await printedPages(await desk.client.lostPassport.print({ caseId, sheet: 'guest' }))
    expect(closely(statement)).toContain(closely(words))
  }
})

it('the manager’s sheet tells the whole case and the proof of the notice, and its printing is written down', {
  timeout: 60_000,
}, async () => {
  const { desk, notice, caseId, version } = await lost()
  await desk.client.filing.take({ noticeId: notice.id })
  await desk.client.filing.recordProof({ noticeId: notice.id, reference: 'KZ-2026-77' })
  await desk.client.lostPassport.recordStep({
    caseId,
    version,
    step: 'police',
    doneOn: TODAY,
    number: 'КУИ-7',
    note: 'дежурный',
  })
  const [page = '', ...more] = (await printedPages(await desk.client.lostPassport.print({ caseId, sheet: 'manager' }))).map(
    closely,
  )
  expect(more).toEqual([])
  for (const words of [
    'MUELLER ANNA',
    'Зелёный базар',
    'КУИ-7',
    'дежурный',
    'KZ-2026-77',
    'C01X00T47',
    'не отмечено',
    'открыто',
  ])
    expect(page).toContain(closely(words))
  const { timeline } = await desk.client.guest.get({ noticeId: notice.id })
  expect(timeline.at(-1)).toMatchObject({ kind: 'lost_passport_printed', details: { sheet: 'manager', language: 'ru' } })
})
