import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { Block, ReportDocument, Table } from '#shared/reports/document.ts'
import { documentTexts } from '#shared/reports/document-texts.ts'
import { closedSample, quietDay, sampleDay } from './sample-day.ts'

function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'side_by_side' ? [...flat(block.left), ...flat(block.right)] : [block]))
}

function tableOf({ blocks }: ReportDocument, id: string): Table | undefined {
  return flat(blocks).find((block): block is Table => block.kind === 'table' && block.id === id)
}

/** A document without its words: what must be the same in every language. */
function withoutWords({ blocks, asOf, zone }: ReportDocument) {
  return {
    asOf,
    zone,
    blocks: flat(blocks).map((block) => {
      switch (block.kind) {
        case 'heading':
          return { kind: block.kind, level: block.level }
        case 'paragraph':
          return { kind: block.kind, look: block.look }
        case 'figures':
          return { kind: block.kind, items: block.items.map(({ id, value, tone }) => ({ id, value, tone })) }
        case 'facts':
          return { kind: block.kind, items: block.items.map(({ id, value }) => ({ id, type: value.type, value: value.value })) }
        case 'table': {
          const bare = (cells: Table['rows'][number]) => cells.map(({ type, value, tone }) => ({ type, value, tone }))
          const columns = block.columns.map(({ id, align }) => ({ id, align }))
          return { id: block.id, columns, rows: block.rows.map(bare), total: block.total === null ? null : bare(block.total) }
        }
        case 'bars':
          return { id: block.id, rows: block.rows.map(({ values }) => values) }
        case 'time_bar':
          return { id: block.id, minutes: block.minutes, spans: block.spans.map(({ from, to }) => ({ from, to })) }
        default:
          return { kind: block.kind }
      }
    }),
  }
}

describe('the report of a day', () => {
  it('is the same in every language but for its words', () => {
    const [kk, ru, en] = LANGUAGES.map((language) => dayDocument(closedSample(), language))
    if (kk === undefined || ru === undefined || en === undefined) throw new Error('Three languages')
    expect(withoutWords(kk)).toEqual(withoutWords(ru))
    expect(withoutWords(en)).toEqual(withoutWords(ru))
    expect([kk, ru, en].map(({ title }) => title)).toEqual([
      '2026 жылғы 5 мамырдағы мерзімдер есебі',
      'Отчёт о сроках за 5 мая 2026',
      'Deadline report for 5 May 2026',
    ])
    const september = { ...sampleDay(), date: calendarDate('2026-09-05') }
    expect(dayDocument({ report: september, close: null }, 'kk').title).toBe('2026 жылғы 5 қыркүйектегі мерзімдер есебі')
  })

  it('leaves no key, no variable and no undefined in any of its texts', () => {
    for (const language of LANGUAGES)
      for (const view of [closedSample(), { report: sampleDay(), close: null }, closedSample(quietDay())])
        for (const text of documentTexts(dayDocument(view, language)))
          expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN|report\.[a-z]|^[a-z]+(\.[a-zA-Z]+)+$/)
  })

  it('names whose it is, and says how it was closed', () => {
    const document = dayDocument(closedSample(), 'ru')
    expect(document.lines).toEqual(['Отель «Мысал», Алматы', 'БИН 1805\u00a04001\u00a02345 · УМС г. Алматы'])
    expect(document.corner).toEqual(['№ 2026-125', '5 мая 2026, 23:59', 'Закрыт сам, в назначенный час', 'Хеш 9f3c…a1'])
    expect(document.foot).toBe('№ 2026-125 · SHA-256 9f3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809a1')
    expect(document.asOf).toBe('2026-05-05T18:59:00.000Z')
    const by = (close: Parameters<typeof closedSample>[1]) => dayDocument(closedSample(sampleDay(), close), 'ru').corner
    expect(by({ mode: 'by_hand', by: 'Асель С.' })).toContain('Закрыл: Асель С.')
    expect(by({ mode: 'missed', closedAt: '2026-05-08T03:12:00.000Z' })).toEqual([
      '№ 2026-125',
      '8 мая 2026, 08:12',
      'Закрыт сам, позже своего часа',
      'Хеш 9f3c…a1',
    ])
  })

  it('says that it is preliminary, whose number it is by its make-up, and where nothing is for real', () => {
    const person = sampleDay({}, { environment: 'test' })
    const report = { ...person, property: { ...person.property, bin: '900517300123', city: null } }
    const document = dayDocument({ report, close: null }, 'ru')
    expect(document.corner).toEqual(['Предварительный', '5 мая 2026, 15:20'])
    expect(document.foot).toBe('Предварительный отчёт, 5 мая 2026, 15:20')
    expect(document.lines).toEqual(['Отель «Мысал»', 'ИИН 9005\u00a01730\u00a00123 · УМС г. Алматы'])
    expect(document.banner).toBe('Тестовая среда: подаётся не по-настоящему')
    expect(dayDocument({ report: sampleDay(), close: null }, 'ru').banner).toBeNull()
  })

  it('puts what must be done first, most urgent on top', () => {
    const order = flat(dayDocument({ report: sampleDay(), close: null }, 'ru').blocks).flatMap((block) =>
      block.kind === 'table' ? [block.id] : [],
    )
    expect(order).toEqual([
      'overdue',
      'dueToday',
      'dueTomorrow',
      'dueLater',
      'unconfirmed',
      'rejected',
      'needsPerson',
      'incomplete',
      'citizenshipUnknown',
      'notRequired',
      'filedElsewhere',
      'withdrawn',
      'filed',
      'byCitizenship',
      'byPurpose',
      'outages',
      'laterChanges',
    ])
  })

  it('words a row as the board does, and keeps the value behind it', () => {
    const overdue = tableOf(dayDocument({ report: sampleDay(), close: null }, 'ru'), 'overdue')
    expect(overdue?.rows[0]).toEqual([
      { type: 'text', value: 'Назаров Фирдавс', text: 'Назаров Фирдавс', tone: 'plain' },
      { type: 'text', value: 'TJK', text: 'TJK', tone: 'plain' },
      { type: 'text', value: '101', text: '101', tone: 'plain' },
      { type: 'local_time', value: '2026-04-30T14:05', text: 'чт, 30 апр' },
      { type: 'day', value: '2026-05-04', text: 'пн, 4 мая', tone: 'bad' },
      { type: 'number', value: 1, text: '1', tone: 'bad' },
      { type: 'text', value: 'unknown', text: 'Пока не знаем: служба не ответила вовремя', tone: 'unsure' },
      { type: 'number', value: 10, text: '10', tone: 'plain' },
      { type: 'tenge', value: 43_250, text: '43\u00a0250\u00a0₸' },
    ])
  })

  it('says a fine that nobody can put into tenge, and a warning, in words and never as nothing', () => {
    const report = sampleDay({ overdue: 2 })
    const rows = report.rows.map((row, place) =>
      place === 0
        ? { ...row, exposure: { penalty: 'fine' as const, mci: 10, tenge: null } }
        : place === 1
          ? { ...row, exposure: { penalty: 'warning' as const, mci: 0, tenge: null } }
          : row,
    )
    const table = tableOf(dayDocument({ report: { ...report, rows }, close: null }, 'ru'), 'overdue')
    expect(table?.rows.map((cells) => cells.slice(-2).map(({ text }) => text))).toEqual([
      ['10', 'МРП не указан'],
      ['предупр.', ''],
    ])
  })

  it('keeps the row of an erased guest and says that he is', () => {
    const withdrawn = tableOf(dayDocument(closedSample(), 'ru'), 'withdrawn')
    expect(withdrawn?.rows[0]?.map(({ value, text }) => [value, text])).toEqual([
      [null, 'данные удалены'],
      [null, ''],
      [null, ''],
      ['2026-04-30T14:05', 'чт, 30 апр'],
      [null, ''],
    ])
  })

  it('says that totals tie, and loudly where they do not', () => {
    const ties = 'Итоги сходятся: открыто 11 = 11 по срокам = 11 по состояниям; строк в списках столько же.'
    const paragraphs = (report: ReturnType<typeof sampleDay>) =>
      flat(dayDocument({ report, close: null }, 'ru').blocks).filter((block) => block.kind === 'paragraph')
    const report = sampleDay()
    expect(paragraphs(report)).toContainEqual({ kind: 'paragraph', look: 'note', text: ties })
    const broken = [
      { ...report, totals: { ...report.totals, open: 12 } },
      { ...report, totals: { ...report.totals, unconfirmed: 2 } },
      { ...report, totals: { ...report.totals, filed: report.totals.filed + 1 } },
      { ...report, lists: { ...report.lists, overdue: [] } },
    ]
    for (const other of broken)
      expect(paragraphs(other)).toContainEqual({
        kind: 'paragraph',
        look: 'strong',
        text: expect.stringMatching(/^Итоги не сходятся/),
      })
  })

  it('folds what is empty into two sentences, so that a quiet day has no empty table', () => {
    const blocks = flat(dayDocument({ report: quietDay(), close: null }, 'ru').blocks)
    expect(blocks.filter(({ kind }) => kind === 'table' || kind === 'bars' || kind === 'time_bar')).toEqual([])
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(texts).toEqual([
      'Ни один срок не вышел, и на сегодня ничего не осталось.',
      'Нет записей: «Просрочено», «Срок сегодня», «Срок завтра», «Срок позже», «Без ответа службы», «Отклонено службой», «Нужен человек», «Не хватает данных», «Гражданство неизвестно».',
      'Нет записей: «Не требуется», «Подано иначе», «Отменено», «Принято за день».',
      'Уведомлений о заезде в этот день не приняли. Гостей в этот день не было. Простоев связи в этот день не было. С прошлого закрытия в закрытые дни ничего не внесли.',
      'Итоги сходятся: открыто 0 = 0 по срокам = 0 по состояниям; строк в списках столько же.',
    ])
  })

  it('draws outages from midnight to midnight of the hotel, also on a day of 25 hours', () => {
    const bar = (report: ReturnType<typeof sampleDay>) =>
      flat(dayDocument({ report, close: null }, 'en').blocks).find((block) => block.kind === 'time_bar')
    expect(bar(sampleDay())).toMatchObject({
      minutes: 1440,
      spans: [
        { from: 403, to: 436, label: '06:43 – 07:16' },
        // Until the report was made.
        { from: 880, to: 920, label: '14:40 – still going on' },
      ],
    })
    const berlin = sampleDay(
      {},
      {
        date: calendarDate('2026-10-25'),
        zone: 'Europe/Berlin',
        asOf: '2026-10-25T23:30:00.000Z',
        outages: [{ startedAt: '2026-10-24T20:00:00.000Z', endedAt: '2026-10-25T23:30:00.000Z', cause: 'offline' }],
      },
    )
    expect(bar(berlin)).toMatchObject({ minutes: 1500, spans: [{ from: 0, to: 1500 }] })
  })

  it('puts small countries into one bar, so that bars add up to the table', () => {
    const byCitizenship = Array.from({ length: 20 }, (_, place) => ({
      citizenship: `X${String.fromCharCode(65 + place)}A`,
      arrivals: 1,
      inHouse: 40 - place,
      departures: 1,
    }))
    const document = dayDocument({ report: sampleDay({}, { byCitizenship }), close: null }, 'ru')
    const bars = flat(document.blocks).find((block) => block.kind === 'bars' && block.id === 'citizenshipBars')
    if (bars?.kind !== 'bars') throw new Error('There is a chart')
    expect(bars.rows).toHaveLength(12)
    expect(bars.rows.at(-1)).toEqual({ label: 'Другие страны', values: [29 + 28 + 27 + 26 + 25 + 24 + 23 + 22 + 21, 9] })
    const inHouse = bars.rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
    expect(tableOf(document, 'byCitizenship')?.total?.[3]?.value).toBe(inHouse)
  })
})
