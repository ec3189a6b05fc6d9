import { describe, expect, it } from 'vitest'
import { type ActTexts, NO_TEXTS } from '#renderer/screens/guest/acts/act-texts.ts'
import { changedClocks, foreseenLines } from '#renderer/screens/guest/acts/foreseen-words.ts'
import { readAct } from '#renderer/screens/guest/acts/read-act.ts'
import { actsFor, isCancelled, isOnWay, leaseOfColleague, undoOf } from '#renderer/screens/guest/acts/stay-acts.ts'
import { aboutInWords, canBeDropped, chainOf, momentInWords } from '#renderer/screens/guest/chain/chain-words.ts'
import { changeRows } from '#renderer/screens/guest/changes-table.tsx'
import type { GuestDetail } from '#renderer/screens/guest/guest-form.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '../i18n/words.ts'
import { noticeOf, TODAY } from '../queue/notice.ts'

const LEASE = { by: 'А. С.', isMine: false, until: '2026-05-05T10:10:00.000Z' }

type FollowUp = GuestDetail['followUps'][number]

function followUpOf(more: Partial<Notice>): FollowUp {
  return { notice: noticeOf({ sequence: 2, ...more }), deadline: null, certainty: 'open', timeline: [], receipts: [] }
}

interface Known {
  readonly notice: Notice
  readonly followUps: readonly FollowUp[]
  readonly departedOn: GuestDetail['departedOn']
  readonly timeline: GuestDetail['timeline']
}

function known(
  arrival: Partial<Notice>,
  ...followUps: readonly Partial<Notice>[]
): Omit<Known, 'followUps'> & { followUps: FollowUp[] } {
  return { notice: noticeOf(arrival), followUps: followUps.map(followUpOf), departedOn: null, timeline: [] }
}

describe('the acts that fit a guest', () => {
  it('all of them in every state but where the guest never came or a clerk decided otherwise', () => {
    const all = ['correct', 'extend', 'depart', 'move', 'cancel']
    const found = Object.fromEntries(NOTIFICATION_STATES.map((state) => [state, actsFor(known({ state, reason: 'дипломат' }))]))
    expect(found).toEqual({
      ...Object.fromEntries(NOTIFICATION_STATES.map((state) => [state, all])),
      cancelled: [],
      filed_elsewhere: ['depart', 'move'],
      not_required: ['depart', 'move'],
    })
    expect(actsFor(known({ state: 'not_required', reason: 'citizen_of_kazakhstan' }))).toEqual(all)
  })

  it('whoever has left does not leave again; whoever was withdrawn, or is to be, does nothing more', () => {
    expect(actsFor({ ...known({ state: 'accepted' }), departedOn: TODAY })).not.toContain('depart')
    expect(actsFor(known({ state: 'accepted' }, { kind: 'cancellation', state: 'sending' }))).toEqual([])
    expect(actsFor(known({ state: 'accepted' }, { kind: 'cancellation', state: 'cancelled' }))).toContain('correct')
    const waiting = (kind: 'never_came' | 'came_after_all' | 'not_required', reason = 'дипломат') =>
      known({ state: 'sending', waitingNews: [{ kind, by: 'А. С.', at: '2026-05-05T10:10:00.000Z', reason }] })
    expect([isCancelled(waiting('never_came')), isCancelled(waiting('came_after_all'))]).toEqual([true, false])
    // What a person decided stands until it is taken back; what the law asks for follows the data.
    expect(actsFor(waiting('not_required'))).toEqual(['depart', 'move'])
    expect(actsFor(waiting('not_required', 'citizen_of_kazakhstan'))).toContain('correct')
  })

  it('says what is on its way and who else is busy, whichever notice it is', () => {
    expect(isOnWay(known({ state: 'accepted' }, { kind: 'extension', state: 'unknown' }))).toBe(true)
    expect(isOnWay(known({ state: 'accepted' }, { kind: 'extension', state: 'ready' }))).toBe(false)
    expect(leaseOfColleague(known({ state: 'accepted' }, { kind: 'extension', state: 'leased', lease: LEASE }))).toEqual(LEASE)
    expect(leaseOfColleague(known({ state: 'leased', lease: { ...LEASE, isMine: true } }))).toBeNull()
  })
})

describe('taking back', () => {
  const extended = [
    {
      id: '1',
      at: '2026-05-05T04:12:00.000Z',
      by: null,
      kind: 'extended',
      cause: null,
      details: { departureBefore: '2026-05-08' },
      raw: null,
      receiptId: null,
    },
  ]

  it('an extension only until it is sent, to the day before it', () => {
    const undo = (state: Notice['state']) =>
      undoOf({ ...known({ state: 'accepted' }, { kind: 'extension', state }), timeline: extended })
    expect([undo('ready'), undo('sending'), undo('accepted'), undo('cancelled')]).toEqual([
      { kind: 'extension', departureDate: '2026-05-08' },
      null,
      null,
      null,
    ])
  })

  it('a departure and a withdrawal at any time, until the guest was recorded anew', () => {
    const gone = { ...known({ state: 'accepted' }, { kind: 'departure', state: 'accepted' }), departedOn: TODAY }
    const withdrawn = known({ state: 'accepted' }, { kind: 'cancellation', state: 'accepted' })
    const anew = { ...withdrawn, timeline: extended.map((entry) => ({ ...entry, kind: 'filed_anew' })) }
    expect([undoOf(gone), undoOf(withdrawn), undoOf(anew), undoOf(known({ state: 'accepted' }))]).toEqual([
      { kind: 'departure' },
      { kind: 'cancellation' },
      null,
      null,
    ])
  })
})

describe('what is typed for an act', () => {
  const detail = {
    notice: noticeOf(),
    stay: { arrivalAt: '2026-04-30T21:40', departureDate: calendarDate('2026-05-08'), room: '112', reservation: null },
  }
  const read = (act: 'extend' | 'depart' | 'move' | 'cancel', texts: Partial<ActTexts>) => {
    const { day, room, withParty, problem, asked } = readAct(act, { ...NO_TEXTS, ...texts }, detail, TODAY)
    return { day, room, withParty, problem: problem?.code ?? null, asked: asked?.act ?? null }
  }

  it('counts the nights of an extension on from the departure so far', () => {
    expect([read('extend', { day: '3' }).day, read('extend', { day: '1205' }).day]).toEqual(['2026-05-11', '2026-05-12'])
    const problems = ['', '31.02.2026', '08.05.2026', '01.05.2026'].map((day) => read('extend', { day }).problem)
    expect(problems).toEqual(['required', 'not_a_date', 'not_later', 'not_later'])
  })

  it('takes nothing typed for a departure today; never one ahead or before the arrival', () => {
    expect(read('depart', {})).toEqual({ day: TODAY, room: null, withParty: true, problem: null, asked: 'depart' })
    const problems = ['06.05.2026', '29.04.2026', 'x'].map((day) => read('depart', { day }))
    expect(problems.map(({ problem, asked }) => [problem, asked])).toEqual([
      ['in_future', null],
      ['departure_before_arrival', null],
      ['not_a_date', null],
    ])
  })

  it('asks for another room, and for a reason before somebody is withdrawn, one guest unless told otherwise', () => {
    expect([' ', '112', '305'].map((room) => read('move', { room }).problem)).toEqual(['required', 'same_room', null])
    expect(read('cancel', { reason: 'ой' })).toMatchObject({ problem: 'too_short', withParty: false, asked: 'cancel' })
    expect(read('cancel', { reason: 'не приехал', withParty: true })).toMatchObject({ problem: null, withParty: true })
  })
})

describe('what an act leaves', () => {
  it.each(LANGUAGES)('is worded for every kind and effect, in %s', async (language) => {
    const words = await wordsIn(language)
    const effects = ['made', 'rewritten', 'withdrawn'] as const
    const lines = NOTICE_KINDS.flatMap((kind) =>
      effects.flatMap((effect) =>
        (['ready', 'handover'] as const).flatMap((state) => {
          const notice = noticeOf({ kind, state })
          return foreseenLines({ notices: [{ effect, notice }] }, { guestId: notice.guestId, channel: 'migration-api', words })
        }),
      ),
    )
    expect(lines).toHaveLength(30)
    expect(lines.filter(({ text, due, notes }) => /\{\{|^\w+\.\w+/.test([text, due, ...notes].join('\n')))).toEqual([])
  })

  it('says the same thing once for everybody it happens to', async () => {
    const words = await wordsIn('ru')
    const [anna, boris] = [
      noticeOf({ kind: 'departure', displayName: 'Анна' }),
      noticeOf({ kind: 'departure', displayName: 'Борис' }),
    ]
    const notices = [anna, boris].map((notice) => ({ effect: 'made' as const, notice }))
    const lines = foreseenLines({ notices }, { guestId: anna.guestId, channel: 'assisted-portal', words })
    expect(lines.map(({ text, due, notes }) => [text, due, notes])).toEqual([
      ['Уведомление о выезде подаст сотрудник', 'до вт, 5 мая', ['закон не требует, так просит служба', 'Анна, Борис']],
    ])
  })

  it('lists only the clocks that say something else than before', async () => {
    const words = await wordsIn('ru')
    const [arrival, early, late] = ['2026-04-30', '2026-05-08', '2026-05-10'].map((day) => calendarDate(day)) as [
      ReturnType<typeof calendarDate>,
      ReturnType<typeof calendarDate>,
      ReturnType<typeof calendarDate>,
    ]
    const rows = changedClocks(arrival, { departure: early, duties: [] }, { departure: late, duties: [] }, words)
    expect(rows.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Выезд', 'пт, 8 мая, 8 ночей', 'вс, 10 мая, 10 ночей'],
    ])
    expect(changedClocks(arrival, { departure: early, duties: [] }, { departure: early, duties: [] }, words)).toEqual([])
  })
})

describe('the chain of notices', () => {
  it('names what each waits for', () => {
    const detail = known({ state: 'accepted' }, { kind: 'correction', state: 'unknown' }, { kind: 'extension', state: 'ready' })
    const links = chainOf({ ...detail, receipts: [] })
    expect(links.map(({ notice, waitsFor }) => [notice.kind, waitsFor?.kind ?? null])).toEqual([
      ['arrival', null],
      ['correction', null],
      ['extension', 'correction'],
    ])
  })

  it('says by when, since when, and what it is about', async () => {
    const words = await wordsIn('ru')
    const view = { today: TODAY, zone: 'Asia/Almaty', reading: 'strict' as const }
    const moment = (more: Partial<Notice>) => momentInWords(noticeOf(more), view, words)
    expect([
      moment({}),
      moment({ lane: 'overdue', strictDue: calendarDate('2026-05-04') }),
      moment({ state: 'accepted', acceptedAt: '2026-05-05T04:12:00.000Z' }),
      moment({ state: 'cancelled' }),
      aboutInWords(noticeOf({ kind: 'extension' }), null, words),
      aboutInWords(noticeOf({ kind: 'departure' }), TODAY, words),
      aboutInWords(noticeOf({ kind: 'correction' }), TODAY, words),
    ]).toEqual(['срок – вт, 5 мая', 'срок был пн, 4 мая', 'принято сегодня, 09:12', null, 'выезд 8 мая', '5 мая', null])
  })

  it('only a correction that did not leave is dropped as such', () => {
    const dropped = NOTICE_KINDS.filter((kind) => canBeDropped({ kind, state: 'ready' }))
    expect([dropped, canBeDropped({ kind: 'correction', state: 'unknown' })]).toEqual([['correction'], false])
  })
})

describe('old and new of a correction', () => {
  const detail = {
    facts: { ...EMPTY_GUEST, surname: 'Müller', documentNumber: 'C4VGXT0X2', sex: 'M' as const, citizenship: 'DEU' },
    stay: { arrivalAt: '2026-05-05T13:05', departureDate: null, room: '204', reservation: '69973' },
  }

  it('stand side by side, the old document number hidden until numbers are shown', async () => {
    const words = await wordsIn('ru')
    const changes = {
      texts: { surname: 'Müller', documentNumber: 'C4VGXT0X9', sex: 'F', citizenship: 'AUT', reservation: '' },
      hasNoExpiry: true,
    }
    const rows = (showsNumber: boolean) =>
      changeRows(detail, changes, showsNumber, words).map(({ name, before, after }) => [name, before, after].join(' | '))
    expect(rows(false)).toEqual([
      'Номер документа | C4VGX•••2 | C4VGXT0X9',
      'Пол | Мужской | Женский',
      'Гражданство | Германия | Австрия',
      'Бронь | 69973 | пусто',
      'Бессрочный | нет | да',
    ])
    expect(rows(true)[0]).toBe('Номер документа | C4VGXT0X2 | C4VGXT0X9')
  })
})
