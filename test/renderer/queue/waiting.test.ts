import { describe, expect, it } from 'vitest'
import { stateInQueue } from '#renderer/screens/queue/state-look.ts'
import { type Waiting, waitingInWords } from '#renderer/screens/queue/waiting.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { CAUSES, CHANNEL_IDS } from '#shared/domain/channel.ts'
import { isSettled, NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '../i18n/words.ts'
import { noticeOf, ONLINE, standingOf } from './notice.ts'

const CIRCUMSTANCES: Readonly<Partial<Record<NotificationState, Partial<Notice>>>> = {
  incomplete: { missing: ['issueDate', 'purpose'] },
  leased: { lease: { by: 'Айгерим С.', isMine: false, until: '2026-05-05T10:06:00.000Z' } },
  rejected: { refusal: { field: 'document.number', message: '8 знаков, нужно 9' } },
}

function inState(state: NotificationState, cause: Notice['cause']): Notice {
  return noticeOf({ state, cause, lane: isSettled(state) ? null : 'today', ...CIRCUMSTANCES[state] })
}

/** A key that no catalogue has comes back as itself; a variable nobody gave stays in braces. */
const NOT_WORDS = /\{\{|^\w+(\.\w+)+$|undefined|null|^$/

describe.each(LANGUAGES)('every state with every cause has words in %s', (language) => {
  it.each(CHANNEL_IDS)('at a property with the channel %s', async (channel) => {
    const words = await wordsIn(language)
    const lines = NOTIFICATION_STATES.flatMap((state) =>
      [null, ...CAUSES].map((cause) => {
        const notice = inState(state, cause)
        const waiting = waitingInWords(notice, standingOf({ channel }), words, { place: 3, total: 13 })
        const { text } = stateInQueue(notice, standingOf({ channel }), words)
        const said = [text, waiting.reason, waiting.next, waiting.nextNote, waiting.meaning, waiting.deadline]
        expect(said.filter((part) => NOT_WORDS.test(part))).toEqual([])
        return `${state} × ${cause ?? '–'}\n  ${text} | ${waiting.reason}\n  ${waiting.next}, ${waiting.nextNote}\n  ${waiting.meaning}\n  ${waiting.deadline}\n`
      }),
    )
    expect(lines.length).toBe(14 * 19)
    await expect(lines.join('')).toMatchFileSnapshot(`waiting.${channel}.${language}.txt`)
  })
})

describe('what happens next', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-05T10:02:00.000Z') + minutes * 60_000).toISOString()
  const unreachable = { ...ONLINE, state: 'unreachable', cause: 'refused', nextProbeAt: at(2) } as const

  async function next(notice: Notice, standing = standingOf(), place = 2): Promise<string> {
    const { next: act, nextNote } = waitingInWords(notice, standing, await wordsIn('ru'), { place, total: 13 })
    return `${act} / ${nextNote}`
  }

  it.each<[string, Notice, ReturnType<typeof standingOf>, number, string]>([
    ['its turn', noticeOf(), standingOf(), 2, 'сейчас / по порядку'],
    ['back-off', noticeOf({ nextAttemptAt: at(2) }), standingOf(), 2, '15:04 / через 2 минуты'],
    ['back-off over', noticeOf({ nextAttemptAt: at(-1) }), standingOf(), 2, 'сейчас / по порядку'],
    ['tomorrow', noticeOf({ nextAttemptAt: at(24 * 60) }), standingOf(), 2, '15:02 / ср, 6 мая'],
    ['the probe', noticeOf(), standingOf({ connection: unreachable }), 1, '15:04 / через 2 минуты'],
    [
      'behind the probe',
      noticeOf({ nextAttemptAt: at(1) }),
      standingOf({ connection: unreachable }),
      2,
      'после пробы / со всеми',
    ],
    ['paused', noticeOf(), standingOf({ connection: { ...ONLINE, state: 'paused' } }), 1, 'после паузы / снимите паузу'],
    [
      'held',
      noticeOf(),
      standingOf({ connection: { ...ONLINE, state: 'held', nextProbeAt: at(6) } }),
      1,
      '15:08 / как просила служба',
    ],
    [
      'no key',
      noticeOf(),
      standingOf({ connection: { ...ONLINE, state: 'sign_in_refused' } }),
      1,
      'ключ канала / нужен управляющий',
    ],
    ['expected', noticeOf({ arrivalAt: '2026-05-07T14:00' }), standingOf(), 1, 'в день заезда / 7 мая'],
    ['by hand', noticeOf(), standingOf({ channel: 'assisted-portal' }), 1, 'подать / за вами'],
    ['a colleague', inState('leased', null), standingOf({ channel: 'assisted-portal' }), 1, 'подождать / до 15:06'],
    [
      'unknown, line down',
      noticeOf({ state: 'unknown' }),
      standingOf({ connection: unreachable }),
      1,
      'сверка / сама, как будет связь',
    ],
    ['our own mistake', noticeOf({ state: 'unknown', cause: 'program_error' }), standingOf(), 1, 'сверка / нажмите «Сверить»'],
  ])('%s', async (_name, notice, standing, place, expected) => {
    expect(await next(notice, standing, place)).toBe(expected)
  })
})

describe('why', () => {
  async function said(notice: Notice, standing = standingOf()): Promise<Waiting> {
    return waitingInWords(notice, standing, await wordsIn('ru'), { place: 1, total: 1 })
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
    expect((await said(noticeOf({ lane: 'overdue', workingDaysLate: 1 }))).deadline).toMatch(/^Срок уже вышел\./)
  })

  it('never lets a cause that belongs to another state promise what will not happen', async () => {
    expect((await said(noticeOf({ state: 'handover', cause: 'offline' }))).meaning).not.toMatch(/сами|само/)
    expect((await said(noticeOf({ state: 'ready', cause: 'timeout' }))).meaning).not.toMatch(/повторно слать нельзя/)
  })
})
