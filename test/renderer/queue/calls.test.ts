import { describe, expect, it } from 'vitest'
import { placeOfPath } from '#renderer/notices/queue-place.ts'
import { askedInWords } from '#renderer/screens/queue/asked-words.ts'
import { type Call, outcomeInWords, secondsOf } from '#renderer/screens/queue/attempts.ts'
import { unknownStory } from '#renderer/screens/queue/deciding/unknown-words.ts'
import { wordsIn } from '../i18n/words.ts'
import { NOW, noticeOf, ONLINE, standingOf } from './notice.ts'

const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const call = (more: Partial<Call>): Call => ({
  id: 'a',
  kind: 'send',
  number: 1,
  startedAt: at(-10),
  endedAt: at(-9.5),
  outcome: 'unknown',
  cause: 'timeout',
  raw: null,
  ...more,
})

describe('a call to the service', () => {
  it.each<[Partial<Call>, string]>([
    [{}, 'ушло, ответа нет: служба не ответила вовремя'],
    [{ outcome: 'notSent', cause: 'refused' }, 'не ушло: служба не открыла соединение'],
    // "After sending" would be wrong here: nothing was sent.
    [{ outcome: 'notSent', cause: 'connection_cut' }, 'не ушло: соединиться не удалось'],
    [{ kind: 'look_up', outcome: 'no_answer', cause: 'dns' }, 'ответа нет: адрес службы не найден'],
    [{ kind: 'look_up', outcome: 'absent', cause: null }, 'у службы его нет'],
    [{ outcome: 'accepted', cause: null }, 'принято'],
    [{ outcome: null, cause: null, endedAt: null }, 'прервано на полпути'],
  ])('%j', async (more, expected) => {
    expect(outcomeInWords(call(more), false, await wordsIn('ru'))).toBe(expected)
  })

  it('that is under way is waited for', async () => {
    const words = await wordsIn('ru')
    expect(outcomeInWords(call({ outcome: null, cause: null, endedAt: null }), true, words)).toBe('ждём ответа')
  })

  it('took as long as a clock can tell', () => {
    const took = (ms: number) => secondsOf({ startedAt: NOW, endedAt: new Date(Date.parse(NOW) + ms).toISOString() }, 'ru')
    expect([took(4), took(340), took(9_960), took(30_000), took(-1), took(8_000_000)]).toEqual([
      '0,1',
      '0,3',
      '10,0',
      '30',
      null,
      null,
    ])
    expect(secondsOf({ startedAt: NOW, endedAt: at(0.05) }, 'en')).toBe('3.0')
  })
})

describe('what is known about an unknown', () => {
  const notice = noticeOf({ state: 'unknown', cause: 'timeout', nextAttemptAt: at(2) })
  const calls = [call({ kind: 'look_up', startedAt: at(-3), outcome: 'no_answer', cause: 'refused' }), call({})]
  const story = async (...given: Parameters<typeof unknownStory> extends [...infer Rest, unknown] ? Rest : never) =>
    unknownStory(...given, await wordsIn('ru')).map(({ text }) => text)

  it('is told in the order it happened', async () => {
    expect(await story(notice, calls, standingOf())).toEqual([
      'Ушло сегодня, 14:52',
      'Что случилось: служба не ответила вовремя',
      'Спрашивали сегодня, 14:59: ответа нет: служба не открыла соединение',
      'Спросим в 15:04',
    ])
  })

  it('says who asks when: the next probe, at once, or only a person', async () => {
    const last = async (...given: Parameters<typeof story>) => (await story(...given)).at(-1)
    const down = standingOf({ connection: { ...ONLINE, state: 'unreachable', nextProbeAt: at(5) } })
    expect(await last(notice, calls, down)).toBe('Спросим в 15:07')
    const paused = standingOf({ connection: { ...ONLINE, state: 'paused' } })
    expect(await last(notice, [], paused)).toBe('Спросим сами, как только служба ответит')
    expect(await last({ ...notice, nextAttemptAt: null }, [], standingOf())).toBe('Спросим сейчас же')
    expect(await last({ ...notice, cause: 'program_error' }, [], standingOf())).toMatch(/^Сами не спросим/)
  })

  it('promises no question where nobody can be asked', async () => {
    expect(await story(notice, calls, standingOf({ channel: 'assisted-portal' }))).toEqual([
      'Ушло сегодня, 14:52',
      'Что случилось: служба не ответила вовремя',
    ])
  })

  it('ends in what the service made of it', async () => {
    const words = await wordsIn('ru')
    const said = (['accepted', 'ready', 'unknown'] as const).map((state) => askedInWords({ state, displayName: 'Kim' }, words))
    expect(said).toEqual([
      'Kim: служба его приняла.',
      'Kim: у службы его нет, уйдёт снова.',
      'Kim: ответа пока нет, спросим ещё раз.',
    ])
  })
})

it('every address of the queue leads to one place', () => {
  expect([undefined, 'journal', 'decide-17', '17'].map(placeOfPath)).toEqual([
    { kind: 'list' },
    { kind: 'journal' },
    { kind: 'deciding', noticeId: '17' },
    { kind: 'filing', noticeId: '17' },
  ])
})
