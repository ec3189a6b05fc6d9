import { describe, expect, it } from 'vitest'
import { connectionFacts } from '#renderer/screens/queue/connection-facts.ts'
import type { Line } from '#shared/contract/line-schemas.ts'
import type { Status } from '#shared/contract/schemas.ts'
import { wordsIn } from '../i18n/words.ts'
import { NOW, ONLINE, standingOf } from './notice.ts'

const LINE: Line = { slow: [], recentMedianMs: 400, lastAnswerAt: NOW, aheadOfServiceMs: 20_000 }
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const DAY = 24 * 60

async function facts(connection: Partial<Status['connection']>, line: Partial<Line> | null = {}) {
  const words = await wordsIn('ru')
  const standing = standingOf({ connection: { ...ONLINE, ...connection } })
  const all = connectionFacts({ environment: 'test' }, standing, line === null ? null : { ...LINE, ...line }, words)
  return Object.fromEntries(all.map(({ name, text, alarm }) => [name, alarm === null ? text : `! ${text}`]))
}

describe('the channel in words', () => {
  it('says where notices go, since when the service answers, and when it last did', async () => {
    expect(await facts({ since: at(-60) })).toEqual({
      environment: 'тестовая: подаётся не по-настоящему',
      service: 'отвечает с 14:02',
      answer: 'сегодня, 15:02',
      clock: 'как у службы',
    })
    expect((await facts({ since: at(-DAY) }))['service']).toBe('отвечает 4 мая, с 15:02')
  })

  it.each<[string, Partial<Status['connection']>, Partial<Line>, string]>([
    ['slow', {}, { recentMedianMs: 4_200 }, '! отвечает, но медленно: обычно за 4 с'],
    [
      'away, with the next question',
      { state: 'unreachable', since: at(-19), cause: 'refused', nextProbeAt: at(2) },
      {},
      '! не отвечает с 14:43: служба не открыла соединение; спросим в 15:04',
    ],
    [
      'away, being asked',
      { state: 'unreachable', since: at(-19), cause: 'timeout' },
      {},
      '! не отвечает с 14:43: служба не ответила вовремя; спрашиваем сейчас',
    ],
    [
      'held',
      { state: 'held', cause: 'rate_limited', nextProbeAt: at(6) },
      {},
      '! просила подождать до 15:08: служба просила подождать',
    ],
    ['paused', { state: 'paused' }, {}, '! пауза: кто-то остановил отправку, служба ни при чём'],
    ['no key', { state: 'sign_in_refused' }, {}, '! не принимает ключ канала: исправит управляющий в настройках'],
    ['not asked', { state: 'unknown', since: null }, {}, 'ещё не спрашивали'],
  ])('%s', async (_name, connection, line, expected) => {
    expect((await facts(connection, line))['service']).toBe(expected)
  })

  it.each([
    [null, 'сверим при первом ответе'],
    [-59_000, 'как у службы'],
    [3 * 60_000, 'спешат на 3 мин'],
    [-4 * 60_000, 'отстают на 4 мин'],
    [-65 * 60_000, '! отстают на 1 ч 5 мин; сроки считаются по ним: поправьте время'],
  ])('a clock that is %s ms ahead', async (aheadOfServiceMs, expected) => {
    expect((await facts({}, { aheadOfServiceMs }))['clock']).toBe(expected)
  })

  it.each([
    [31, 'до 5 июня'],
    [30, '! кончится чт, 4 июня, осталось 30 дней: попросите новый'],
    [1, '! кончится ср, 6 мая, остался 1 день: попросите новый'],
    [-1, '! кончился пн, 4 мая: без нового служба не примет ничего'],
  ])('a certificate with %i days left', async (days, expected) => {
    expect((await facts({ credentialExpiresAt: at(days * DAY) }))['credential']).toBe(expected)
  })

  it('is short while the line is still being read', async () => {
    expect(Object.keys(await facts({}, null))).toEqual(['environment', 'service'])
    expect((await facts({}, { lastAnswerAt: null }))['answer']).toBe('ответов ещё не было')
  })
})
