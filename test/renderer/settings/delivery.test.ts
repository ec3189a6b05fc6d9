import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { contentInWords, stateTag } from '#renderer/screens/settings/delivery/delivery-words.ts'
import { newRecipient, withFormat, withWay } from '#renderer/screens/settings/delivery/recipient-draft.ts'
import { refusedFields } from '#renderer/screens/settings/delivery/refused-field.ts'
import { smsDraftOf, smsInputOf } from '#renderer/screens/settings/delivery/sms-draft.ts'
import { DELIVERY_CAUSES, DELIVERY_STATES, type DeliveryContent, recipientSchema } from '#shared/contract/delivery-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'

const ID = '0199a1d0-0000-7000-8000-00000000aaaa'

describe('a recipient while edited', () => {
  const owner = { ...newRecipient(ID, 'kk'), name: 'Иесі', address: 'a@example.com' }

  it('begins as somebody who gets the reports and is warned', () => {
    expect(recipientSchema.parse(owner)).toMatchObject({ way: 'email', dayReport: true, warnings: true, formats: ['pdf'] })
  })

  it('keeps of what he gets only what the way carries, and never the address of another way', () => {
    expect(withWay(owner, 'telegram')).toMatchObject({ address: '', dayReport: false, monthly: false, warnings: true })
    expect(withWay(owner, 'folder')).toMatchObject({ address: '', dayReport: true, warnings: false })
    expect(withWay(withFormat(owner, 'xlsx', true), 'printer')).toMatchObject({ formats: ['pdf'], warnings: false })
    expect(withWay(owner, 'email')).toBe(owner)
  })

  it('is never without a format', () => {
    expect(withFormat(owner, 'pdf', false)).toBe(owner)
    expect(withFormat(withFormat(owner, 'csv', true), 'pdf', false).formats).toEqual(['csv'])
  })
})

it('a gateway comes back from its form as it was, the secret left alone', () => {
  const sms = {
    method: 'POST',
    url: 'https://sms.example/send',
    headers: [
      { name: 'Authorization', value: 'Bearer {secret}' },
      { name: 'X-Time', value: '10:30' },
    ],
    body: 'to={phone}&text={text}',
    expectedStatus: 202,
    expectedText: null,
    hasSecret: true,
  } as const
  const { hasSecret: _, ...open } = sms
  expect(smsInputOf(smsDraftOf({ ...sms, headers: [...sms.headers] }), { ...sms, headers: [...sms.headers] })).toEqual(open)
  expect(smsInputOf({ ...smsDraftOf(null), secret: 'x' }, null)).toMatchObject({
    secret: 'x',
    body: null,
    expectedStatus: null,
  })
})

it('says at a field why it was not taken, and nothing of fields the form has not', () => {
  const error = new ORPCError('BAD_INPUT', {
    data: {
      issues: [
        { path: 'recipients.3.address', code: 'wrong_format', message: '' },
        { path: 'recipients.3.name', code: 'of_the_future', message: '' },
        { path: 'other', code: 'required', message: '' },
      ],
    },
  })
  expect([...refusedFields(error, ['address', 'name'])]).toEqual([
    ['address', 'wrong_format'],
    ['name', 'not_taken'],
  ])
})

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = wordsIn(language)

  it('tell every state with every cause, and what to do', () => {
    const said = DELIVERY_STATES.flatMap((state) =>
      [null, ...DELIVERY_CAUSES].map((cause) =>
        stateTag({ state, cause, mayHaveArrived: cause === 'timeout', attempts: 3 }, words),
      ),
    )
    expect(said.filter(({ text, why }) => text.length < 3 || why?.includes('delivery.') === true)).toEqual([])
    expect(new Set(said.map(({ why }) => why)).size).toBe(DELIVERY_CAUSES.length + 1)
  })

  it('tell what was delivered', () => {
    const date = calendarDate('2026-05-05')
    const contents: readonly DeliveryContent[] = [
      { kind: 'day_report', date, number: '2026-125', format: 'pdf' },
      { kind: 'summary', period: 'week', from: date, to: calendarDate('2026-05-11'), format: 'xlsx' },
      { kind: 'warning', date, at: '09:00', overdue: 1, today: 2, tomorrow: 3 },
      { kind: 'solved', date, at: '10:00' },
      { kind: 'test' },
    ]
    expect(contents.map((content) => contentInWords(content, words))).toMatchSnapshot()
  })
})
