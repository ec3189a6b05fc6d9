import { describe, expect, it } from 'vitest'
import type { Words } from '#renderer/i18n/use-words.ts'
import { NO_TURN, type Standing, type Turn } from '#renderer/screens/queue/standing.ts'
import { stateInQueue } from '#renderer/screens/queue/state-look.ts'
import { type Waiting, waitingInWords } from '#renderer/screens/queue/waiting.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { isSettled, NOTICE_KINDS, type NotificationState } from '#shared/domain/notification.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '../i18n/words.ts'
import { noticeOf, ONLINE, standingOf } from './notice.ts'
import { reachablePairs } from './reachable-pairs.ts'

const CIRCUMSTANCES: Readonly<Partial<Record<NotificationState, Partial<Notice>>>> = {
  incomplete: { missing: ['issueDate', 'purpose'] },
  leased: { lease: { by: 'Айгерим С.', isMine: false, until: '2026-05-05T10:06:00.000Z' } },
  rejected: { refusal: { field: 'document.number', message: '8 знаков, нужно 9' } },
}

function inState(state: NotificationState, cause: Notice['cause'], more: Partial<Notice> = {}): Notice {
  return noticeOf({ state, cause, lane: isSettled(state) ? null : 'today', ...CIRCUMSTANCES[state], ...more })
}

const TURN: Turn = { place: 3, total: 13, behind: null }

/** A key that no catalogue has comes back as itself; a variable nobody gave stays in braces. */
const NOT_WORDS = /\{\{|^\w+(\.\w+)+$|undefined|null|^$/

/** One case as a clerk reads it: the state and its reason, the next step, the sentence, the deadline. */
function told(notice: Notice, standing: Standing, words: Words, turn = TURN): string {
  const waiting = waitingInWords(notice, standing, words, turn)
  const { text } = stateInQueue(notice, standing, words)
  const said = [text, waiting.reason, waiting.next, waiting.nextNote, waiting.meaning, waiting.deadline]
  expect(said.filter((part) => NOT_WORDS.test(part))).toEqual([])
  return `  ${text} | ${waiting.reason}\n  ${waiting.next}, ${waiting.nextNote}\n  ${waiting.meaning}\n  ${waiting.deadline}\n`
}

/** Cases that read alike stand together. */
function chapter(title: string, cases: readonly (readonly [name: string, text: string])[]): string {
  const byText = Map.groupBy(cases, ([, text]) => text)
  const parts = [...byText].map(([text, alike]) => `${alike.map(([name]) => name).join(' · ')}\n${text}`)
  return `══ ${title}\n\n${parts.join('\n')}\n`
}

function everyPair(standing: Standing, words: Words): readonly (readonly [string, string])[] {
  return reachablePairs().map(({ state, cause }) => [
    `${state} × ${cause ?? '–'}`,
    told(inState(state, cause), standing, words),
  ])
}

/** A follow-up in every state in which it may wait, and behind what goes before it. */
function everyFollowUp(words: Words): readonly (readonly [string, string])[] {
  return NOTICE_KINDS.flatMap((kind) => {
    const of = (state: NotificationState) => inState(state, null, { kind, sequence: kind === 'arrival' ? 1 : 2 })
    const states = (['ready', 'sending', 'unknown', 'handover'] as const).map(
      (state) => [`${kind}, ${state}`, told(of(state), standingOf(), words)] as const,
    )
    const behind = told(of('ready'), standingOf(), words, {
      ...TURN,
      behind: kind === 'arrival' ? 'cancellation' : 'correction',
    })
    return [...states, [`${kind}, behind another`, behind] as const]
  })
}

const LATER = { lane: 'later', workingDaysLeft: 2 } as const
/** What the same wait means at other times. */
const DEADLINES: readonly (readonly [string, Partial<Notice>, Partial<Standing>?])[] = [
  ['ready, two working days left', LATER],
  ['ready, due tomorrow', { lane: 'tomorrow', workingDaysLeft: 1 }],
  ['ready, last day', {}],
  ['ready, last day, no line', {}, { connection: { ...ONLINE, state: 'unreachable', cause: 'refused' } }],
  ['ready, last day, a person files', {}, { channel: 'assisted-portal' }],
  ['ready, one working day late', { lane: 'overdue', workingDaysLate: 1 }],
  ['ready, five working days late', { lane: 'overdue', workingDaysLate: 5 }],
  ['ready, late over a weekend', { lane: 'overdue', workingDaysLate: 0 }],
  ['unknown, two working days left', { ...LATER, state: 'unknown', cause: 'timeout' }],
  ['unknown, last day', { state: 'unknown', cause: 'timeout' }],
  ['unknown, late', { state: 'unknown', cause: 'timeout', lane: 'overdue', workingDaysLate: 2 }],
  ['a departure, last day', { kind: 'departure' }],
  ['nothing dates it', { strictDue: null, latestDue: null, actBy: null, lane: null }],
  ['accepted', { state: 'accepted', lane: null }],
]

describe.each(LANGUAGES)('every state with every cause it can have has words in %s', (language) => {
  it('as a clerk reads them', async () => {
    const words = await wordsIn(language)
    const deadlines = DEADLINES.map(([name, more, standing]) => {
      const text = waitingInWords(noticeOf(more), standingOf(standing), words).deadline
      expect(text).not.toMatch(NOT_WORDS)
      return `${name}\n  ${text}\n`
    })
    const text = [
      chapter('The machine sends', everyPair(standingOf(), words)),
      chapter('A person files', everyPair(standingOf({ channel: 'assisted-portal' }), words)),
      chapter('Each kind of notice', everyFollowUp(words)),
      `══ The deadline\n\n${deadlines.join('\n')}`,
    ].join('\n')
    await expect(text).toMatchFileSnapshot(`waiting.${language}.txt`)
  })
})

describe('what happens next', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-05T10:02:00.000Z') + minutes * 60_000).toISOString()
  const unreachable = { ...ONLINE, state: 'unreachable', cause: 'refused', nextProbeAt: at(2) } as const

  async function next(notice: Notice, standing = standingOf(), turn: Partial<Turn> = {}): Promise<string> {
    const { next: act, nextNote } = waitingInWords(notice, standing, await wordsIn('ru'), { ...TURN, place: 2, ...turn })
    return `${act} / ${nextNote}`
  }

  it.each<[string, Notice, ReturnType<typeof standingOf>, Partial<Turn>, string]>([
    ['its turn', noticeOf(), standingOf(), {}, 'сейчас / по порядку'],
    ['back-off', noticeOf({ nextAttemptAt: at(2) }), standingOf(), {}, '15:04 / через 2 минуты'],
    ['back-off over', noticeOf({ nextAttemptAt: at(-1) }), standingOf(), {}, 'сейчас / по порядку'],
    ['tomorrow', noticeOf({ nextAttemptAt: at(24 * 60) }), standingOf(), {}, '15:02 / ср, 6 мая'],
    ['the probe', noticeOf(), standingOf({ connection: unreachable }), { place: 1 }, '15:04 / через 2 минуты'],
    [
      'behind the probe',
      noticeOf({ nextAttemptAt: at(1) }),
      standingOf({ connection: unreachable }),
      {},
      'после пробы / со всеми',
    ],
    ['paused', noticeOf(), standingOf({ connection: { ...ONLINE, state: 'paused' } }), {}, 'после паузы / снимите паузу'],
    [
      'held',
      noticeOf(),
      standingOf({ connection: { ...ONLINE, state: 'held', nextProbeAt: at(6) } }),
      {},
      '15:08 / как просила служба',
    ],
    [
      'no key',
      noticeOf(),
      standingOf({ connection: { ...ONLINE, state: 'sign_in_refused' } }),
      {},
      'ключ канала / нужен управляющий',
    ],
    ['expected', noticeOf({ arrivalAt: '2026-05-07T14:00' }), standingOf(), {}, 'в день заезда / 7 мая'],
    ['behind an earlier one', noticeOf(), standingOf(), { behind: 'correction' }, 'следом / сначала исправление'],
    ['by hand', noticeOf(), standingOf({ channel: 'assisted-portal' }), {}, 'подать / за вами'],
    ['a colleague', inState('leased', null), standingOf({ channel: 'assisted-portal' }), {}, 'подождать / до 15:06'],
    [
      'unknown, line down',
      noticeOf({ state: 'unknown' }),
      standingOf({ connection: unreachable }),
      {},
      'спросим / как будет связь',
    ],
    ['unknown, asked soon', noticeOf({ state: 'unknown', nextAttemptAt: at(3) }), standingOf(), {}, '15:05 / спросим'],
    [
      'unknown, nobody to ask',
      noticeOf({ state: 'unknown' }),
      standingOf({ channel: 'assisted-portal' }),
      {},
      'посмотреть / за вами',
    ],
    [
      'our own mistake',
      noticeOf({ state: 'unknown', cause: 'program_error' }),
      standingOf(),
      {},
      'спросим / нажмите «Спросить»',
    ],
  ])('%s', async (_name, notice, standing, turn, expected) => {
    expect(await next(notice, standing, turn)).toBe(expected)
  })
})

describe('why', () => {
  async function said(notice: Notice, standing = standingOf()): Promise<Waiting> {
    return waitingInWords(notice, standing, await wordsIn('ru'), NO_TURN)
  }

  it('names the field the service refused as the clerk knows it', async () => {
    expect((await said(inState('rejected', 'content_refused'))).reason).toBe('Номер документа: 8 знаков, нужно 9')
  })

  it('says how often it was tried', async () => {
    expect((await said(noticeOf({ cause: 'refused', attemptCount: 2 }))).reason).toBe('служба не открыла соединение, попытка 2')
  })

  it('counts the minutes of a lease', async () => {
    expect((await said(inState('leased', null))).reason).toBe('заполняет на портале, ещё 4 мин')
  })

  it('does not call a deadline closed while the answer is missing', async () => {
    expect((await said(noticeOf({ state: 'unknown', cause: 'timeout' }))).deadline).toBe(
      'Пока ответа нет, срок считается открытым: сегодня до 23:59.',
    )
    const late = noticeOf({ state: 'unknown', lane: 'overdue', workingDaysLate: 1 })
    expect((await said(late)).deadline).not.toMatch(/Опоздание на/)
  })

  it('never lets a cause that belongs to another state promise what will not happen', async () => {
    expect((await said(noticeOf({ state: 'handover', cause: 'offline' }))).meaning).not.toMatch(/сами|само/)
    expect((await said(noticeOf({ state: 'handover', cause: 'offline' }))).reason).not.toMatch(/сет/)
    // Lost before it left: nothing was sent, so nothing is asked.
    expect((await said(noticeOf({ state: 'ready', cause: 'timeout' }))).meaning).toMatch(/не ушли/)
    expect((await said(noticeOf({ state: 'ready', cause: 'connection_cut' }))).reason).not.toMatch(/после отправки/)
  })
})
