import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'
import { guests, listed, nextDays, stateOf, TODAY } from './paper-desk.ts'

async function bytesOf({ content }: { readonly content: { arrayBuffer(): Promise<ArrayBuffer> } }): Promise<Buffer> {
  return Buffer.from(await content.arrayBuffer())
}

async function pagesOf(bytes: Buffer): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return text.map((page) => page.replace(/\s+/g, ' '))
}

it('prints the list twice and a page for each notice, with every field in both languages of the state', {
  timeout: 60_000,
}, async () => {
  const desk = await startedDesk({ channel: 'paper', environment: 'test' })
  const anna = await checkedIn(desk, {
    visaNumber: 'KZ0012345',
    phone: '+49 30 000 000',
    printedName: 'Müller Anna',
    borderCheckpoint: 'Алматы, аэропорт',
  })
  const [other] = await guests(desk, 1)
  if (other === undefined) throw new Error('one more guest')
  const list = await listed(desk, [anna, other])
  const printed = await desk.client.paper.print({ listId: list.id })
  expect(printed.fileName).toBe('opis-2026-001.pdf')
  const pages = await pagesOf(await bytesOf(printed))
  expect(pages).toHaveLength(4)
  const [forService, toReturn, annas] = pages
  for (const [page, copy] of [
    [forService, 'для миграционной службы'],
    [toReturn, 'возвращается с отметкой о приёме'],
  ])
    for (const words of [
      copy ?? '',
      'Опись уведомлений № 2026-001',
      'Hotel Probe',
      '000140000002',
      'Миграционная служба, Алматы',
      'Управляющий',
      'MUELLER ANNA',
      'C01X00T47',
      '17.05.1990',
      'Германия',
      '23.11.2026 – 27.11.2026',
      'ПРОБНЫЕ ДАННЫЕ',
    ])
      expect(page).toContain(words)
  for (const words of [
    'Шетелдіктің келгені туралы хабарлама / Уведомление о прибытии иностранца',
    'Тегі',
    'Фамилия',
    'MUELLER',
    'ANNA',
    'Müller Anna',
    'Женский',
    '17.05.1990',
    'Германия',
    'DEU',
    'Паспорт',
    'C01X00T47',
    '10.01.2022',
    '09.01.2032',
    'Туризм',
    '23.11.2026 10:00',
    '27.11.2026',
    'KZ0012345',
    'Алматы, аэропорт',
    '+49 30 000 000',
    'г. Алматы, ул. Пробная, 2, № 208',
    '000140000002',
    '2026-001 / 1',
    'Принял',
  ])
    expect(annas).toContain(words)
  expect(pages[3]).toContain('PROBEA')
  expect(pages[3]).not.toContain('MUELLER')
})

it('prints the same bytes again, whatever has become of guest, house and notice since', { timeout: 60_000 }, async () => {
  const desk = await startedDesk({ channel: 'paper' })
  const notice = await checkedIn(desk)
  const list = await listed(desk, [notice])
  const first = await bytesOf(await desk.client.paper.print({ listId: list.id }))
  const { version } = await stateOf(desk, notice.id)
  await desk.client.guest.correct({
    noticeId: notice.id,
    version,
    facts: { ...ANNA, surname: 'OTHERNAME', documentNumber: 'X999' },
    departureDate: STAY.departureDate,
    room: '999',
  })
  desk.desk().register.store.database.exec("UPDATE property SET name = 'Другой отель', address = 'Другой адрес'")
  desk.desk().register.reload()
  nextDays(desk, 400)
  const again = await bytesOf(await desk.at('tab-2').paper.print({ listId: list.id }))
  expect(again.equals(first)).toBe(true)
  expect((await pagesOf(again)).join(' ')).toContain('MUELLER ANNA')
  expect((await desk.client.paper.get({ listId: list.id })).printed).toMatchObject({ times: 2, by: 'Управляющий' })
  expect((await desk.client.maintenance.verify()).auditBrokenAt).toBeNull()
})

it('leaves out the guest who was erased, and says so', { timeout: 60_000 }, async () => {
  const desk = await startedDesk({ channel: 'paper', language: 'kk' })
  const [erased, kept] = await guests(desk, 2)
  if (erased === undefined || kept === undefined) throw new Error('two guests')
  const list = await listed(desk, [erased, kept])
  expect([list.language, list.madeOn]).toEqual(['kk', TODAY])
  const { store } = desk.desk().register
  store.transaction(() => store.stayKeys.erase(erased.stayId))
  const printed = await desk.client.paper.print({ listId: list.id })
  expect(printed.fileName).toBe('tizimdeme-2026-001.pdf')
  const pages = await pagesOf(await bytesOf(printed))
  expect(pages[0]).toContain('№ 2026-001 хабарламалар тізімдемесі')
  expect(pages[0]).toContain('Деректер жойылған')
  expect(pages.join(' ')).toContain('PROBEB')
  expect(pages.join(' ')).not.toContain('PROBEA')
})
