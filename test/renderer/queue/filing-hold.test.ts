import { describe, expect, it } from 'vitest'
import { lossInWords } from '#renderer/screens/queue/filing/hold-words.ts'
import { HANDS_OFF_MS, isRenewalDue, RENEW_AFTER_MS } from '#renderer/screens/queue/filing/lease-renewal.ts'
import type { Holder } from '#renderer/screens/queue/filing/use-filing.ts'
import { handOverCsv } from '#renderer/screens/queue/hand-over-facts.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { noticeOf } from './notice.ts'

describe('a lease', () => {
  it.each([
    ['just renewed', RENEW_AFTER_MS - 1, 0, false],
    ['some time ago, at work', RENEW_AFTER_MS, 0, true],
    ['some time ago, the portal takes its time', RENEW_AFTER_MS, HANDS_OFF_MS - 1, true],
    ['nobody there any more', RENEW_AFTER_MS, HANDS_OFF_MS, false],
  ])('%s', (_what, sinceRenewal, sinceActivity, isDue) => {
    expect(isRenewalDue({ sinceRenewal, sinceActivity })).toBe(isDue)
  })
})

describe('the loss of a guest', () => {
  const holder = (how: NonNullable<Holder['ended']>['how'], more: Partial<Holder> = {}): Holder => ({
    state: 'ready',
    lease: null,
    ended: { how, by: 'Айгерим', at: '2026-05-05T05:10:00.000Z', reason: how === 'broken' ? 'срок сегодня' : null },
    ...more,
  })
  const told = (given: Holder) => lossInWords(given, 'Asia/Almaty', wordsIn('ru')).join(' ')

  it('says what ended it, who has the guest now, and that nothing typed is gone', () => {
    expect(told(holder('ran_out'))).toBe(
      'Время вышло в 10:10: на этом месте давно ничего не нажимали. Введённое здесь цело: отмеченные поля, номер и файл. Возьмите гостя снова, прежде чем подавать.',
    )
    expect(told(holder('broken', { lease: { by: 'Айгерим', isMine: false, until: '2026-05-05T05:20:00.000Z' } }))).toContain(
      'Айгерим забирает гостя в 10:10. Причина: «срок сегодня». Сейчас заполняет Айгерим.',
    )
    expect(told(holder('accepted'))).toBe('Квитанция уже внесена в 10:10, внёс: Айгерим. Второй раз подавать не нужно.')
  })

  it('has words for every ending in every language', () => {
    const endings = ['ran_out', 'released', 'broken', 'handed_over', 'accepted', 'other'] as const
    const sentences = LANGUAGES.flatMap((language) =>
      endings.map((how) => lossInWords(holder(how), 'Asia/Almaty', wordsIn(language)).join(' ')),
    )
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.filter((sentence) => !/10:10/.test(sentence) || /\{\{|filing\./.test(sentence))).toEqual([])
  })
})

describe('the hand-over list as a table', () => {
  const handedOver = { by: 'Айгерим', at: '2026-05-05T09:20:00.000Z' }
  const csv = (displayName: string) =>
    handOverCsv([{ notice: noticeOf({ displayName }), handedOver, canTakeBack: true }], 'Asia/Almaty', wordsIn('ru'))

  it('opens in a spreadsheet: mark, semicolons, one line each', () => {
    const lines = csv('Ким Су-А').split('\r\n')
    expect(lines[0]).toBe('\uFEFFГость;Гражданство;Номер;Проживание;Подать до;Передано')
    expect(lines[1]?.split(';').at(0)).toBe('Ким Су-А')
    expect(lines[1]?.split(';').at(-1)).toBe('Айгерим, 05.05.2026 14:20')
    expect(lines).toHaveLength(3)
  })

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', `'+1`],
    ['a;b', '"a;b"'],
    ['two\nlines', '"two\nlines"'],
  ])('does not let %j be a formula or a new cell', (name, written) => {
    expect(csv(name)).toContain(`\r\n${written};`)
  })
})
